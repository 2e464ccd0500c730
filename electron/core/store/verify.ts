import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bodyShape } from './body-segment';
import { coreShape } from './core-data';
import { unframe } from './frame';
import { HeaderTable } from './header-table';
import { IndexBlock } from './index-block';
import { indexShape } from './index-file';
import { linesIn } from './journal-lines';
import { readRecord } from './journal-records';
import {
  BODY_FOLDER,
  bodyFile,
  CORE_FILE,
  INDEX_FOLDER,
  indexFile,
  journalFile,
  journalsIn,
  type Part,
  PICTURE_FOLDER,
  partsIn,
  pictureFile,
  picturePartFile,
  SECRETS_FILE,
  SETTINGS_FILE,
  TRIPS_FILE,
} from './layout';
import { lockLibrary } from './lock';
import { readPicture } from './pictures/picture-files';
import { namesIn, picturePartShape } from './pictures/picture-part';
import { keptGeneration } from './replace-file';
import { decodeFile, type Shape } from './safe-json-file';
import { secretsShape } from './secrets-data';
import { settingsShape } from './settings-data';
import { isCode, reasonOf } from './system-error';
import { tripsShape } from './trips-data';

export interface Finding {
  file: string;
  reason: string;
}

export interface Verdict {
  files: number;
  articles: number;
  bookmarks: number;
  damaged: Finding[];
}

/**
 * Reads every file of a library that no Caravan has open, and changes nothing: checksums, shapes, both generations, the
 * journals, and that each article has its text, and the pictures that are said to be here. Throws the Fault 'library-in-use'.
 */
export async function verifyLibrary(folder: string): Promise<Verdict> {
  const release = await lockLibrary(folder);
  try {
    return await new Verification(folder).run();
  } finally {
    await release();
  }
}

class Verification {
  readonly #folder: string;
  readonly #damaged: Finding[] = [];
  readonly #headers = new HeaderTable(({ feedId }) => new IndexBlock(feedId));
  #files = 0;
  #feeds: ReadonlySet<string> = new Set();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async run(): Promise<Verdict> {
    const core = await this.#bothOf(CORE_FILE, coreShape, true);
    await this.#bothOf(SETTINGS_FILE, settingsShape, true);
    await this.#bothOf(SECRETS_FILE, secretsShape, false);
    await this.#bothOf(TRIPS_FILE, tripsShape, false);
    const feeds = core?.feeds ?? [];
    this.#feeds = new Set(feeds.map(({ id }) => id));
    const index = await partsIn(this.#folder, INDEX_FOLDER);
    for (const { id, shards } of feeds) {
      const numbers = new Set([...Array(shards).keys(), ...(index.get(id) ?? [])]);
      for (const n of [...numbers].sort((a, b) => a - b)) await this.#index({ feedId: id, n }, n < shards);
    }
    await this.#journals();
    const bodies = await partsIn(this.#folder, BODY_FOLDER);
    for (const { id } of feeds) await this.#texts(id, bodies.get(id) ?? new Set());
    const pictures = await partsIn(this.#folder, PICTURE_FOLDER);
    const names = new Set<string>();
    for (const { id, icon } of feeds) {
      if (icon?.name) names.add(icon.name);
      for (const n of pictures.get(id) ?? []) await this.#picturesOf({ feedId: id, n }, names);
    }
    for (const name of names) await this.#picture(name);
    const { articles, bookmarks } = this.#count();
    return { files: this.#files, articles, bookmarks, damaged: this.#damaged };
  }

  async #index(part: Part, mustExist: boolean): Promise<void> {
    const block: IndexBlock | null = await this.#bothOf(indexFile(part), indexShape(part.feedId), mustExist);
    if (block) this.#headers.load(block);
  }

  async #journals(): Promise<void> {
    for (const number of await journalsIn(this.#folder)) {
      const file = journalFile(number);
      this.#files++;
      const { records, damaged } = linesIn(await readFile(path.join(this.#folder, file)));
      if (damaged > 0) this.#find(file, `${damaged} changes in it cannot be read`);
      for (const record of records) this.#replay(file, record);
    }
  }

  #replay(file: string, record: unknown): void {
    try {
      const read = readRecord(record);
      // Those of a feed that is not there any more are passed over, as they are by whoever opens the library.
      if (read.is !== 'articles' || this.#feeds.has(read.feed)) this.#headers.replay(read);
    } catch (error) {
      this.#find(file, reasonOf(error));
    }
  }

  async #texts(feedId: string, numbers: ReadonlySet<number>): Promise<void> {
    const missing = new Map<number, Set<string>>();
    for (const { id, segment } of this.#headers.ofFeed(feedId)) {
      missing.set(segment, (missing.get(segment) ?? new Set()).add(id));
    }
    for (const n of new Set([...numbers, ...missing.keys()])) {
      const file = bodyFile({ feedId, n });
      const segment = await this.#one(file, file, bodyShape(feedId), missing.has(n));
      const wanted = missing.get(n) ?? new Set();
      for (const id of segment?.bodies.keys() ?? []) wanted.delete(id);
      if (segment && wanted.size > 0) this.#find(file, `${wanted.size} texts are not in it`);
    }
  }

  /** Adds to `names` the files that a part refers to. */
  async #picturesOf(part: Part, names: Set<string>): Promise<void> {
    const file = picturePartFile(part);
    const found = await this.#one(file, file, picturePartShape(part.feedId), false);
    for (const name of found ? namesIn(found) : []) names.add(name);
  }

  async #picture(name: string): Promise<void> {
    this.#files++;
    const bytes = await readPicture(this.#folder, name).catch(() => null);
    if (bytes === null) this.#find(pictureFile(name), 'the picture is missing or damaged');
  }

  /** What a file holds, else its second generation; both are looked at. */
  async #bothOf<T>(file: string, shape: Shape<T>, mustExist: boolean): Promise<T | null> {
    const kept = keptGeneration(file);
    const found = await this.#one(file, file, shape, mustExist);
    const second = await this.#one(kept, kept, shape, false);
    return found ?? second;
  }

  async #one<T>(file: string, name: string, shape: Shape<T>, mustExist: boolean): Promise<T | null> {
    try {
      const bytes = await readFile(path.join(this.#folder, file));
      this.#files++;
      return decodeFile(shape, unframe(bytes));
    } catch (error) {
      const isMissing = isCode(error, 'ENOENT');
      if (!isMissing || mustExist) this.#find(name, isMissing ? 'it is missing' : reasonOf(error));
      return null;
    }
  }

  #find(file: string, reason: string): void {
    this.#damaged.push({ file, reason });
  }

  #count(): { articles: number; bookmarks: number } {
    let articles = 0;
    let bookmarks = 0;
    for (const { rows } of this.#headers.runs()) {
      for (const { bookmarked } of rows) {
        articles++;
        if (bookmarked) bookmarks++;
      }
    }
    return { articles, bookmarks };
  }
}
