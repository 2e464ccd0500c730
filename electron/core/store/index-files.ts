import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../contract/failures';
import { IndexBlock } from './index-block';
import { indexShape } from './index-file';
import { indexFile, type Part } from './layout';
import { LibraryFile, type OpenOptions } from './library-file';
import { keptGeneration, setAside } from './replace-file';
import { setAsidePath } from './safe-json-file';

export type BlockFile = LibraryFile<IndexBlock>;
type FileOptions = Pick<OpenOptions<IndexBlock>, 'folder' | 'turns' | 'recovered' | 'newer' | 'mayWrite'>;

/** The index files of a library, each with its block. */
export class IndexFiles {
  readonly #options: FileOptions;
  readonly #files = new Map<IndexBlock, { part: Part; file: BlockFile }>();

  constructor(options: FileOptions) {
    this.#options = options;
  }

  /**
   * Opens an index file. One of which neither generation can be read is put aside and answered as `lost`, with an empty
   * block in its place.
   */
  async load(part: Part, mustExist: boolean): Promise<{ block: IndexBlock; lost: string | null }> {
    const options = this.#fileOptions(part);
    try {
      const file = await LibraryFile.open({ ...options, mustExist });
      return { block: this.#add(part, file), lost: null };
    } catch (error) {
      if (!(error instanceof Fault && error.failure.code === 'library-damaged')) throw error;
      await this.#putAside(part);
      return { block: this.#add(part, LibraryFile.start(options)), lost: String(error.failure.detail.reason) };
    }
  }

  /** Starts a file that is not there yet. */
  start(part: Part): IndexBlock {
    return this.#add(part, LibraryFile.start(this.#fileOptions(part)));
  }

  /** All files, in no order. */
  all(): BlockFile[] {
    return [...this.#files.values()].map(({ file }) => file);
  }

  /** How many files of a feed have been written. */
  written(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { part, file } of this.#files.values()) {
      if (file.isWritten) counts.set(part.feedId, Math.max(counts.get(part.feedId) ?? 0, part.n + 1));
    }
    return counts;
  }

  /** Deletes the files of these blocks. */
  async remove(blocks: readonly IndexBlock[]): Promise<void> {
    for (const block of blocks) {
      const held = this.#files.get(block);
      if (!held) continue;
      this.#files.delete(block);
      const file = this.#path(held.part);
      await rm(file, { force: true });
      await rm(keptGeneration(file), { force: true });
    }
  }

  #add(part: Part, file: BlockFile): IndexBlock {
    this.#files.set(file.data, { part, file });
    return file.data;
  }

  #fileOptions(part: Part): Omit<OpenOptions<IndexBlock>, 'mustExist'> {
    const initial = new IndexBlock(part.feedId);
    return { ...this.#options, file: indexFile(part), shape: indexShape(part.feedId), initial };
  }

  #path = (part: Part): string => path.join(this.#options.folder, indexFile(part));

  async #putAside(part: Part): Promise<void> {
    this.#options.mayWrite?.();
    const file = this.#path(part);
    await setAside(file, setAsidePath(this.#options.folder, indexFile(part)));
    await setAside(keptGeneration(file), setAsidePath(this.#options.folder, keptGeneration(indexFile(part))));
  }
}
