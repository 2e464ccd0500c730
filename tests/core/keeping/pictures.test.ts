import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Article, ArticleHeader } from '../../../electron/contract/model';
import { type Library, verifyLibrary } from '../../../electron/core/library';
import { DRAWING, JPEG, noise, PIXEL, painted, served, WEBP } from '../../support/picture-files';
import { type Answer, startWrittenFeed, type WrittenFeed, type WrittenItem } from '../../support/written-feed';
import { listed, openLibrary, temporaryFolder } from '../library/temporary';

const WORDS = 'The caravan crossed the dry river before the sun was up and nobody spoke. '.repeat(12);
const story = (title: string, html: string): WrittenItem => ({ title, html: `<p>${WORDS}</p>${html}` });
const img = (name: string, more = ''): string => `<p><img src="{origin}${name}" alt="${name}" ${more}></p>`;

interface Start {
  items: WrittenItem[];
  files?: Record<string, Answer>;
  folder?: string;
  keep?: 'feed' | 'text' | 'full';
}

async function reading({ items, files = {}, folder, keep }: Start) {
  const feed = await startWrittenFeed(items, { files });
  onTestFinished(() => feed.close().catch(() => {}));
  const at = folder ?? (await temporaryFolder());
  const library = await openLibrary(at);
  if (keep) await library.handlers['settings.change']({ keep });
  await library.handlers['feeds.add']({ address: feed.url, folderId: null });
  feed.asked.length = 0;
  return { feed, library, folder: at };
}

/** Keeps until nothing more is to be done, or something stands in the way. */
async function kept(library: Library): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const off = library.on('keeping.progress', ({ running, total, pause }) => {
      if (!running && (total > 0 || pause !== null)) {
        off();
        resolve();
      }
    });
  });
  library.startKeeping();
  await done;
}

async function opened(library: Library, title: string): Promise<Article> {
  const header = await headerOf(library, title);
  return library.handlers['articles.open']({ id: header.id });
}

async function headerOf(library: Library, title: string): Promise<ArticleHeader> {
  const found = (await listed(library)).articles.find((article) => article.title === title);
  if (!found) throw new Error(`no article ${title}`);
  return found;
}

const stateOf = ({ pictures }: Article) => pictures.map(({ url, state }) => [new URL(url).pathname, state]);

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(path.join(folder, 'pictures'), { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile() && !entry.name.endsWith('.json')).map(({ name }) => name);
}

const asked = ({ asked: all }: WrittenFeed): string[] => all.map(({ path: at }) => at);

describe('pictures of new articles', () => {
  it('are fetched behind all else, kept by their content, and said in the header, the filter and the counts', async () => {
    const { library, feed, folder } = await reading({
      items: [
        story('One', img('/a.png') + img('/b.jpg')),
        story('Two', img('/a.png') + img('/same.png')),
        story('Bare', ''),
      ],
      files: {
        '/a.png': served(painted(1)),
        '/same.png': served(painted(1)),
        '/b.jpg': served(JPEG, 'text/plain'),
      },
    });
    await kept(library);
    const one = await opened(library, 'One');
    expect(stateOf(one)).toEqual([
      ['/a.png', 'kept'],
      ['/b.jpg', 'kept'],
    ]);
    expect(one).toMatchObject({ offline: 'full', thumbnail: true });
    expect(await headerOf(library, 'Bare')).toMatchObject({ offline: 'full', thumbnail: false });
    const offline = await listed(library, { all: [{ kind: 'state', value: 'offline' }] });
    expect(offline.total).toBe(3);
    expect((await library.handlers['library.overview']({})).counts.offline).toBe(3);
    // Two addresses with the same bytes are one file; each was asked for once, with nothing of the reader's.
    expect(
      asked(feed)
        .filter((at) => at.endsWith('.png'))
        .sort(),
    ).toEqual(['/a.png', '/same.png']);
    expect(feed.asked.every(({ headers }) => !headers.referer && !headers.cookie)).toBe(true);
    const thumbnails = new Set(['One', 'Two']).size;
    expect(new Set(await filesIn(folder)).size).toBeLessThanOrEqual(2 + thumbnails);
    const [first] = one.pictures;
    expect(await library.picture(first?.name ?? '')).toMatchObject({ type: 'image/png' });
    expect((await library.thumbnail(one.id))?.type).toBe('image/jpeg');
  });

  it('are private files in private folders', async () => {
    const { library, folder } = await reading({
      items: [story('One', img('/a.png'))],
      files: { '/a.png': served(painted(1)) },
    });
    await kept(library);
    const [name = ''] = await filesIn(folder);
    const file = path.join(folder, 'pictures', name.slice(0, 2), name);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  });

  it('that count readers are dropped, those that are no pictures are missing', async () => {
    const { library, feed } = await reading({
      items: [
        story(
          'One',
          img('/seen.gif') + img('/page.png') + img('/gone.png') + img('/1x1.gif') + img('/w.gif', 'width="1"'),
        ),
      ],
      files: { '/seen.gif': served(PIXEL, 'image/gif'), '/page.png': served(Buffer.from('<script>alert(1)</script>')) },
    });
    await kept(library);
    expect(stateOf(await opened(library, 'One'))).toEqual([
      ['/seen.gif', 'dropped'],
      ['/page.png', 'missing'],
      ['/gone.png', 'missing'],
    ]);
    expect(asked(feed)).not.toContain('/1x1.gif');
    expect(asked(feed)).not.toContain('/w.gif');
    // Nothing more can be had of it.
    expect((await headerOf(library, 'One')).offline).toBe('full');
  });

  it('never lead into the reader’s own network from outside', async () => {
    const { library, feed } = await reading({
      items: [story('One', `${img('/away.png')}<img src="http://192.168.0.1/router.png">`)],
      files: { '/away.png': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/a.png' }).end() },
    });
    await kept(library);
    expect(stateOf(await opened(library, 'One')).map(([, state]) => state)).toEqual(['missing', 'missing']);
    expect(asked(feed)).toContain('/away.png');
  });

  it('are not fetched where the reader wants text only, but one by one when asked for', async () => {
    const { library, feed } = await reading({
      items: [story('One', img('/a.png') + img('/b.png'))],
      files: { '/a.png': served(painted(1)), '/b.png': served(painted(2)) },
      keep: 'feed',
    });
    await kept(library);
    const { id, pictures } = await opened(library, 'One');
    expect(asked(feed)).toEqual([]);
    expect(pictures.map(({ state }) => state)).toEqual(['missing', 'missing']);
    const url = pictures[1]?.url ?? '';
    expect(await library.handlers['articles.loadPictures']({ id, url })).toEqual({ kept: 1 });
    expect(stateOf(await opened(library, 'One'))).toEqual([
      ['/a.png', 'missing'],
      ['/b.png', 'kept'],
    ]);
    expect(asked(feed)).toEqual(['/b.png']);
    const other = library.handlers['articles.loadPictures']({ id, url: `${feed.origin}/other.png` });
    await expect(other).rejects.toMatchObject({ failure: { code: 'not-a-picture' } });
  });

  it('are asked of one host two at a time', async () => {
    let now = 0;
    let most = 0;
    const slow: Answer = (_, response) => {
      most = Math.max(most, ++now);
      setImmediate(() => {
        now--;
        served(painted(1))({}, response);
      });
    };
    const names = Array.from({ length: 12 }, (_, n) => `/p${n}.png`);
    const { library } = await reading({
      items: [story('One', names.map((name) => img(name)).join(''))],
      files: Object.fromEntries(names.map((name) => [name, slow])),
    });
    await kept(library);
    expect((await opened(library, 'One')).pictures).toHaveLength(12);
    expect(most).toBeLessThanOrEqual(2);
  });
});

describe('what is kept of pictures', () => {
  const FILES = {
    '/a.png': served(painted(1)),
    '/b.jpg': served(JPEG),
    '/c.webp': served(WEBP),
    '/d.svg': served(DRAWING),
  };
  const ITEMS = [story('One', img('/a.png') + img('/b.jpg')), story('Two', img('/c.webp') + img('/d.svg'))];

  it('is there after a restart without its server, and none is asked for twice', async () => {
    const { library, feed, folder } = await reading({ items: ITEMS, files: FILES });
    await kept(library);
    await library.close();
    feed.asked.length = 0;
    const again = await openLibrary(folder);
    const { id } = await headerOf(again, 'Two');
    again.startKeeping();
    await again.refreshDue();
    const two = await again.handlers['articles.open']({ id });
    expect(stateOf(two).map(([, state]) => state)).toEqual(['kept', 'kept']);
    for (const { name } of two.pictures) expect(await again.picture(name ?? '')).not.toBeNull();
    expect(asked(feed).filter((at) => at !== '/feed.xml')).toEqual([]);
  });

  it('is fetched again where a file is damaged or missing, which verify tells', async () => {
    const { library, folder } = await reading({ items: ITEMS, files: FILES });
    await kept(library);
    const { pictures, id } = await opened(library, 'One');
    const [damaged = '', missing = ''] = pictures.map(({ name }) => name ?? '');
    await library.close();
    const at = (name: string): string => path.join(folder, 'pictures', name.slice(0, 2), name);
    expect((await verifyLibrary(folder)).damaged).toEqual([]);
    await writeFile(at(damaged), 'rot');
    await rm(at(missing));
    const found = (await verifyLibrary(folder)).damaged.map(({ file }) => path.basename(file));
    expect(found.sort()).toEqual([damaged, missing].sort());

    const again = await openLibrary(folder);
    again.startKeeping();
    await again.handlers['articles.open']({ id });
    expect(await again.picture(damaged)).toBeNull();
    await expect.poll(async () => (await again.picture(damaged)) !== null).toBe(true);
    await expect.poll(async () => (await again.picture(missing)) !== null).toBe(true);
    await again.close();
    expect((await verifyLibrary(folder)).damaged).toEqual([]);
  });

  it('goes with the last article that shows it, and nothing is left over', async () => {
    const { library, folder } = await reading({ items: ITEMS, files: FILES });
    await kept(library);
    const stray = path.join(folder, 'pictures', 'ab', `ab${'0'.repeat(62)}`);
    const { id } = await headerOf(library, 'One');
    const { name } = (await opened(library, 'One')).pictures[0] ?? {};
    await library.handlers['feeds.remove']({ ids: [(await headerOf(library, 'One')).feedId] });
    await library.handlers['articles.bookmark']({ ids: [id], bookmarked: true });
    await library.close();
    await mkdir(path.dirname(stray), { recursive: true });
    await writeFile(stray, 'left by a crash');
    await writeFile(`${stray}.abc.1.tmp`, 'half');

    // What was removed is deleted at the next opening, and its pictures with the first collection.
    const again = await openLibrary(folder);
    again.startKeeping();
    await expect.poll(async () => (await filesIn(folder)).includes(path.basename(stray))).toBe(false);
    const left = await filesIn(folder);
    const one = await again.handlers['articles.open']({ id });
    expect(stateOf(one).map(([, state]) => state)).toEqual(['kept', 'kept']);
    expect(left).toContain(name);
    // Two pictures of the bookmark and its thumbnail.
    await expect.poll(async () => (await filesIn(folder)).length).toBe(3);
  });

  it('is let go where the room is full: of read articles, never of bookmarked or unread ones', async () => {
    const names = ['new', 'old', 'marked'];
    const { library } = await reading({
      items: [story('New', img('/new.png')), story('Old', img('/old.png')), story('Marked', img('/marked.png'))],
      files: Object.fromEntries(names.map((name, n) => [`/${name}.png`, served(noise(500, 420, n + 1))])),
      keep: 'feed',
    });
    await kept(library);
    const ids = await Promise.all(['Old', 'Marked'].map(async (title) => (await headerOf(library, title)).id));
    for (const id of ids) await library.handlers['articles.loadPictures']({ id, url: null });
    await library.handlers['articles.mark']({ ids, read: true });
    await library.handlers['articles.bookmark']({ ids: ids.slice(1), bookmarked: true });
    const first = async (title: string) => stateOf(await opened(library, title))[0]?.[1];
    expect([await first('Old'), await first('Marked')]).toEqual(['kept', 'kept']);

    await library.handlers['settings.change']({ keep: 'full', pictureBytes: 1e6 });
    await expect.poll(() => first('New')).toBe('kept');
    expect([await first('Old'), await first('Marked')]).toEqual(['missing', 'kept']);
    expect((await headerOf(library, 'Old')).offline).toBe('text');
    expect((await library.handlers['library.storage']({})).bytes.pictures).toBeLessThan(1.4e6);
  });
});

describe('a network that is gone', () => {
  it('is no fault of a picture: all is asked for again when it is back', async () => {
    const folder = await temporaryFolder();
    const { feed, library } = await reading({
      items: [story('One', img('/a.png'))],
      files: { '/a.png': served(painted(1)) },
      folder,
    });
    await library.close();
    let online = false;
    const again = await openLibrary(folder, { isOnline: () => online });
    feed.asked.length = 0;
    await kept(again);
    expect((await again.handlers['library.overview']({})).keeping).toMatchObject({ running: false, pause: 'offline' });
    expect(asked(feed)).toEqual([]);
    online = true;
    again.networkChanged();
    await expect.poll(async () => (await headerOf(again, 'One')).offline).toBe('full');
  });
});

describe('the icon of a feed', () => {
  it('is what its site offers, else what lies at its root, and is asked for rarely', async () => {
    const page =
      '<html><link rel="icon" href="/big.png" sizes="512x512"><link rel="shortcut icon" href="/i.png" sizes="64x64">';
    const { library, feed, folder } = await reading({
      items: [story('One', '')],
      files: { '/': served(Buffer.from(page), 'text/html'), '/i.png': served(painted(5, 64, 64)) },
    });
    await kept(library);
    const icon = async (): Promise<string | null> =>
      (await library.handlers['library.overview']({})).feeds[0]?.icon ?? null;
    await expect.poll(icon).not.toBeNull();
    expect(await library.picture((await icon()) ?? '')).toMatchObject({ type: 'image/png' });
    expect(asked(feed)).toEqual(['/', '/i.png']);
    await library.close();
    expect(await readFile(path.join(folder, 'core.json'), 'utf8')).toContain('"icon"');
    expect((await verifyLibrary(folder)).damaged).toEqual([]);
  });
});
