import type { Handlers } from '../contract/calls';
import type { Trips } from './trips/trips';

type Names =
  | 'trips.list'
  | 'trips.open'
  | 'trips.estimate'
  | 'trips.pack'
  | 'trips.pause'
  | 'trips.resume'
  | 'trips.cancel'
  | 'trips.retry'
  | 'trips.verify'
  | 'trips.rename'
  | 'trips.keep'
  | 'trips.release';

/** What can be asked of trips; `telling` lets the library wait for it as it closes. */
export function tripHandlers(trips: Trips, telling: <T>(change: Promise<T>) => Promise<T>): Handlers<Names> {
  return {
    'trips.list': async () => trips.list(),
    'trips.open': async ({ id }) => trips.open(id),
    'trips.estimate': ({ plan }) => trips.estimate(plan),
    'trips.pack': ({ name, plan }) => trips.pack(name, plan),
    'trips.pause': ({ id }) => trips.pause(id),
    'trips.resume': ({ id }) => trips.resume(id),
    'trips.cancel': ({ id }) => trips.cancel(id),
    'trips.retry': ({ id, articles }) => trips.retry(id, articles),
    'trips.verify': ({ id }) => telling(trips.verify(id)),
    'trips.rename': ({ id, name }) => trips.rename(id, name),
    'trips.keep': ({ id }) => trips.keep(id),
    'trips.release': async ({ id }) => {
      await trips.release(id);
      return null;
    },
  };
}
