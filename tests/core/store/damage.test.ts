import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { frame } from '../../../electron/core/store/frame';
import { openStore, type Store } from '../../../electron/core/store/store';
import { verifyLibrary } from '../../../electron/core/store/verify';
import { startFeed, withSubscription } from '../../../electron/core/subscriptions/feed-record';
import { temporaryFolder } from '../library/temporary';
import { headerOf } from './headers';

/** Ways in which a file goes bad. */
const DAMAGES: Record<string, (file: string) => Promise<void>> = {
  truncated: async (file) => truncate(file, (await readFile(file)).length >> 1),
  zeroed: async (file) => writeFile(file, Buffer.alloc((await readFile(file)).length)),
  'bit-flipped': async (file) => {
    const bytes = await readFile(file);
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
  },
  emptied: (file) => writeFile(file, ''),
  'other JSON': (file) => writeFile(file, '{"feeds":[]}'),
  'another framed file': (file) => writeFile(file, frame({ version: 1, value: { other: [] } })),
  missing: (file) => rm(file),
};

interface Library {
  folder: string;
  feedId: string;
}

const ID = headerOf({ n: 1, feedId: '' }).id;

async function open(folder: string, reports: string[] = []): Promise<Store> {
  return openStore({ folder, recovered: (file, reason) => reports.push(`${file}: ${reason}`) });
}

/** Three hundred articles, some of them marked; closed by a crash unless `isClosed`. */
async function library(isClosed = true): Promise<Library> {
  const folder = await temporaryFolder();
  const store = await open(folder);
  const feed = startFeed(
    undefined,
    { address: 'https://a.example/', title: 'A', ownTitle: null, site: null, folderId: null },
    0,
  );
  await store.core.change((core) => withSubscription(core, feed));
  const articles = Array.from({ length: 300 }, (_, n) => {
    const { segment: _segment, ...header } = headerOf({ n, feedId: feed.id });
    return { header, body: { html: `<p>Body ${n}</p>`, enclosures: [] } };
  });
  await store.keep(feed.id, articles, (kept) => kept);
  await store.checkpoint();
  await store.headers.mark([store.headers.rowOf(ID) ?? -1], { bookmarked: true, read: true });
  await store.headers.tag([store.headers.rowOf(ID) ?? -1], () => ['سفر']);
  if (isClosed) await store.close();
  // A process that is killed leaves its lock behind; this one cannot be killed here.
  else await rm(path.join(folder, 'LOCK'));
  return { folder, feedId: feed.id };
}

async function expectAll(folder: string, feedId: string): Promise<void> {
  const store = await open(folder);
  expect([...store.headers.ofFeed(feedId)]).toHaveLength(300);
  expect(store.headers.get(ID)).toMatchObject({ bookmarked: true, read: true, ownTags: ['سفر'] });
  await store.close();
  expect((await verifyLibrary(folder)).damaged).toEqual([]);
}

const quarantined = (folder: string) => readdir(path.join(folder, 'quarantine')).catch(() => []);

describe.each(Object.entries(DAMAGES))('%s', (how, damage) => {
  it.each([
    ['core.json', true],
    ['core.json', false],
    ['settings.json', true],
    ['index', true],
    ['index', false],
  ])('%s is found and recovered with nothing lost (closed: %s)', async (what, isClosed) => {
    const { folder, feedId } = await library(isClosed);
    const name = what === 'index' ? path.join('index', `${feedId}-0.json`) : what;
    await damage(path.join(folder, name));
    expect((await verifyLibrary(folder)).damaged).toMatchObject([{ file: name }]);
    const reports: string[] = [];
    const store = await open(folder, reports);
    expect(reports).toMatchObject([expect.stringContaining(name)]);
    await store.close();
    expect(await quarantined(folder)).toHaveLength(how === 'missing' ? 0 : 1);
    await expectAll(folder, feedId);
  });

  it('both generations of an index file are made anew of the texts, and the reader is told what is lost', async () => {
    const { folder, feedId } = await library();
    const file = path.join(folder, 'index', `${feedId}-0.json`);
    await damage(file);
    await damage(`${file}.bak`);
    const reports: string[] = [];
    const store = await open(folder, reports);
    expect(reports).toMatchObject([expect.stringMatching(/300 articles were found again in the texts/)]);
    expect([...store.headers.ofFeed(feedId)]).toHaveLength(300);
    await store.close();
    expect((await verifyLibrary(folder)).damaged).toEqual([]);
  });

  it('texts are put aside and asked for anew; everything else of the articles stays', async () => {
    const { folder, feedId } = await library();
    const name = path.join('body', `${feedId}-0.json`);
    await damage(path.join(folder, name));
    expect((await verifyLibrary(folder)).damaged).toMatchObject([{ file: name }]);
    const reports: string[] = [];
    const store = await open(folder, reports);
    await store.repair();
    expect(reports).toMatchObject([expect.stringMatching(/200 texts are lost and are fetched again/)]);
    expect(store.headers.get(ID)).toMatchObject({ bookmarked: true, hash: '' });
    const { segment: _, ...again } = headerOf({ n: 1, feedId });
    const arriving = { header: again, body: { html: '<p>Again</p>', enclosures: [] } };
    await store.keep(feedId, [arriving], (kept, next) => ({ ...next, bookmarked: kept.bookmarked }));
    const header = store.headers.get(ID);
    expect(await store.bodies.read({ feedId, n: header?.segment ?? -1 }, ID)).toMatchObject({ html: '<p>Again</p>' });
    await store.close();
  });

  it('the journal of a crash is read as far as it goes, and never keeps a library from opening', async () => {
    const { folder, feedId } = await library(false);
    const journal =
      (await readdir(folder))
        .filter((name) => name.startsWith('journal-'))
        .sort()
        .at(-1) ?? '';
    await damage(path.join(folder, journal));
    const store = await open(folder);
    expect([...store.headers.ofFeed(feedId)]).toHaveLength(300);
    await store.close();
    expect((await verifyLibrary(folder)).damaged).toEqual([]);
  });
});

it('both generations of core are no reason to begin a new library: it says so and leaves all as it is', async () => {
  const { folder } = await library();
  for (const name of ['core.json', 'core.json.bak']) await writeFile(path.join(folder, name), 'x');
  await expect(open(folder)).rejects.toMatchObject({
    failure: { code: 'library-damaged', detail: { file: 'core.json' } },
  });
  expect(await readFile(path.join(folder, 'core.json'), 'utf8')).toBe('x');
});

it('a library of a newer Caravan is read and not written; every change is refused in words', async () => {
  const { folder, feedId } = await library();
  const file = path.join(folder, 'core.json');
  const text = await readFile(file, 'utf8');
  const value = { ...JSON.parse(text.slice(text.indexOf('\n') + 1)), inventedLater: true };
  await writeFile(file, frame({ version: 99, value }));
  const before = await readFile(file);
  const store = await open(folder);
  expect(store.isReadOnly).toBe(true);
  expect([...store.headers.ofFeed(feedId)]).toHaveLength(300);
  const newer = { failure: { code: 'library-newer' } };
  await expect(store.headers.mark([store.headers.rowOf(ID) ?? -1], { read: false })).rejects.toMatchObject(newer);
  expect(store.headers.get(ID)?.read).toBe(true);
  await expect(store.core.change((core) => ({ ...core, folders: [] }))).rejects.toMatchObject(newer);
  await store.close();
  expect(await readFile(file)).toEqual(before);
});

it('what the journal says of articles whose index is lost with its second generation is not lost', async () => {
  const { folder, feedId } = await library(false);
  const store = await open(folder);
  const gone = headerOf({ n: 2, feedId }).id;
  await store.headers.drop([gone]);
  await rm(path.join(folder, 'LOCK'));
  const file = path.join(folder, 'index', `${feedId}-0.json`);
  for (const one of [file, `${file}.bak`]) await writeFile(one, 'x');
  const reopened = await open(folder);
  expect(reopened.headers.get(ID)).toMatchObject({ bookmarked: true, read: true, ownTags: ['سفر'] });
  expect(reopened.headers.get(gone)).toBeUndefined();
  expect([...reopened.headers.ofFeed(feedId)]).toHaveLength(299);
  await reopened.close();
});

it('a second generation that goes bad is found by looking, and made anew', async () => {
  const { folder, feedId } = await library();
  const file = path.join('index', `${feedId}-0.json.bak`);
  await writeFile(path.join(folder, file), 'x');
  expect((await verifyLibrary(folder)).damaged).toMatchObject([{ file }]);
  const store = await open(folder);
  await store.headers.mark([store.headers.rowOf(ID) ?? -1], { read: false });
  await store.close();
  expect((await verifyLibrary(folder)).damaged).toEqual([]);
});

it('a setting has its second generation soon after it was changed, with no article touched', async () => {
  const { folder } = await library();
  const store = await open(folder);
  await store.settings.change((settings) => ({ ...settings, textSize: 21 }));
  await store.checkpoint();
  await rm(path.join(folder, 'LOCK'));
  await writeFile(path.join(folder, 'settings.json'), 'x');
  const reopened = await open(folder);
  expect(reopened.settings.data.textSize).toBe(21);
  await reopened.close();
});

it('a half-written file of the very first start is no library, and no damage', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'core.json.4711.1.tmp'), '{"v":');
  const store = await open(folder);
  expect(store.core.data.feeds).toEqual([]);
  await store.close();
});
