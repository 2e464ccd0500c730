import type { LucideIcon } from 'lucide-react';
import { Check } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { IconButton } from './icon-button';
import styles from './popup-menu.module.css';

export interface MenuAction {
  id: string;
  label: string;
  icon?: LucideIcon;
  checked?: boolean;
  danger?: boolean;
  run: () => void;
}

interface Props {
  icon: LucideIcon;
  label: string;
  actions: MenuAction[];
  onOpenChange?: (open: boolean) => void;
}

/** An icon button that opens a menu of actions. */
export function PopupMenu({ icon, label, actions, onOpenChange = () => {} }: Props) {
  return (
    <MenuTrigger onOpenChange={onOpenChange}>
      <IconButton icon={icon} label={label} />
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Menu className={styles.menu ?? ''} onAction={(id) => actions.find((action) => action.id === id)?.run()}>
          {actions.map(({ id, label: text, icon: Icon, checked, danger }) => (
            <MenuItem key={id} id={id} textValue={text} className={`${styles.item} ${danger ? styles.danger : ''}`}>
              {Icon && <Icon aria-hidden="true" />}
              <span className={styles.text}>{text}</span>
              {checked && <Check aria-hidden="true" />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
