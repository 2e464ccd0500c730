import type { LucideIcon } from 'lucide-react';
import { MenuTrigger, Popover } from 'react-aria-components/Menu';
import { IconButton } from './icon-button';
import { type MenuAction, MenuList } from './menu-list';
import styles from './popup-menu.module.css';

interface Props {
  icon: LucideIcon;
  label: string;
  actions: MenuAction[];
  onOpenChange?: (open: boolean) => void;
  /** In a row that is one stop of the Tab key, where arrows lead to what is in it. */
  excludeFromTabOrder?: boolean;
}

/** An icon button that opens a menu of actions. */
export function PopupMenu({ icon, label, actions, onOpenChange = () => {}, excludeFromTabOrder = false }: Props) {
  return (
    <MenuTrigger onOpenChange={onOpenChange}>
      <IconButton icon={icon} label={label} excludeFromTabOrder={excludeFromTabOrder} />
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <MenuList actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}
