import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import styles from './tab-pages.module.css';

interface Props<Name extends string> {
  label: string;
  /** The page in sight. */
  page: Name;
  onChange: (page: Name) => void;
  pages: { name: Name; label: string; content: ReactNode }[];
  /** Pages out of sight stay as they are, with what was typed in them. */
  keeps?: boolean;
}

/** Some pages, one of them in sight. */
export function TabPages<Name extends string>({ label, page, onChange, pages, keeps = false }: Props<Name>) {
  return (
    <Tabs selectedKey={page} onSelectionChange={(key) => onChange(key as Name)} className={styles.tabs ?? ''}>
      <TabList aria-label={label} className={styles.list ?? ''}>
        {pages.map(({ name, label: words }) => (
          <Tab key={name} id={name} className={styles.tab ?? ''}>
            {words}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ name, content }) => (
        <TabPanel key={name} id={name} shouldForceMount={keeps} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
