import { onTestFinished } from 'vitest';
import { EVERYTHING } from '../../../electron/contract/model';
import type { Trip, TripPlan } from '../../../electron/contract/trips';
import type { Library, LibraryOptions } from '../../../electron/core/library';
import { painted, served } from '../../support/picture-files';
import { type Answer, startWrittenFeed, type WrittenItem } from '../../support/written-feed';
import { openLibrary, temporaryFolder } from '../library/temporary';

const WORDS = 'The caravan crossed the dry river before the sun was up and nobody spoke. '.repeat(12);

/** A story with so many pictures of its own. */
const story = (n: number, pictures: number): WrittenItem => ({
  title: `Story ${n}`,
  html: `<p>${WORDS}</p>${Array.from({ length: pictures }, (_, k) => `<p><img src="{origin}/${n}-${k}.png" alt="picture ${k}"></p>`).join('')}`,
});

const picturesOf = (stories: number, each: number): Record<string, Answer> =>
  Object.fromEntries(
    Array.from({ length: stories * each }, (_, at) => [
      `/${Math.floor(at / each)}-${at % each}.png`,
      served(painted(at)),
    ]),
  );

interface Start {
  stories: number;
  pictures: number;
  files?: Record<string, Answer>;
  options?: Partial<LibraryOptions>;
}

/** A library that follows one feed of such stories, and has fetched nothing but their texts. */
export async function reading({ stories, pictures, files = {}, options }: Start) {
  const items = Array.from({ length: stories }, (_, n) => story(n, pictures));
  const feed = await startWrittenFeed(items, { files: { ...picturesOf(stories, pictures), ...files } });
  onTestFinished(() => feed.close().catch(() => {}));
  const folder = await temporaryFolder();
  const library = await openLibrary(folder, options);
  await library.handlers['feeds.add']({ address: feed.url, folderId: null });
  feed.asked.length = 0;
  return { feed, folder, library };
}

export const plan = (change: Partial<TripPlan> = {}): TripPlan => ({
  filter: EVERYTHING,
  level: 'full',
  bytes: null,
  until: null,
  ...change,
});

/** Resolves once the trip is as it is waited for. */
export async function until(library: Library, id: string, is: (trip: Trip) => boolean): Promise<Trip> {
  return new Promise((resolve, reject) => {
    const stops: (() => void)[] = [];
    const look = (): void => {
      library.handlers['trips.open']({ id }).then((trip) => {
        if (!is(trip)) return;
        for (const stop of stops) stop();
        resolve(trip);
      }, reject);
    };
    stops.push(library.on('trip.progress', look), library.on('trips.changed', look));
    look();
  });
}

export const isVerified = ({ state, verified }: Trip): boolean => state !== 'packing' && verified !== null;

export async function packed(library: Library, name: string, change: Partial<TripPlan> = {}): Promise<Trip> {
  const { id } = await library.handlers['trips.pack']({ name, plan: plan(change) });
  return until(library, id, isVerified);
}
