import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isCode } from './system-error';

/** Where a library keeps its files, relative to its folder. */
export const CORE_FILE = 'core.json';
export const SETTINGS_FILE = 'settings.json';
export const ACTIVITY_FILE = 'activity.json';
export const PLACES_FILE = 'places.json';
export const HOSTS_FILE = 'hosts.json';
export const TRIPS_FILE = 'trips.json';
export const SECRETS_FILE = 'secrets.json';
export const INDEX_FOLDER = 'index';
export const BODY_FOLDER = 'body';
/** The words of the articles: made of them, and made again where it is missing. */
export const SEARCH_FOLDER = 'search';
/** Pictures, each under the SHA-256 of its bytes, and by body file what refers to them. */
export const PICTURE_FOLDER = 'pictures';
/** Where damaged files are put. */
export const QUARANTINE_FOLDER = 'quarantine';

/** One file for some articles of a feed. */
export interface Part {
  feedId: string;
  n: number;
}

export const indexFile = ({ feedId, n }: Part): string => path.join(INDEX_FOLDER, `${feedId}-${n}.json`);
export const bodyFile = ({ feedId, n }: Part): string => path.join(BODY_FOLDER, `${feedId}-${n}.json`);
export const picturePartFile = ({ feedId, n }: Part): string => path.join(PICTURE_FOLDER, `${feedId}-${n}.json`);
export const pictureFile = (name: string): string => path.join(PICTURE_FOLDER, name.slice(0, 2), name);

const PART = /^([a-z0-9]{1,40})-(\d{1,9})\.json(?:\.bak)?$/;

/** The feed that an index, body or picture file is of; null for any other name. */
export const feedOfFile = (name: string): string | null => PART.exec(name)?.[1] ?? null;

/** The names in one folder of the library; none when there is no folder. */
export async function namesIn(folder: string, within = ''): Promise<string[]> {
  try {
    return await readdir(path.join(folder, within));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** The numbers of each feed's files, also of those of which only the kept generation is left. */
export async function partsIn(folder: string, within: string): Promise<Map<string, Set<number>>> {
  const parts = new Map<string, Set<number>>();
  for (const name of await namesIn(folder, within)) {
    const [, feedId, n] = PART.exec(name) ?? [];
    if (!feedId) continue;
    const numbers = parts.get(feedId) ?? new Set();
    parts.set(feedId, numbers.add(Number(n)));
  }
  return parts;
}

const JOURNAL = /^journal-(\d{8})\.log$/;

export const journalFile = (n: number): string => `journal-${String(n).padStart(8, '0')}.log`;

/** The numbers of the journals in a library, oldest first. */
export async function journalsIn(folder: string): Promise<number[]> {
  const numbers = (await namesIn(folder)).flatMap((name) => JOURNAL.exec(name)?.[1] ?? []).map(Number);
  return numbers.sort((a, b) => a - b);
}
