import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './splitter.module.css';

interface Props {
  label: string;
  width: number;
  least: number;
  most: number;
  /** Pixels; called while dragging with `done` false, and once with `done` true. */
  onResize: (width: number, done: boolean) => void;
}

const STEP = 16;
const towardsEnd = () => (document.documentElement.dir === 'rtl' ? -1 : 1);

/** The line between two panes: drag it, or move it with the arrow keys. */
export function Splitter({ label, width, least, most, onResize }: Props) {
  const clamp = (wanted: number) => Math.round(Math.min(most, Math.max(least, wanted)));

  const drag = (down: PointerEvent<HTMLDivElement>) => {
    const handle = down.currentTarget;
    const widthAt = (x: number) => clamp(width + (x - down.clientX) * towardsEnd());
    handle.setPointerCapture(down.pointerId);
    handle.onpointermove = (move) => onResize(widthAt(move.clientX), false);
    handle.onpointerup = (up) => {
      handle.onpointermove = null;
      handle.onpointerup = null;
      onResize(widthAt(up.clientX), true);
    };
  };

  const step = ({ key }: KeyboardEvent) => {
    const direction = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (direction) onResize(clamp(width + direction * towardsEnd() * STEP), true);
  };

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={drag}
      onKeyDown={step}
    />
  );
}
