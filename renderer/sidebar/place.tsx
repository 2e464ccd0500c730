import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components';
import { useOverviewPart } from '../state/overview';
import { countOf } from '../state/places';
import { number } from '../words/format';
import styles from './place.module.css';

interface Props {
  id: string;
  name: string;
  icon: LucideIcon;
}

/** One row of the sidebar that leads to a list: icon, name, count. */
export function Place({ id, name, icon }: Props) {
  return (
    <TreeItem id={id} textValue={name} className={styles.place ?? ''}>
      <TreeItemContent>
        <CountedLine id={id} name={name} icon={icon} />
      </TreeItemContent>
    </TreeItem>
  );
}

/** Reads its count itself: counts change often, and a tree that is drawn anew for each takes long. */
function CountedLine({ id, name, icon: Icon }: Props) {
  const count = useOverviewPart((overview) => countOf(overview, id)) ?? 0;
  return <PlaceLine lead={<Icon aria-hidden="true" />} name={<PlaceName name={name} />} count={count} />;
}

interface LineProps {
  /** Stands before the name: an icon, a tile, a chevron. */
  lead: ReactNode;
  name: ReactNode;
  /** What follows the name: a warning, a menu. */
  extra?: ReactNode;
  count: number;
}

/** What is in a row. */
export function PlaceLine({ lead, name, extra, count }: LineProps) {
  return (
    <div className={styles.row}>
      {lead}
      {name}
      {extra}
      {count > 0 && <span className={styles.count}>{number(count)}</span>}
    </div>
  );
}

export function PlaceName({ name, onDoubleClick }: { name: string; onDoubleClick?: () => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the row has a key and a menu for the same
    <span className={styles.name} onDoubleClick={onDoubleClick}>
      <bdi>{name}</bdi>
    </span>
  );
}

/** Folds a folder open or up. */
export function Chevron() {
  return (
    <Button slot="chevron" className={styles.chevron ?? ''}>
      <ChevronRight aria-hidden="true" data-points />
    </Button>
  );
}
