import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listed, titles } from '../library/temporary';
import { add, overview, setUp } from './set-up';

/** A site of a few pages; one whose text is an address leads there. */
async function serve(pages: Record<string, string>): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const page = pages[url];
    const isRedirect = page?.startsWith('http') ?? false;
    const status = page === undefined ? 404 : isRedirect ? 302 : 200;
    response.writeHead(status, { 'content-type': 'text/html', ...(isRedirect && { location: page }) }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const RSS = `<rss version="2.0"><channel><title>Hidden</title><item><title>Found</title><guid>1</guid></item></channel></rss>`;

describe('adding a feed', () => {
  it('by its own address brings its articles at once', async () => {
    const { server, library } = await setUp();
    const [paper] = server.papers;
    const { added } = await add(library, paper?.feedUrl ?? '');
    const stories = server.items(paper?.id ?? '');
    expect(added).toMatchObject({
      title: paper?.title,
      address: paper?.feedUrl,
      articles: stories.length,
      unread: stories.length,
    });
    expect((await listed(library, { all: [{ kind: 'feed', value: added?.id ?? '' }] })).total).toBe(stories.length);
  });

  it('by a page that names one follows that one', async () => {
    const { server, library } = await setUp();
    const paper = server.papers.find(({ id }) => id === 'makran-daily');
    expect((await add(library, paper?.homeUrl ?? '')).added).toMatchObject({ address: paper?.feedUrl });
  });

  it('by a page that names several lets the reader choose', async () => {
    const { server, library } = await setUp();
    const paper = server.papers.find(({ id }) => id === 'border-post');
    const { added, choices } = await add(library, paper?.homeUrl ?? '');
    expect(added).toBeUndefined();
    expect(choices).toHaveLength(2);
    expect(choices?.[0]).toMatchObject({ address: paper?.feedUrl, title: paper?.title, type: 'application/rss+xml' });
    expect((await overview(library)).feeds).toEqual([]);
  });

  it('by a page that names none looks where feeds often are', async () => {
    const { library } = await setUp();
    const site = await serve({ '/news/': '<html><body><p>Welcome</p></body></html>', '/rss.xml': RSS });
    expect((await add(library, `${site}/news/`)).added).toMatchObject({ title: 'Hidden', address: `${site}/rss.xml` });
    expect(await titles(library)).toEqual(['Found']);
  });

  it('into a folder', async () => {
    const { server, library } = await setUp();
    const { id } = await library.handlers['folders.add']({ name: 'Region', parentId: null });
    expect((await add(library, server.papers[0]?.feedUrl ?? '', id)).added).toMatchObject({ folderId: id });
  });

  it('refuses what it cannot follow, each for its own reason, and changes nothing', async () => {
    const { server, library } = await setUp();
    const [paper] = server.papers;
    const empty = await serve({ '/': '<html><body><p>Welcome</p></body></html>', '/text': 'plain' });
    server.fault('khavaran', '500');
    const refusals: [string, string][] = [
      ['not an address', 'not-an-address'],
      [empty, 'no-feed-found'],
      [`${empty}/nowhere`, 'not-found'],
      [server.papers.find(({ id }) => id === 'khavaran')?.feedUrl ?? '', 'server-error'],
    ];
    for (const [address, code] of refusals) {
      await expect(add(library, address), address).rejects.toMatchObject({ failure: { code } });
    }
    await expect(add(library, paper?.feedUrl ?? '', 'nofolder')).rejects.toMatchObject({
      failure: { code: 'unknown-folder' },
    });
    expect((await overview(library)).feeds).toEqual([]);
  });

  it('that is guessed and followed already says so', async () => {
    const { library } = await setUp();
    const site = await serve({ '/': '<html><body><p>Welcome</p></body></html>', '/rss.xml': RSS });
    await add(library, site);
    await expect(add(library, site)).rejects.toMatchObject({ failure: { code: 'already-subscribed' } });
  });

  it('that is followed already says so, under whichever address', async () => {
    const { server, library } = await setUp();
    const paper = server.papers.find(({ id }) => id === 'makran-daily');
    const { feedUrl = '', homeUrl = '', title = '' } = paper ?? {};
    await add(library, feedUrl);
    const elsewhere = await serve({ '/feed': feedUrl });
    for (const address of [feedUrl, `feed:${feedUrl}`, homeUrl, `${elsewhere}/feed`]) {
      await expect(add(library, address), address).rejects.toMatchObject({
        failure: { code: 'already-subscribed', detail: { title } },
      });
    }
  });
});
