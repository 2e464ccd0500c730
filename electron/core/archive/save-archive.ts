import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { SavedArchive } from '../../contract/backups';
import { Fault } from '../../contract/failures';
import { replaceByStream } from '../store/replace-file';
import type { Store } from '../store/store';
import { reasonOf } from '../store/system-error';
import { exportFeeds } from '../subscriptions/transfer';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveManifest,
  articlesEntry,
  FEEDS_ENTRY,
  LIBRARY_ENTRY,
  MANIFEST_ENTRY,
} from './archive-format';
import { archivedLibrary, type Chosen, chosenFeeds } from './archived-library';
import { articleLines, type Tally } from './article-lines';

/** So few that no entry comes near 4 GB, from where on not every program can read it. */
const ARTICLES_AN_ENTRY = 1_000;

/**
 * Writes the chosen articles with their feeds into one zip file, article by article, so that its size does not matter.
 * The file is there once it is whole. Throws the Fault 'archive-unwritable'.
 */
export async function saveArchive(store: Store, chosen: Chosen, file: string, now: number): Promise<SavedArchive> {
  const feeds = chosenFeeds(store, chosen);
  const tally: Tally = { articles: 0, bookmarks: 0, missing: 0 };
  try {
    const zip = new yazl.ZipFile();
    const options = { mtime: new Date(now), compress: true };
    const add = (name: string, content: string): void => zip.addBuffer(Buffer.from(content), name, options);
    const addLazily = (name: string, lines: () => Iterable<string> | AsyncIterable<string>): void =>
      zip.addReadStreamLazy(name, options, (take) => take(null, Readable.from(lines(), { objectMode: false })));

    add(FEEDS_ENTRY, exportFeeds({ ...store.core.data, feeds: [...feeds.keys()] }));
    add(LIBRARY_ENTRY, JSON.stringify(archivedLibrary(store, chosen, [...feeds.keys()])));
    for (const [{ id }, articles] of feeds) {
      for (let at = 0; at < articles.length; at += ARTICLES_AN_ENTRY) {
        const part = articles.slice(at, at + ARTICLES_AN_ENTRY);
        addLazily(articlesEntry(id, at / ARTICLES_AN_ENTRY), () => articleLines(store, part, tally));
      }
    }
    // Asked for after all the others are written: only then is it known what became of them.
    addLazily(MANIFEST_ENTRY, () => [JSON.stringify(manifest(feeds.size, tally, now))]);
    zip.end();
    const output = Readable.from(zip.outputStream, { objectMode: false });
    // The zip file reports what went wrong in an entry, but its output does not end by it.
    zip.on('error', (error: Error) => output.destroy(error));
    const bytes = await replaceByStream(file, output);
    return { file, feeds: feeds.size, ...tally, bytes };
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('archive-unwritable', { file, reason: reasonOf(error) }, error);
  }
}

const manifest = (feeds: number, { articles }: Tally, now: number): ArchiveManifest => ({
  format: ARCHIVE_FORMAT,
  version: ARCHIVE_VERSION,
  made: new Date(now).toISOString(),
  feeds,
  articles,
});
