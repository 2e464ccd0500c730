import { useSyncExternalStore } from 'react';
import { forget } from './cache';

const MINUTE = 60_000;

let minute = Date.now();
const watchers = new Set<() => void>();

/** Ticks once a minute; at midnight what is called today changes too. Call once. */
export function startClock(): void {
  setInterval(() => {
    const before = new Date(minute).toDateString();
    minute = Date.now();
    if (new Date(minute).toDateString() !== before) forget('articles', 'overview');
    for (const tick of watchers) tick();
  }, MINUTE);
}

function watch(tick: () => void): () => void {
  watchers.add(tick);
  return () => watchers.delete(tick);
}

/** The time, to the minute, for “12 min ago”. */
export const useMinute = (): number => useSyncExternalStore(watch, () => minute);
