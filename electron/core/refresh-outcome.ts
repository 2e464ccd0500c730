import type { Failure } from '../contract/failures';
import type { RefreshReport } from '../contract/model';
import { printable } from './fetching/address';
import { isNetworkFailure } from './fetching/network-fault';
import type { Refreshed } from './refresh';
import type { FeedRecord } from './store/core-data';
import { hostOf } from './subscriptions/held-hosts';

/** How it went with one feed: what it brought, or why not. `asked` is false when its host was left alone. */
export interface Outcome {
  /** As it was before. */
  feed: FeedRecord;
  asked: boolean;
  refreshed: Refreshed | null;
  failure: Failure | null;
  /** How long it took. */
  ms: number;
}

/** The network, the feed, the reader or Caravan itself: who has to do with a failure. */
export type Blame = 'network' | 'feed' | 'nobody' | 'library';

/** Whether it is the reader who wanted it to end. */
export const isStopped = ({ code }: Failure): boolean => code === 'cancelled' || code === 'working-offline';

export function blameFor({ asked, failure }: Outcome): Blame | null {
  if (!failure) return null;
  if (!asked || isStopped(failure)) return 'nobody';
  if (failure.code.startsWith('library-')) return 'library';
  return isNetworkFailure(failure.code) ? 'network' : 'feed';
}

/** True when a server said something, were it only that the feed is gone. What is unexpected is no word of a server. */
export const isAnswer = (outcome: Outcome): boolean =>
  outcome.refreshed !== null || (blameFor(outcome) === 'feed' && outcome.failure?.code !== 'unexpected');

/** What a portal answers in every name; from one host alone it is that host's. */
const OF_PORTALS = new Set(['private-address', 'certificate-invalid']);

interface Circumstances {
  /** How many there are to ask in all. */
  feeds: number;
  /** What the system says; undefined when it says nothing. */
  isOnline: boolean | undefined;
  /** Whether a server answered shortly before. */
  hasJustAnswered: boolean;
}

/**
 * Whether it is the network that is gone, where feeds could not be reached: when none of all can be. Of a few, one host
 * proves nothing, nor does one that is known to fail, nor any while others have just answered: then it is theirs. Where all
 * feeds lie on one host there is nothing to tell it by; it counts as the network, which is tried again patiently.
 */
export function isNetworkLost(
  outcomes: readonly Outcome[],
  { feeds, isOnline, hasJustAnswered }: Circumstances,
): boolean {
  if (outcomes.some(isAnswer)) return false;
  if (isOnline === false) return true;
  const unreached = outcomes.filter((outcome) => blameFor(outcome) === 'network').map(({ feed }) => feed);
  const isWhole = outcomes.length >= feeds;
  const areSeveral = new Set(unreached.map(hostOf)).size > 1;
  if (!areSeveral && outcomes.some(({ failure }) => failure && OF_PORTALS.has(failure.code))) return false;
  if (isWhole && feeds > 1) return true;
  return (isWhole || areSeveral) && !hasJustAnswered && unreached.some(({ trouble }) => !trouble);
}

/** What came over the network, also of what came in vain. */
export function bytesOf({ refreshed, failure }: Pick<Outcome, 'refreshed' | 'failure'>): number {
  const inVain = failure?.detail.bytes;
  return refreshed?.bytes ?? (typeof inVain === 'number' ? inVain : 0);
}

export function reportOn(outcomes: readonly Outcome[], ms: number): RefreshReport {
  const report: RefreshReport = {
    feeds: outcomes.length,
    updated: 0,
    notModified: 0,
    failed: [],
    newArticles: 0,
    changedArticles: 0,
    bytes: 0,
    ms,
  };
  for (const { feed, refreshed, failure } of outcomes) {
    if (failure && !isStopped(failure)) {
      report.failed.push({ url: printable(feed.address), code: failure.code, message: failure.message });
    }
    report.bytes += bytesOf({ refreshed, failure });
    if (!refreshed) continue;
    if (refreshed.modified) report.updated++;
    else report.notModified++;
    report.newArticles += refreshed.added;
    report.changedArticles += refreshed.changed;
  }
  return report;
}
