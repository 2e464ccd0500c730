import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import styles from './tab-pages.module.css';

interface Props<Name extends string> {
  label: string;
  /** The page that is open at first. */
  first: Name;
  pages: { name: Name; label: string; content: ReactNode }[];
}

/** Some pages, one of them in sight. */
export function TabPages<Name extends string>({ label, first, pages }: Props<Name>) {
  return (
    <Tabs defaultSelectedKey={first} className={styles.tabs ?? ''}>
      <TabList aria-label={label} className={styles.list ?? ''}>
        {pages.map((page) => (
          <Tab key={page.name} id={page.name} className={styles.tab ?? ''}>
            {page.label}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ name, content }) => (
        <TabPanel key={name} id={name} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
