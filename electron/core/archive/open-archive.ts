import * as v from 'valibot';
import type { OpenedArchive } from '../../contract/backups';
import { Fault } from '../../contract/failures';
import { webAddress } from '../fetching/address';
import type { Store } from '../store/store';
import { ArchiveFile } from './archive-file';
import {
  ARCHIVE_VERSION,
  ArchivedArticle,
  ArchivedLibrary,
  ArchiveHead,
  ArchiveManifest,
  LIBRARY_ENTRY,
  MANIFEST_ENTRY,
} from './archive-format';
import { takeArticles } from './take-articles';
import { takeFeeds } from './take-feeds';

/** So many at once lie in memory, fewer when they are long. */
const AT_ONCE = { articles: 500, characters: 8_000_000 };

export interface Opening {
  file: string;
  now: number;
  /** Called once the archive is known to be whole, before anything is changed. */
  verified(): Promise<unknown>;
}

/**
 * Merges an archive into a library: what is here stays as it is, and gets the feeds, articles, bookmarks and tags that it
 * does not have. All is read once before anything is changed. Throws Fault 'not-an-archive', 'archive-newer',
 * 'archive-damaged', 'file-unreadable', or 'library-unwritable' with what was merged till then kept.
 */
export async function openArchive(store: Store, { file, now, verified }: Opening): Promise<OpenedArchive> {
  const archive = await ArchiveFile.open(file);
  try {
    const library = await verify(archive, file);
    await verified();
    const { started, feeds } = await takeFeeds(store, library, now);
    const report: OpenedArchive = { file, feeds: started, added: 0, marked: 0, same: 0 };
    for (const { name, feedId } of archive.articles()) {
      const feed = feeds.get(feedId);
      if (!feed) continue;
      for await (const articles of someAtOnce(archive.rows(name, ArchivedArticle))) {
        const taken = await takeArticles(store, { from: feedId, to: feed }, articles);
        report.added += taken.added;
        report.marked += taken.marked;
        report.same += articles.length - taken.added - taken.marked;
      }
    }
    return report;
  } finally {
    archive.close();
  }
}

/** Reads an archive from end to end; answers what of it is no article. */
async function verify(archive: ArchiveFile, file: string): Promise<ArchivedLibrary> {
  const about = await archive.json(MANIFEST_ENTRY, v.unknown());
  if (!v.is(ArchiveHead, about)) {
    throw new Fault('not-an-archive', { file, reason: `its ${MANIFEST_ENTRY} is of something else` });
  }
  if (about.version > ARCHIVE_VERSION) throw new Fault('archive-newer', { file });
  const manifest = await archive.json(MANIFEST_ENTRY, ArchiveManifest);
  const library = await archive.json(LIBRARY_ENTRY, ArchivedLibrary);
  const damaged = (reason: string): Fault => new Fault('archive-damaged', { file, reason });
  for (const { address } of library.feeds) checkAddress(address, damaged);
  const feeds = new Set(library.feeds.map(({ id }) => id));
  let articles = 0;
  for (const { name, feedId } of archive.articles()) {
    if (!feeds.has(feedId)) throw damaged(`${name} is of no feed`);
    for await (const _ of archive.rows(name, ArchivedArticle)) articles++;
  }
  if (articles !== manifest.articles) throw damaged(`it has ${articles} articles instead of ${manifest.articles}`);
  return library;
}

function checkAddress(address: string, damaged: (reason: string) => Fault): void {
  try {
    webAddress(address);
  } catch (thrown) {
    throw damaged(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

async function* someAtOnce(articles: AsyncIterable<ArchivedArticle>): AsyncGenerator<ArchivedArticle[]> {
  let some: ArchivedArticle[] = [];
  let characters = 0;
  for await (const article of articles) {
    some.push(article);
    characters += article.html.length;
    if (some.length < AT_ONCE.articles && characters < AT_ONCE.characters) continue;
    yield some;
    some = [];
    characters = 0;
  }
  if (some.length > 0) yield some;
}
