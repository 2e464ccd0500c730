import { net } from 'electron';
import type { Library } from '../core/library';

const LOOK_FOR_DUE_MS = 60_000;
/** The window draws first. */
const FIRST_LOOK_MS = 2_000;
const LOOK_FOR_NETWORK_MS = 10_000;

/**
 * Keeps what belongs to the articles from shortly after the start, and refreshes what is due every minute and as soon as the network returns. Returns how to stop.
 * What is due, and how often, is the library's decision.
 */
export function startSchedule(library: Library, onError: (error: unknown) => void): () => void {
  let online = net.isOnline();
  const due = () => void library.refreshDue().catch(onError);
  const lookForDue = setInterval(due, LOOK_FOR_DUE_MS);
  const lookForNetwork = setInterval(() => {
    if (net.isOnline() === online) return;
    online = net.isOnline();
    library.networkChanged();
    if (online) due();
  }, LOOK_FOR_NETWORK_MS);
  const firstLook = setTimeout(() => {
    library.startKeeping();
    due();
  }, FIRST_LOOK_MS);
  return () => {
    clearTimeout(firstLook);
    clearInterval(lookForDue);
    clearInterval(lookForNetwork);
  };
}
