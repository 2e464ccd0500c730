import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components';
import { number } from '../words/format';
import styles from './place.module.css';

interface Props {
  id: string;
  name: string;
  count: number;
  icon?: LucideIcon;
  /** Stands in for the icon. */
  tile?: ReactNode;
  /** What follows the name: a warning, a menu. `active` is true while the row is pointed at or has the focus. */
  extra?: (active: boolean) => ReactNode;
  children?: ReactNode;
}

/** One row of the sidebar: icon, name, count of unread. */
export function Place({ id, name, count, icon: Icon, tile, extra, children }: Props) {
  return (
    <TreeItem id={id} textValue={name} className={styles.place ?? ''}>
      <TreeItemContent>
        {({ hasChildItems, isHovered, isFocusVisible, isFocusVisibleWithin }) => (
          <div className={styles.row}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight aria-hidden="true" data-points />
              </Button>
            ) : (
              (tile ?? (Icon && <Icon aria-hidden="true" />))
            )}
            <span className={styles.name}>
              <bdi>{name}</bdi>
            </span>
            {extra?.(isHovered || isFocusVisible || isFocusVisibleWithin)}
            {count > 0 && <span className={styles.count}>{number(count)}</span>}
          </div>
        )}
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}
