import { FAILURE_MESSAGES, type Failure, type FailureCode, failure } from '../../contract/failures';
import type { TripPause, TripState, TripSummary } from '../../contract/trips';
import type { PackedArticle, TripRecord } from '../store/trips-data';

/** A trip as it is shown. `waitsFor` is why its packing stands still. */
export function summaryOf(trip: TripRecord, now: number, waitsFor: TripPause | null): TripSummary {
  const { id, name, plan, articles, made, verified, ms } = trip;
  const count = (is: PackedArticle['is']): number => articles.reduce((sum, each) => sum + (each.is === is ? 1 : 0), 0);
  const sum = (of: 'bytes' | 'pictures'): number => articles.reduce((all, each) => all + each[of], 0);
  return {
    id,
    name,
    plan,
    state: stateOf(trip, now),
    waitsFor: trip.phase === 'packing' ? waitsFor : null,
    articles: articles.length,
    ready: count('ready'),
    failed: count('failed'),
    pictures: sum('pictures'),
    bytes: sum('bytes'),
    made,
    verified,
    ms,
  };
}

function stateOf({ phase, plan, articles }: TripRecord, now: number): TripState {
  if (phase !== 'packed') return phase;
  if (plan.until !== null && plan.until <= now) return 'over';
  return articles.every(({ is }) => is === 'ready') ? 'ready' : 'partly';
}

/** What was written down of a failure; a code that this Caravan does not know is said as it is. */
export function failureOf({ failure: noted }: PackedArticle): Failure {
  if (!noted) return failure('cancelled');
  if (noted.code in FAILURE_MESSAGES) return failure(noted.code as FailureCode, noted.detail);
  return failure('unexpected', { reason: noted.code });
}
