import { useRef } from 'react';
import { Popover } from 'react-aria-components/Popover';
import { type MenuAction, MenuList } from './menu-list';
import styles from './popup-menu.module.css';

interface Props {
  /** What the menu is about, as it is spoken. */
  label: string;
  /** Where in the window it opens: at the pointer, or at what has the focus. */
  at: { x: number; y: number };
  target: Element;
  actions: MenuAction[];
  onClose: () => void;
}

/** The menu of a right click, of the Menu key and of Shift+F10. */
export function ContextMenu({ label, at, target, actions, onClose }: Props) {
  const trigger = useRef(target);
  return (
    <Popover
      aria-label={label}
      isOpen
      onOpenChange={onClose}
      triggerRef={trigger}
      getTargetRect={() => new DOMRect(at.x, at.y, 0, 0)}
      placement="bottom start"
      offset={2}
      className={styles.popover ?? ''}
    >
      <MenuList alone={{ 'aria-label': label, onClose }} actions={actions} />
    </Popover>
  );
}
