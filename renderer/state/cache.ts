import { QueryClient } from '@tanstack/react-query';
import { on } from '../caravan';

/** What the window has asked for so far. The library is on this computer, so the network never matters. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000, retry: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** What must be asked again; while one round of asking runs, the next waits for it. */
const stale = new Set<string>();
let isAsking = false;

/** Asks again for all that is known under these names. Calls in between are one call. */
export function forget(...names: string[]): void {
  for (const name of names) stale.add(name);
  if (!isAsking) void askAgain();
}

async function askAgain(): Promise<void> {
  isAsking = true;
  while (stale.size > 0) {
    await idle();
    const names = [...stale];
    stale.clear();
    await Promise.all(names.map((name) => cache.invalidateQueries({ queryKey: [name] })));
  }
  isAsking = false;
}

const SOON_MS = 100;

/** Whatever the reader is doing is drawn first. */
const idle = (): Promise<unknown> => new Promise((done) => requestIdleCallback(done, { timeout: SOON_MS }));

/** Asks again for what an event says has changed. Call once. */
export function listenForChanges(): void {
  on('articles.changed', () => forget('articles', 'snippets', 'article', 'overview', 'storage', 'disk'));
  on('marks.changed', () => forget('articles', 'overview', 'storage'));
  on('feeds.changed', () => forget('articles', 'overview', 'storage', 'health', 'activity'));
  on('trips.changed', () => forget('articles', 'trips', 'trip', 'storage'));
  on('network.changed', () => forget('overview'));
  on('settings.changed', () => forget('settings', 'storage', 'health'));
}
