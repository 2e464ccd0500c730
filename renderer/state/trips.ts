import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { TripFormat } from '../../electron/contract/output';
import type { Trip, TripEstimate, TripPlan, TripSummary } from '../../electron/contract/trips';
import { ask, on } from '../caravan';
import { formattingLocale } from '../words/words';
import { forget } from './cache';
import { tellFailure, tellReader } from './notice';
import { leaveTerm, openTrip } from './view';

let progress: TripSummary | null = null;

function watchProgress(changed: () => void): () => void {
  return on('trip.progress', (trip) => {
    progress = trip;
    if (trip.state !== 'packing' || trip.waitsFor !== null) forget('trips', 'trip', 'storage');
    changed();
  });
}

/** The trips as they were written down last, the latest first; undefined until the library has answered. */
export const useKnownTrips = (): TripSummary[] | undefined =>
  useQuery({ queryKey: ['trips'], queryFn: () => ask('trips.list', {}) }).data;

/** The trips, the latest first; the one that is being packed as far as it has come. Undefined until the library has answered. */
export function useTrips(): TripSummary[] | undefined {
  const trips = useKnownTrips();
  const now = useSyncExternalStore(watchProgress, () => progress);
  return trips?.map((trip) =>
    now?.id === trip.id && now.state === 'packing' && trip.state === 'packing' ? now : trip,
  );
}

/** A trip with what could not be packed; undefined until the library has answered. */
export function useTrip(id: string | null): Trip | undefined {
  const summary = useTrips()?.find((trip) => trip.id === id);
  // What failed is asked for again only when more has.
  const { data } = useQuery({
    queryKey: ['trip', id, summary?.failed],
    queryFn: () => ask('trips.open', { id: id ?? '' }),
    enabled: summary !== undefined,
    placeholderData: keepPreviousData,
  });
  return data && summary && data.id === id ? { ...data, ...summary } : undefined;
}

/** What a plan comes to; the one before stays until the new one is known. */
export function useEstimate(plan: TripPlan): TripEstimate | undefined {
  return useQuery({
    queryKey: ['estimate', plan],
    queryFn: () => ask('trips.estimate', { plan }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  }).data;
}

/** Begins to pack, and shows how that goes. */
export async function packTrip(name: string, plan: TripPlan): Promise<null> {
  const { id } = await ask('trips.pack', { name, plan });
  openTrip(id);
  return null;
}

const telling = (task: Promise<unknown>): void => void task.catch(tellFailure);

export const pauseTrip = (id: string): void => telling(ask('trips.pause', { id }));
export const resumeTrip = (id: string): void => telling(ask('trips.resume', { id }));
export const retryTrip = (id: string, articles: string[] | null): void => telling(ask('trips.retry', { id, articles }));
export const keepTrip = (id: string): void => telling(ask('trips.keep', { id }));
export const verifyTrip = (id: string): void => telling(ask('trips.verify', { id }));

/** Stops for good; with nothing packed yet nothing is left to be shown. */
export const cancelTrip = (id: string): void =>
  telling(ask('trips.cancel', { id }).then((left) => left === null && gone(id)));

/** Resolves once it has its name; throws where another has it. */
export async function renameTrip(id: string, name: string): Promise<null> {
  await ask('trips.rename', { id, name });
  return null;
}

export function releaseTrip({ id, name }: Pick<TripSummary, 'id' | 'name'>): void {
  const released = (): void => {
    gone(id);
    tellReader({ words: { key: 'notice.tripReleased', values: { name } } });
  };
  telling(ask('trips.release', { id }).then(released));
}

/** Asks where, and writes all that is packed there. */
export const saveTrip = (id: string, format: TripFormat): void =>
  telling(ask('trips.save', { id, format, locale: formattingLocale() }));

function gone(id: string): void {
  openTrip(null);
  leaveTerm({ kind: 'trip', value: id });
}
