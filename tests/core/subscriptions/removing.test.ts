import { describe, expect, it } from 'vitest';
import { listed, openLibrary, titles } from '../library/temporary';
import { add, importing, overview, setUp } from './set-up';

describe('editing', () => {
  it('gives a feed the reader’s own title and takes it away again', async () => {
    const { server, library } = await setUp();
    const { added } = await add(library, server.papers[0]?.feedUrl ?? '');
    const id = added?.id ?? '';
    const edit = (title: string) => library.handlers['feeds.edit']({ id, title, folderId: null });
    expect(await edit('Mine')).toMatchObject({ title: 'Mine', ownTitle: 'Mine' });
    expect(await edit('')).toMatchObject({ title: added?.title, ownTitle: null });
  });

  it('of what is not there says what is missing', async () => {
    const { library } = await setUp();
    const { handlers } = library;
    const edits = [
      [handlers['feeds.edit']({ id: 'none', title: '', folderId: null }), 'unknown-feed'],
      [handlers['feeds.remove']({ ids: ['none'] }), 'unknown-feed'],
      [handlers['folders.rename']({ id: 'none', name: 'x' }), 'unknown-folder'],
      [handlers['folders.remove']({ id: 'none' }), 'unknown-folder'],
      [handlers['folders.add']({ name: 'x', parentId: 'none' }), 'unknown-folder'],
    ] as const;
    for (const [edit, code] of edits) await expect(edit).rejects.toMatchObject({ failure: { code } });
  });
});

describe('removing', () => {
  it('a feed hides it with its articles, all but bookmarked ones, and can be undone', async () => {
    const { server, library } = await setUp();
    const { added } = await add(library, server.papers[0]?.feedUrl ?? '');
    const before = await overview(library);
    const [marked] = (await listed(library)).articles;
    await library.handlers['articles.bookmark']({ ids: [marked?.id ?? ''], bookmarked: true });
    const { changed, undo } = await library.handlers['feeds.remove']({ ids: [added?.id ?? ''] });
    expect(changed).toBe(1);
    expect(await overview(library)).toMatchObject({ feeds: [], counts: { articles: 1, bookmarked: 1 } });
    expect(await titles(library)).toEqual([marked?.title]);
    await library.handlers['changes.undo']({ undo });
    expect((await overview(library)).counts).toEqual({ ...before.counts, bookmarked: 1 });
    await expect(library.handlers['changes.undo']({ undo })).rejects.toMatchObject({
      failure: { code: 'unknown-undo' },
    });
  });

  it('a feed is for good after a restart; following it again brings what was bookmarked back to it', async () => {
    const { server, library, folder } = await setUp();
    const address = server.papers[0]?.feedUrl ?? '';
    const { added } = await add(library, address);
    const [marked, ...others] = (await listed(library)).articles;
    const ids = [marked?.id ?? ''];
    await library.handlers['articles.bookmark']({ ids, bookmarked: true });
    await library.handlers['articles.mark']({ ids: others.map(({ id }) => id), read: true });
    await library.handlers['feeds.remove']({ ids: [added?.id ?? ''] });
    await library.close();

    const reopened = await openLibrary(folder);
    expect(await titles(reopened)).toEqual([marked?.title]);
    expect(await reopened.handlers['articles.open']({ id: ids[0] ?? '' })).toMatchObject({ feedTitle: added?.title });
    const again = await add(reopened, address);
    expect(again.added).toMatchObject({ id: added?.id, articles: others.length + 1, unread: others.length + 1 });
    expect((await overview(reopened)).counts.bookmarked).toBe(1);
  });

  it('a feed and following it again by a list brings all its articles back', async () => {
    const { server, library, folder } = await setUp();
    const [paper] = server.papers;
    const opml = server.opml({ papers: [paper?.id ?? ''] });
    await importing(library, opml);
    await library.handlers['refresh.start']({ feedIds: null });
    const { total, articles } = await listed(library);
    await library.handlers['articles.bookmark']({ ids: [articles[0]?.id ?? ''], bookmarked: true });
    const ids = (await overview(library)).feeds.map(({ id }) => id);
    await library.handlers['feeds.remove']({ ids });
    await library.close();
    const reopened = await openLibrary(folder);
    expect(await importing(reopened, opml)).toMatchObject({ added: 1 });
    expect(await reopened.handlers['refresh.start']({ feedIds: null })).toMatchObject({ newArticles: total - 1 });
    expect((await overview(reopened)).feeds.map(({ id }) => id)).toEqual(ids);
    expect((await listed(reopened)).total).toBe(total);
  });

  it('a folder leaves its feeds where the folder was, and can be undone', async () => {
    const { server, library } = await setUp();
    const { handlers } = library;
    const outer = await handlers['folders.add']({ name: 'Outer', parentId: null });
    const inner = await handlers['folders.add']({ name: 'Inner', parentId: outer.id });
    const { added } = await add(library, server.papers[0]?.feedUrl ?? '', inner.id);
    const folderOf = async () => (await overview(library)).feeds.find(({ id }) => id === added?.id)?.folderId;
    const inFolder = (value: string) => listed(library, { all: [{ kind: 'folder', value }] });
    expect((await inFolder(outer.id)).total).toBe(added?.articles);
    const { undo } = await handlers['folders.remove']({ id: inner.id });
    expect(await folderOf()).toBe(outer.id);
    expect((await overview(library)).folders).toEqual([outer]);
    await handlers['changes.undo']({ undo });
    expect(await folderOf()).toBe(inner.id);
    expect((await overview(library)).folders).toEqual([outer, inner]);
  });
});
