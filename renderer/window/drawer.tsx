import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useView } from '../state/view';

const close = () => useView.setState({ drawer: false });

/** The sidebar where it lies over the list: takes the focus when it opens, closes with the choice, gives the focus back. */
export function Drawer({ className, children }: { className: string; children: ReactNode }) {
  const open = useView((view) => view.drawer);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const opener = document.activeElement;
    box.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [open]);
  const chosen = ({ target }: MouseEvent) => {
    const onRow = target instanceof Element && target.closest('[role=row]') && !target.closest('button, input');
    if (open && onRow) close();
  };
  // In a menu, in a name that is being typed or on a grip these keys mean something else.
  const key = ({ key: pressed, target }: KeyboardEvent) => {
    const onRow = target instanceof HTMLElement && target.role === 'row';
    if (open && onRow && (pressed === 'Enter' || pressed === 'Escape')) close();
  };
  return (
    // biome-ignore lint/a11y: the trees inside are what is used, by key too; this only hears of it
    <div ref={box} className={className} onClick={chosen} onKeyDownCapture={key}>
      {children}
    </div>
  );
}
