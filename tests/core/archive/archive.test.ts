import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Filter } from '../../../electron/contract/model';
import type { Library } from '../../../electron/core/library';
import { listBackups } from '../../../electron/core/store/backup/kept-backups';
import { listed, openLibrary, temporaryFolder } from '../library/temporary';
import { idOf, keepPaper, openPapers } from '../store/papers';

const BOOKMARKS: Filter = { ...EVERYTHING, all: [{ kind: 'state', value: 'bookmarked' }] };

/** A library with 30 stories of one paper and 10 of another, in a folder. */
async function stocked(): Promise<{ library: Library; folder: string }> {
  const folder = await temporaryFolder();
  const store = await openPapers(folder);
  await keepPaper(store, 'paper.example', 0, 30);
  await keepPaper(store, 'other.example', 100, 10);
  await store.close();
  const library = await openLibrary(folder);
  const { id } = await library.handlers['folders.add']({ name: 'صبح', parentId: null });
  const { feeds } = await library.handlers['library.overview']({});
  await library.handlers['feeds.edit']({ id: feeds[0]?.id ?? '', title: 'روزنامه', folderId: id });
  await library.handlers['settings.change']({ theme: 'dark', sidebarWidth: 300 });
  return { library, folder };
}

async function archived(filter: Filter = EVERYTHING) {
  const { library, folder } = await stocked();
  const file = path.join(await temporaryFolder(), 'caravan.zip');
  const saved = await library.saveArchive(file, filter);
  return { library, folder, file, saved };
}

const another = async (): Promise<{ library: Library; folder: string }> => {
  const folder = await temporaryFolder();
  return { library: await openLibrary(folder), folder };
};

const whole = async (library: Library, filter: Partial<Filter> = {}) => {
  const { articles } = await listed(library, filter, 'oldest');
  return Promise.all(articles.map(({ id }) => library.handlers['articles.open']({ id })));
};

describe('an archive', () => {
  it('brings all of a library to another one: texts, state, tags, folders, settings that travel', async () => {
    const { library, file, saved } = await archived();
    expect(saved).toEqual({
      file,
      feeds: 2,
      articles: 40,
      bookmarks: 4,
      missing: 0,
      bytes: (await readFile(file)).length,
    });
    const { library: other } = await another();
    expect(await other.openArchive(file)).toEqual({ file, feeds: 2, added: 40, marked: 0, same: 0 });
    const articles = await whole(other);
    expect(articles).toEqual(await whole(library));
    expect(articles[10]).toMatchObject({ title: 'خبر 10', ownTags: ['مهم'], bookmarked: true, feedTitle: 'روزنامه' });
    expect(articles[10]?.html).toContain('<p dir="rtl">متن 10</p>');
    const [ours, theirs] = await Promise.all([library, other].map(({ handlers }) => handlers['library.overview']({})));
    expect(theirs?.feeds.map(({ address, title }) => [address, title])).toEqual(
      ours?.feeds.map(({ address, title }) => [address, title]),
    );
    expect(theirs?.folders.map(({ name }) => name)).toEqual(['صبح']);
    expect(await other.handlers['settings.read']({})).toMatchObject({ theme: 'dark', sidebarWidth: 248 });
    expect((await readdir(path.dirname(file))).length).toBe(1);
  });

  it('is opened twice to no effect', async () => {
    const { file } = await archived();
    const { library } = await another();
    await library.openArchive(file);
    expect(await library.openArchive(file)).toMatchObject({ feeds: 0, added: 0, marked: 0, same: 40 });
  });

  it('of a part has that part, with its feeds and without settings', async () => {
    const { file, saved } = await archived(BOOKMARKS);
    expect(saved).toMatchObject({ feeds: 2, articles: 4, bookmarks: 4 });
    const { library } = await another();
    expect(await library.openArchive(file)).toMatchObject({ feeds: 2, added: 4 });
    expect((await whole(library)).every(({ bookmarked }) => bookmarked)).toBe(true);
    expect(await library.handlers['settings.read']({})).toMatchObject({ theme: 'system' });
  });

  it('keeps bookmarked articles of feeds that nobody follows any more', async () => {
    const { library, folder } = await stocked();
    const { feeds } = await library.handlers['library.overview']({});
    await library.handlers['feeds.remove']({ ids: feeds.map(({ id }) => id) });
    const file = path.join(folder, 'caravan.zip');
    expect(await library.saveArchive(file, EVERYTHING)).toMatchObject({ feeds: 2, articles: 4 });
    const { library: other, folder: elsewhere } = await another();
    expect(await other.openArchive(file)).toMatchObject({ feeds: 0, added: 4 });
    await other.close();
    const reopened = await openLibrary(elsewhere);
    expect((await listed(reopened)).articles.map(({ id }) => id)).toHaveLength(4);
    expect((await whole(reopened))[0]?.html).toContain('متن');
  });

  it('takes nothing away from what is here: it adds feeds, articles, marks and tags', async () => {
    const { file } = await archived();
    const { library, folder } = await another();
    await library.close();
    const store = await openPapers(folder);
    const feedId = await keepPaper(store, 'paper.example', 10, 30);
    const rows = [idOf(10), idOf(11)].map((id) => store.headers.rowOf(id) ?? -1);
    const headers = rows.flatMap((row) => store.headers.view(row)?.whole() ?? []);
    await store.headers.put(feedId, headers, (kept) => ({ ...kept, title: `${kept.title} here`, hash: 'another' }));
    await store.headers.mark(rows, { read: false, bookmarked: false });
    await store.headers.mark(rows.slice(1), { read: true, bookmarked: true });
    await store.headers.tag(rows, () => ['own']);
    await store.close();
    const again = await openLibrary(folder);
    await again.handlers['settings.change']({ theme: 'light' });
    expect(await again.openArchive(file)).toMatchObject({ feeds: 1, added: 20, marked: 1, same: 19 });
    const ofFeed = await whole(again, { all: [{ kind: 'feed', value: feedId }] });
    expect(ofFeed).toHaveLength(40);
    expect(ofFeed[10]).toMatchObject({ title: 'خبر 10 here', read: true, bookmarked: true, ownTags: ['own', 'مهم'] });
    expect(ofFeed[11]).toMatchObject({ title: 'خبر 11 here', read: true, bookmarked: true, ownTags: ['own'] });
    expect(await again.handlers['settings.read']({})).toMatchObject({ theme: 'light' });
    expect(await listBackups(folder)).toMatchObject([{ reason: 'before-import', articles: 30 }]);
  });

  it('that cannot be written leaves what was there', async () => {
    const { library } = await stocked();
    const folder = await temporaryFolder();
    const file = path.join(folder, 'not', 'there.zip');
    await expect(library.saveArchive(file, EVERYTHING)).rejects.toMatchObject({
      failure: { code: 'archive-unwritable', detail: { file } },
    });
    const kept = path.join(folder, 'kept.zip');
    await writeFile(kept, 'here before');
    await library.saveArchive(kept, EVERYTHING);
    expect((await readFile(kept)).subarray(0, 2).toString()).toBe('PK');
    expect(await readdir(folder)).toEqual(['kept.zip']);
  });
});
