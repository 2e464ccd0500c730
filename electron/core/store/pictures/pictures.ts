import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Part, PICTURE_FOLDER, partsIn, picturePartFile } from '../layout';
import type { LibraryFile } from '../library-file';
import { type OpenSegment, SegmentCache } from '../segment-cache';
import { Slices } from '../slices';
import { Turns } from '../turns';
import { nameOf, readPicture, removePicture, shelves, sizes, writePicture } from './picture-files';
import { namesIn, type PicturePart, prunedPart, withoutFiles } from './picture-part';

interface Options {
  folder: string;
  open: OpenSegment<PicturePart>;
  recovered(file: string, reason: string): void;
}

/** Whether an article is there, with its text in this part. */
export type IsThere = (part: Part, id: string) => boolean;

/**
 * Pictures on the disk, each once however many articles show it, and by part what refers to them. A file goes when nobody
 * refers to it: at a {@link collect}, which counts anew, so that no crash can leave a count that is wrong.
 */
export class Pictures {
  readonly #options: Options;
  readonly #parts: SegmentCache<PicturePart>;
  readonly #collecting = new Turns(1);
  /** One after the other, so that none is lost to a file that is just being deleted. */
  readonly #changing = new Turns(1);
  /** How often each was put here without anybody who refers to it yet: it must not be taken for left over. */
  readonly #pending = new Map<string, number>();
  /** Those that somebody has come to refer to since the collection began. */
  readonly #settled = new Set<string>();
  #bytes: number | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#parts = new SegmentCache(options.open);
  }

  /** What all pictures take on disk; null until the first collection has counted. */
  get bytes(): number | null {
    return this.#bytes;
  }

  /** What is known of the pictures of one part. */
  part(part: Part): Promise<PicturePart> {
    return this.#parts.use(part, false, ({ data }) => data);
  }

  /** Keeps a picture and answers its name. It stays until it is handed to {@link change} or {@link settle}. Throws 'library-unwritable'. */
  async put(bytes: Uint8Array): Promise<string> {
    const name = nameOf(bytes);
    this.#pending.set(name, (this.#pending.get(name) ?? 0) + 1);
    const more = await writePicture(this.#options.folder, name, bytes);
    if (this.#bytes !== null) this.#bytes += more;
    return name;
  }

  /** Changes what is known of a part, in one commit; `put` are names that it refers to now. Throws the Fault 'library-unwritable'. */
  async change(part: Part, next: (data: PicturePart) => PicturePart, put: readonly string[] = []): Promise<void> {
    await this.#changing.take(() =>
      this.#parts.use(part, false, async (file) => {
        const after = next(file.data);
        if (after === file.data) return;
        await file.change(() => after);
      }),
    );
    this.settle(put);
  }

  /** These were put here, and somebody refers to them now: a part, or a feed whose icon it is. */
  settle(put: readonly string[]): void {
    for (const name of put) {
      const times = this.#pending.get(name) ?? 0;
      if (times > 1) this.#pending.set(name, times - 1);
      else this.#pending.delete(name);
      this.#settled.add(name);
    }
  }

  /** A picture's bytes; null when it is not here, or damaged. Throws the Fault 'file-unreadable'. */
  read(name: string): Promise<Buffer | null> {
    return readPicture(this.#options.folder, name);
  }

  /**
   * Deletes what nobody refers to: of articles that are not there any more, of feeds that went, of work that a crash cut
   * off. `others` are referred to from elsewhere. Answers the bytes that are free now. Throws the Fault 'library-unwritable'.
   */
  collect(isThere: IsThere, others: () => Iterable<string>): Promise<number> {
    return this.#collecting.take(() => this.#collect(isThere, others));
  }

  async #collect(isThere: IsThere, others: () => Iterable<string>): Promise<number> {
    this.#settled.clear();
    const live = new Set<string>();
    for await (const part of this.#all()) {
      for (const name of await this.#prune(part, isThere)) live.add(name);
    }
    for (const name of others()) live.add(name);
    const { folder } = this.#options;
    let freed = 0;
    let left = 0;
    for await (const names of shelves(folder)) {
      for (const name of names) {
        const isSpared = live.has(name) || this.#pending.has(name) || this.#settled.has(name);
        if (!isSpared) freed += await removePicture(folder, name);
      }
    }
    for await (const bytes of sizes(folder)) left += bytes;
    this.#bytes = left;
    return freed;
  }

  /** Drops what is said of articles that are not there; answers the names that the rest refers to. */
  async #prune(part: Part, isThere: IsThere): Promise<string[]> {
    const isKept = (id: string): boolean => isThere(part, id);
    const prune = async (file: LibraryFile<PicturePart>): Promise<string[]> => {
      const pruned = prunedPart(file.data, isKept);
      if (pruned !== file.data) await file.change(() => pruned);
      if (pruned.articles.size === 0) {
        this.#parts.forget(part);
        await rm(path.join(this.#options.folder, picturePartFile(part)), { force: true });
      }
      return [...namesIn(pruned)];
    };
    return this.#changing.take(() => this.#parts.use(part, false, prune));
  }

  /** Forgets the pictures of a part whose files are missing or damaged; answers the articles that miss one now. */
  async repair(part: Part): Promise<string[]> {
    const { folder, recovered } = this.#options;
    const lost = new Set<string>();
    for (const name of new Set(namesIn(await this.part(part)))) {
      if ((await this.read(name)) !== null) continue;
      lost.add(name);
      await removePicture(folder, name);
    }
    if (lost.size === 0) return [];
    const articles = withoutFiles(await this.part(part), lost).lost;
    await this.change(part, (data) => withoutFiles(data, lost).part);
    recovered(
      picturePartFile(part),
      `${lost.size} pictures are lost and are fetched again where the publisher has them`,
    );
    return articles;
  }

  /** How often each file is referred to by the articles. */
  async references(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for await (const part of this.#all()) {
      for (const name of namesIn(await this.part(part))) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  /** The parts of a feed of which anything is known. */
  async partsOf(feedId: string): Promise<Part[]> {
    const numbers = (await partsIn(this.#options.folder, PICTURE_FOLDER)).get(feedId) ?? new Set<number>();
    return [...numbers].map((n) => ({ feedId, n }));
  }

  async *#all(): AsyncIterable<Part> {
    const slices = new Slices();
    for (const [feedId, numbers] of await partsIn(this.#options.folder, PICTURE_FOLDER)) {
      for (const n of numbers) {
        if (slices.isLong) await slices.next();
        yield { feedId, n };
      }
    }
  }
}
