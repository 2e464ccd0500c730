import { describe, expect, it, onTestFinished } from 'vitest';
import type { Article } from '../../../electron/contract/model';
import { type Library, verifyLibrary } from '../../../electron/core/library';
import { finderHere } from '../../../electron/core/work/finder-here';
import { painted, served } from '../../support/picture-files';
import { type Answer, startWrittenFeed, type WrittenFeed } from '../../support/written-feed';
import { listed, openLibrary, temporaryFolder, titles } from '../library/temporary';

const SAID = 'The river rose in the night and the bridge of the old town was shut before the first carts came. ';
const prose = (n: number, about: string): string =>
  Array.from({ length: n }, (_, at) => `<p>${about}, part ${at + 1}. ${SAID.repeat(3)}</p>`).join('');

/** A page as sites have them, `more` at its end. */
const page = (title: string, body: string, more = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Bridge</title></head><body>
  <nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>
  <p class="tags"><a rel="tag" href="/t/iran">Iran News</a> <a rel="tag" href="/t/rivers">Rivers</a></p>
  ${body}</article>${more}</main><footer>About us</footer></body></html>`;

const html = (body: string): Answer => served(Buffer.from(body), 'text/html; charset=utf-8');

interface Start {
  files: Record<string, Answer>;
  summary?: string;
  folder?: string;
  keep?: 'feed' | 'text' | 'full';
  now?: () => number;
}

async function reading({ files, summary = 'The river rose…', folder, keep = 'full', now }: Start) {
  const feed = await startWrittenFeed([{ title: 'Flood', html: `<p>${summary}</p>` }], { files });
  onTestFinished(() => feed.close().catch(() => {}));
  const at = folder ?? (await temporaryFolder());
  const library = await openLibrary(at, { finder: finderHere(), ...(now && { now }) });
  await library.handlers['settings.change']({ keep });
  await library.handlers['feeds.add']({ address: feed.url, folderId: null });
  feed.asked.length = 0;
  return { feed, library, folder: at };
}

async function kept(library: Library): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const off = library.on('keeping.progress', ({ running, total, pause }) => {
      if (running || (total === 0 && pause === null)) return;
      off();
      resolve();
    });
  });
  library.startKeeping();
  await done;
}

async function opened(library: Library): Promise<Article> {
  const [header] = (await listed(library)).articles;
  return library.handlers['articles.open']({ id: header?.id ?? '' });
}

const pagesAsked = ({ asked }: WrittenFeed): string[] =>
  asked.map(({ path }) => path).filter((path) => path.startsWith('/story'));

describe('whole articles', () => {
  it('are found by what only their page says', async () => {
    const { library } = await reading({
      files: { '/story-0': html(page('Flood', prose(4, 'Pontoon'))) },
      keep: 'text',
    });
    await library.searchable();
    expect(await titles(library, { text: 'pontoon' })).toEqual([]);
    await kept(library);
    await library.searchable();
    expect(await titles(library, { text: 'pontoon' })).toEqual(['Flood']);
  });

  it('are fetched with their pictures, and read without a network after a restart', async () => {
    const { library, feed, folder } = await reading({
      files: {
        '/story-0': html(page('Flood', `${prose(4, 'Flood')}<figure><img src="/boat.png" alt="A boat"></figure>`)),
        '/boat.png': served(painted(1)),
      },
    });
    await kept(library);
    expect(pagesAsked(feed)).toEqual(['/story-0']);
    await library.close();
    await feed.close();
    expect((await verifyLibrary(folder)).damaged).toEqual([]);

    const again = await openLibrary(folder, { isOnline: () => false });
    const article = await opened(again);
    expect(article).toMatchObject({ offline: 'full', thumbnail: true, from: 'page', isCut: false, missedPage: null });
    expect(article.html).toContain('Flood, part 4.');
    expect(article.html).not.toContain('<h1');
    expect(article.other).toMatchObject({ from: 'feed' });
    expect(article.other?.html).toContain('The river rose…');
    expect(article.page?.url).toBe(`${feed.origin}/story-0`);
    expect(article.pictures.map(({ state }) => state)).toEqual(['kept']);
    expect(article.tags).toEqual(['Iran News', 'Rivers']);
    expect(article.regions).toEqual(['IR']);
    expect((await listed(again, { all: [{ kind: 'region', value: 'IR' }] })).total).toBe(1);
  });

  it('of several pages are joined', async () => {
    const next = (n: number): string =>
      `<div class="pagination"><a rel="next" href="/story-0?page=${n}">${n}</a></div>`;
    const { library, feed } = await reading({
      keep: 'text',
      files: {
        '/story-0': html(page('Flood', prose(3, 'First'), next(2))),
        '/story-0?page=2': html(page('Flood', prose(3, 'Second'))),
      },
    });
    await kept(library);
    expect(pagesAsked(feed)).toEqual(['/story-0', '/story-0?page=2']);
    const article = await opened(library);
    expect(article.offline).toBe('full');
    expect(article.html.indexOf('First, part 1')).toBeLessThan(article.html.indexOf('Second, part 3'));
  });

  it('that cannot be had are asked for again after a growing pause, and the reader hears why', async () => {
    let now = Date.now();
    let isBroken = true;
    const { library, feed } = await reading({
      now: () => now,
      files: {
        '/story-0': (headers, response) => {
          if (isBroken) response.writeHead(500).end();
          else html(page('Flood', prose(3, 'Flood')))(headers, response);
        },
      },
    });
    await kept(library);
    const missed = await opened(library);
    expect(missed).toMatchObject({ from: 'feed', isCut: true, other: null, offline: 'feed' });
    expect(missed.missedPage).toMatchObject({ code: 'server-error' });
    expect(missed.missedPage?.next).toBeGreaterThan(now);
    expect(pagesAsked(feed)).toHaveLength(1);
    isBroken = false;
    now = (missed.missedPage?.next ?? 0) + 1;
    await library.refreshDue();
    await expect.poll(async () => (await opened(library)).from).toBe('page');
    expect(pagesAsked(feed)).toHaveLength(2);
  });

  it('that are not there are given up, until the reader asks', async () => {
    const { library, feed } = await reading({
      files: { '/story-0': (_, response) => void response.writeHead(404).end() },
    });
    await kept(library);
    const article = await opened(library);
    expect(article.missedPage).toMatchObject({ code: 'not-found', next: null });
    const asking = library.handlers['articles.getWhole']({ id: article.id });
    await expect(asking).rejects.toMatchObject({ failure: { code: 'not-found' } });
    expect(pagesAsked(feed)).toHaveLength(2);
  });

  it('are not asked for where only the text of the feed is wanted, but when the reader asks', async () => {
    const { library, feed } = await reading({
      keep: 'feed',
      files: { '/story-0': html(page('Flood', prose(3, 'Flood'))) },
    });
    await kept(library);
    expect(pagesAsked(feed)).toEqual([]);
    const { id } = await opened(library);
    await library.handlers['settings.change']({ worksOffline: true });
    const offline = library.handlers['articles.getWhole']({ id });
    await expect(offline).rejects.toMatchObject({ failure: { code: 'working-offline' } });
    await library.handlers['settings.change']({ worksOffline: false });
    await library.handlers['articles.getWhole']({ id });
    expect(await opened(library)).toMatchObject({ from: 'page', isCut: false });
  });

  it('are not asked for where the feed gives them, nor where the page is no page', async () => {
    const whole = await reading({ summary: SAID.repeat(10), files: {} });
    await kept(whole.library);
    expect(pagesAsked(whole.feed)).toEqual([]);
    expect(await opened(whole.library)).toMatchObject({ from: 'feed', isCut: false, offline: 'full' });
    const paper = await reading({ files: { '/story-0': served(painted(1), 'application/pdf') } });
    await kept(paper.library);
    expect((await opened(paper.library)).missedPage).toMatchObject({ code: 'no-article' });
  });
});
