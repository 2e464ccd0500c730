import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  ACTIVITY_FILE,
  BODY_FOLDER,
  CORE_FILE,
  feedOfFile,
  HOSTS_FILE,
  INDEX_FOLDER,
  PICTURE_FOLDER,
  PLACES_FILE,
  QUARANTINE_FOLDER,
  SECRETS_FILE,
  SETTINGS_FILE,
  TRIPS_FILE,
} from './layout';
import { isCode } from './system-error';

/** Bytes on disk, kept generations included. */
export interface DiskUsage {
  kinds: Record<string, number>;
  /** The headers and texts of each feed. */
  feeds: Map<string, number>;
}

/** How the names in the library's folder begin, and what they hold. */
const KINDS = [
  [CORE_FILE, 'core'],
  [SETTINGS_FILE, 'settings'],
  [SECRETS_FILE, 'settings'],
  [ACTIVITY_FILE, 'activity'],
  [PLACES_FILE, 'settings'],
  [HOSTS_FILE, 'settings'],
  [TRIPS_FILE, 'settings'],
  [INDEX_FOLDER, 'index'],
  [BODY_FOLDER, 'bodies'],
  [PICTURE_FOLDER, 'pictures'],
  ['journal', 'journal'],
  ['backup', 'backups'],
  [QUARANTINE_FOLDER, 'quarantine'],
  // Chromium's own files.
  ['window', 'window'],
] as const;

/** What the library takes on disk, by kind of file and by feed. */
export async function diskUsage(folder: string): Promise<DiskUsage> {
  const usage: DiskUsage = { kinds: { core: 0, settings: 0, index: 0, bodies: 0, other: 0 }, feeds: new Map() };
  for (const file of await filesIn(folder)) {
    const [top = '', name] = file.split(path.sep);
    const kind = KINDS.find(([start]) => top.startsWith(start))?.[1] ?? 'other';
    const bytes = await sizeOf(path.join(folder, file));
    usage.kinds[kind] = (usage.kinds[kind] ?? 0) + bytes;
    const feedId = kind === 'index' || kind === 'bodies' ? feedOfFile(name ?? '') : null;
    if (feedId !== null) usage.feeds.set(feedId, (usage.feeds.get(feedId) ?? 0) + bytes);
  }
  return usage;
}

/** All files below a folder, relative to it. */
async function filesIn(folder: string, within = ''): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await unlessGone(readdir(path.join(folder, within), { withFileTypes: true }), [])) {
    const at = path.join(within, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(folder, at)));
    else files.push(at);
  }
  return files;
}

const sizeOf = async (file: string): Promise<number> => (await unlessGone(lstat(file), null))?.size ?? 0;

/** A file or folder may have been there a moment ago only. */
async function unlessGone<T, Otherwise>(looking: Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
  try {
    return await looking;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return otherwise;
    throw error;
  }
}
