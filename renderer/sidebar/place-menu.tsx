import { type MouseEvent, useState } from 'react';
import { ContextMenu } from '../ui/context-menu';
import { usePlaceActions } from './place-actions';

interface Opened {
  key: string;
  target: Element;
  at: { x: number; y: number };
}

/** The menu of whatever row is right-clicked, or has the focus when the Menu key or Shift+F10 is pressed. */
export function usePlaceMenu() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const actionsFor = usePlaceActions();
  const openMenu = (event: MouseEvent) => {
    const { target, currentTarget, clientX, clientY } = event;
    if (!(target instanceof Element) || target instanceof HTMLInputElement || !currentTarget.contains(target)) return;
    const row = target.closest<HTMLElement>('[role=row]');
    if (!row?.dataset.key) return;
    event.preventDefault();
    setOpened({ key: row.dataset.key, target: row, at: { x: clientX, y: clientY } });
  };
  const menu = opened && (
    <ContextMenu
      label={opened.target.getAttribute('aria-label') ?? ''}
      target={opened.target}
      at={opened.at}
      actions={actionsFor(opened.key)}
      onClose={() => setOpened(null)}
    />
  );
  return { openMenu, menu };
}
