import { type KeyboardEvent, useRef } from 'react';
import { type Key, Tree, type TreeProps } from 'react-aria-components';
import { filterOfKeys, keysOfFilter, toggled } from '../state/places';
import { showFilter, useView } from '../state/view';
import styles from './sidebar.module.css';

interface Props<Item> extends TreeProps<Item> {
  'aria-label': string;
  /** Hears a key before the rows do. */
  onKey?: (event: KeyboardEvent) => void;
}

/**
 * The places of one section, an accessible tree of its own: one stop of the Tab key, arrows inside. Ctrl- or Cmd-click
 * adds to what is shown.
 */
export function PlaceTree<Item extends object>({ onKey = () => {}, ...tree }: Props<Item>) {
  const filter = useView((view) => view.filter);
  const shown = keysOfFilter(filter);
  const adding = useRef(false);
  const noteModifier = (event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }) => {
    adding.current = event.ctrlKey || event.metaKey || event.shiftKey;
  };
  const select = (keys: 'all' | Set<Key>) => {
    if (keys === 'all') return;
    const chosen = [...keys].map(String);
    if (adding.current) showFilter(toggled(filter, shown, chosen));
    else if (chosen.length > 0) showFilter(filterOfKeys(chosen));
  };
  return (
    <div
      onPointerDownCapture={noteModifier}
      onKeyDownCapture={(event) => {
        noteModifier(event);
        onKey(event);
      }}
    >
      <Tree
        {...tree}
        className={styles.tree ?? ''}
        selectionMode="multiple"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        selectedKeys={shown}
        onSelectionChange={select}
      />
    </div>
  );
}
