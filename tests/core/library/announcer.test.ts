import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer } from '../../../electron/core/announcer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const progress = (done: number) => ({ running: true, done, total: 9, failed: 0, newArticles: 0, bytes: 0 });

function listening() {
  const announcer = new Announcer();
  const heard: number[] = [];
  const stop = announcer.on('refresh.progress', ({ done }) => heard.push(done));
  return { announcer, heard, stop };
}

it('tells the first at once, then the last of each tenth of a second', () => {
  const { announcer, heard } = listening();
  for (const done of [1, 2, 3]) announcer.announce('refresh.progress', progress(done));
  expect(heard).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual([1, 3]);
  announcer.announce('refresh.progress', progress(4));
  expect(heard).toEqual([1, 3]);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual([1, 3, 4]);
  announcer.announce('refresh.progress', progress(5));
  expect(heard).toEqual([1, 3, 4, 5]);
});

it('tells each kind by itself, and nobody who has stopped listening', () => {
  const { announcer, heard, stop } = listening();
  let changes = 0;
  announcer.on('articles.changed', () => changes++);
  announcer.announce('refresh.progress', progress(1));
  announcer.announce('articles.changed', {});
  stop();
  announcer.announce('refresh.progress', progress(2));
  vi.advanceTimersByTime(1_000);
  expect([heard, changes]).toEqual([[1], 1]);
});

it('tells what still waits when it is closed', () => {
  const { announcer, heard } = listening();
  for (const done of [1, 2]) announcer.announce('refresh.progress', progress(done));
  announcer.close();
  expect(heard).toEqual([1, 2]);
});
