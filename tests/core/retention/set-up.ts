import { KEEP_EVERYTHING, type Retention } from '../../../electron/contract/settings';
import type { Library } from '../../../electron/core/library';
import { listed, openLibrary, temporaryFolder } from '../library/temporary';
import { changingFeed } from './changing-feed';

export const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 24, 9);
const ROOMY = { free: 50e9, total: 100e9 };

/** A library with a clock and a disk of the test's own. */
export async function libraryWithClock() {
  const folder = await temporaryFolder();
  const clock = { now: START };
  const disk = { ...ROOMY };
  const ports = { now: () => clock.now, random: () => 0.5, measure: async () => disk };
  const open = () => openLibrary(folder, ports);
  return { folder, clock, disk, open, library: await open() };
}

/** Follows a feed that showed six stories and, forty days later, shows the last two of them. All are read. */
export async function grownOld() {
  const feed = await changingFeed();
  const set = await libraryWithClock();
  const { library, clock } = set;
  const slugs = ['one', 'two', 'three', 'four', 'five', 'six'];
  feed.show(...slugs.slice(0, 4).map((slug) => ({ slug })));
  await follow(library, feed.address);
  clock.now += DAY;
  feed.show(...slugs.slice(4).map((slug) => ({ slug })));
  await refresh(library);
  await readAll(library);
  clock.now += 40 * DAY;
  return { ...set, feed };
}

export const follow = ({ handlers }: Library, address: string) => handlers['feeds.add']({ address, folderId: null });
export const refresh = ({ handlers }: Library) => handlers['refresh.start']({ feedIds: null });
export const report = ({ handlers }: Library) => handlers['library.storage']({});
export const cleanUp = ({ handlers }: Library) => handlers['library.cleanUp']({});

export async function readAll(library: Library): Promise<void> {
  const ids = (await listed(library)).articles.map(({ id }) => id);
  await library.handlers['articles.mark']({ ids, read: true });
}

export const limit = ({ handlers }: Library, retention: Partial<Retention>) =>
  handlers['settings.change']({ retention: { ...KEEP_EVERYTHING, ...retention } });

export async function idOf(library: Library, title: string): Promise<string> {
  const found = (await listed(library)).articles.find((article) => article.title === title);
  if (!found) throw new Error(`${title} is not in the library`);
  return found.id;
}
