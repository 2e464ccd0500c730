import type { LucideIcon } from 'lucide-react';
import { Check } from 'lucide-react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import styles from './popup-menu.module.css';

export interface MenuAction {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** The key that does the same. */
  hint?: string | undefined;
  checked?: boolean;
  danger?: boolean;
  run: () => void;
}

interface Props {
  actions: MenuAction[];
  /** What a button gives to the menu that it opens, for one that no button has opened. */
  alone?: { 'aria-label': string; onClose: () => void };
}

/** The actions of a menu that is open. */
export function MenuList({ actions, alone }: Props) {
  return (
    <Menu {...alone} className={styles.menu ?? ''} onAction={(id) => actions.find((one) => one.id === id)?.run()}>
      {actions.map(({ id, label: text, icon: Icon, hint, checked, danger }) => (
        <MenuItem key={id} id={id} textValue={text} className={`${styles.item} ${danger ? styles.danger : ''}`}>
          {Icon && <Icon aria-hidden="true" />}
          <span className={styles.text}>{text}</span>
          {hint && <kbd className={styles.hint}>{hint}</kbd>}
          {checked && <Check aria-hidden="true" />}
        </MenuItem>
      ))}
    </Menu>
  );
}
