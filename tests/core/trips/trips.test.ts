import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../electron/contract/model';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { verifyLibrary } from '../../../electron/core/library';
import { listed, openLibrary, temporaryFolder, titles } from '../library/temporary';
import { isVerified, packed, plan, reading, until } from './packing';

const pathsOf = (asked: { path: string }[]): string[] => asked.map((each) => each.path).sort();

/** The files of pictures, not their thumbnails' records. */
async function pictureFiles(folder: string): Promise<string[]> {
  const all = await readdir(path.join(folder, 'pictures'), { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('an estimate', () => {
  it('asks nobody, and says what is here, what is to be fetched and what has no room', async () => {
    const { library, feed } = await reading({ stories: 10, pictures: 2 });
    const estimate = await library.handlers['trips.estimate']({ plan: plan() });
    expect(estimate).toMatchObject({ articles: 10, here: 0, toFetch: 10, pictures: 20, leftOut: 0 });
    expect(estimate.bytesToFetch).toBeGreaterThan(0);
    expect(feed.asked).toEqual([]);
    const half = await library.handlers['trips.estimate']({ plan: plan({ bytes: Math.ceil(estimate.bytes / 2) }) });
    expect(half).toMatchObject({ articles: 5, leftOut: 5 });
    const none = await library.handlers['trips.estimate']({
      plan: plan({ filter: { ...EVERYTHING, since: Date.now() + 1e9 } }),
    });
    expect(none).toMatchObject({ articles: 0, bytes: 0, ms: 0 });
  });

  it('learns from what is here', async () => {
    const { library } = await reading({ stories: 4, pictures: 3 });
    const trip = await packed(library, 'First');
    const after = await library.handlers['trips.estimate']({ plan: plan() });
    expect(after).toMatchObject({ articles: 4, here: 4, toFetch: 0, pictures: 12, bytesToFetch: 0, ms: 0 });
    expect(after.bytes).toBeLessThan(trip.bytes * 2);
  });
});

describe('packing', () => {
  it('keeps every article with its pictures, reads them back, and says so', async () => {
    const { library, feed, folder } = await reading({ stories: 5, pictures: 3 });
    const trip = await packed(library, 'Night train');
    expect(trip).toMatchObject({ name: 'Night train', state: 'ready', articles: 5, ready: 5, failed: 0, pictures: 15 });
    expect(pathsOf(feed.asked)).toHaveLength(15);
    expect(new Set(pathsOf(feed.asked)).size).toBe(15);
    const all = await listed(library, { all: [{ kind: 'trip', value: trip.id }] });
    expect(all.articles.map(({ offline }) => offline)).toEqual(['full', 'full', 'full', 'full', 'full']);
    expect(await library.handlers['trips.list']({})).toMatchObject([{ id: trip.id, ready: 5 }]);
    expect((await library.handlers['library.storage']({})).trips).toEqual([
      { id: trip.id, name: 'Night train', articles: 5, bytes: trip.bytes },
    ]);
    await library.close();
    expect((await verifyLibrary(folder)).damaged).toEqual([]);
  });

  it('takes texts alone where that is wanted', async () => {
    const { library, feed } = await reading({ stories: 2, pictures: 2 });
    expect(await packed(library, 'Light', { level: 'text' })).toMatchObject({ state: 'ready', ready: 2, pictures: 0 });
    expect(feed.asked).toEqual([]);
  });

  it('says why an article is not as it was wanted, what is here all the same, and tries it again', async () => {
    let broken = true;
    const answer: Parameters<typeof reading>[0]['files'] = {
      '/1-0.png': (_, response) => {
        response.writeHead(broken ? 503 : 404).end();
      },
    };
    const { library } = await reading({ stories: 3, pictures: 1, files: answer });
    const trip = await packed(library, 'Broken');
    expect(trip).toMatchObject({ state: 'partly', ready: 2, failed: 1 });
    expect(trip.failures).toMatchObject([{ title: 'Story 1', level: 'text', failure: { code: 'server-error' } }]);
    broken = false;
    await library.handlers['trips.retry']({ id: trip.id, articles: null });
    // What its publisher does not have is not missed.
    expect(await until(library, trip.id, isVerified)).toMatchObject({ state: 'ready', ready: 3, failures: [] });
  });

  it('goes no further than there is room, the newest first', async () => {
    const { library } = await reading({ stories: 4, pictures: 1 });
    const whole = await packed(library, 'Whole');
    const trip = await packed(library, 'Half', { bytes: Math.ceil(whole.bytes * 0.6) });
    expect(trip.articles).toBeGreaterThan(0);
    expect(trip.articles).toBeLessThan(4);
    expect(await titles(library, { all: [{ kind: 'trip', value: trip.id }] })).toContain('Story 0');
  });

  it('refuses an empty plan, and a name that another trip has', async () => {
    const { library } = await reading({ stories: 1, pictures: 0 });
    const nothing = plan({ filter: { ...EVERYTHING, text: 'nowhere' } });
    await expect(library.handlers['trips.pack']({ name: 'A', plan: nothing })).rejects.toThrow(/Nothing passes/);
    await packed(library, 'A');
    await expect(library.handlers['trips.pack']({ name: 'a', plan: plan() })).rejects.toThrow(/already/);
  });

  it('stands still while there is no network, says so, and goes on by itself', async () => {
    let online = true;
    const { library, feed } = await reading({ stories: 3, pictures: 1, options: { isOnline: () => online } });
    online = false;
    library.networkChanged();
    const { id } = await library.handlers['trips.pack']({ name: 'Later', plan: plan() });
    expect(await until(library, id, ({ waitsFor }) => waitsFor === 'offline')).toMatchObject({
      state: 'packing',
      ready: 0,
    });
    expect(feed.asked).toEqual([]);
    online = true;
    library.networkChanged();
    expect(await until(library, id, isVerified)).toMatchObject({ state: 'ready', ready: 3, waitsFor: null });
  });

  it('makes no request while the reader wants no network at all', async () => {
    const { library, feed } = await reading({ stories: 2, pictures: 1 });
    await library.handlers['settings.change']({ worksOffline: true });
    const { id } = await library.handlers['trips.pack']({ name: 'Later', plan: plan() });
    await until(library, id, ({ waitsFor }) => waitsFor === 'offline');
    expect(feed.asked).toEqual([]);
    await library.handlers['settings.change']({ worksOffline: false });
    expect(await until(library, id, isVerified)).toMatchObject({ state: 'ready' });
  });

  it('can be paused, is paused after a restart, and fetches nothing twice', async () => {
    const held: (() => void)[] = [];
    let bothHeld = (): void => {};
    const isHeld = new Promise<void>((resolve) => {
      bothHeld = resolve;
    });
    // The first four come; two a host are asked for at once.
    let asked = 0;
    const fetch: typeof nodeFetch = async (url, init) => {
      if (new URL(url).pathname.endsWith('-0.png') && ++asked > 4 && held.length < 2) {
        await new Promise<void>((resolve) => {
          held.push(resolve);
          if (held.length === 2) bothHeld();
        });
      }
      return nodeFetch(url, init);
    };
    const { library, feed, folder } = await reading({ stories: 8, pictures: 1, options: { fetch } });
    const { id } = await library.handlers['trips.pack']({ name: 'Slow', plan: plan() });
    await isHeld;
    const pausing = library.handlers['trips.pause']({ id });
    for (const go of held) go();
    expect(await pausing).toMatchObject({ state: 'paused' });
    await library.close();
    const again = await openLibrary(folder);
    again.startKeeping();
    await again.handlers['keeping.stop']({});
    expect(await again.handlers['trips.open']({ id })).toMatchObject({ state: 'paused', articles: 8 });
    await again.handlers['trips.resume']({ id });
    expect(await until(again, id, isVerified)).toMatchObject({ state: 'ready', ready: 8 });
    const fetched = pathsOf(feed.asked).filter((at) => /^\/\d-0\.png$/.test(at));
    expect(fetched).toHaveLength(8);
    expect(new Set(fetched).size).toBe(8);
  });

  it('can be cancelled: what is here stays, and what waited is no longer of it', async () => {
    let online = true;
    const { library } = await reading({ stories: 3, pictures: 1, options: { isOnline: () => online } });
    online = false;
    library.networkChanged();
    const { id } = await library.handlers['trips.pack']({ name: 'None', plan: plan() });
    expect(await library.handlers['trips.cancel']({ id })).toBeNull();
    expect(await library.handlers['trips.list']({})).toEqual([]);
  });
});

describe('verification', () => {
  it('finds what the disk has lost, and one retry brings it back', async () => {
    const { library, folder, feed } = await reading({ stories: 3, pictures: 2 });
    const trip = await packed(library, 'Check');
    await library.close();
    const again = await openLibrary(folder);
    const { articles } = await listed(again);
    const whole = await again.handlers['articles.open']({ id: articles[0]?.id ?? '' });
    const name = whole.pictures[0]?.name ?? '';
    const file = path.join(folder, 'pictures', name.slice(0, 2), name);
    const bytes = await readFile(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(file, bytes);
    const verdict = await again.handlers['trips.verify']({ id: trip.id });
    expect(verdict).toMatchObject({ state: 'partly', ready: 2, failed: 1 });
    expect(verdict.failures).toMatchObject([
      { id: whole.id, failure: { code: 'trip-pictures-damaged', detail: { count: 1 } } },
    ]);
    feed.asked.length = 0;
    await again.handlers['trips.retry']({ id: trip.id, articles: [whole.id] });
    expect(await until(again, trip.id, (now) => now.state !== 'packing' && now.failed === 0)).toMatchObject({
      ready: 3,
    });
    expect(feed.asked).toHaveLength(1);
  });

  it('asks nobody', async () => {
    const { library, feed } = await reading({ stories: 2, pictures: 1 });
    const trip = await packed(library, 'Check');
    await feed.close();
    feed.asked.length = 0;
    expect(await library.handlers['trips.verify']({ id: trip.id })).toMatchObject({ state: 'ready', ready: 2 });
    expect(feed.asked).toEqual([]);
  });
});

describe('packed articles', () => {
  it('are held until the trip is released', async () => {
    const { library, folder } = await reading({ stories: 4, pictures: 1 });
    const trip = await packed(library, 'Held');
    const { articles } = await listed(library);
    await library.handlers['articles.mark']({ ids: articles.map(({ id }) => id), read: true });
    const retention = { days: null, perFeed: null, bytes: 0, keepUnread: false };
    await library.handlers['settings.change']({ retention, pictureBytes: 1 });
    expect(await library.handlers['library.cleanUp']({})).toMatchObject({ removed: 0 });
    expect(await pictureFiles(folder)).not.toEqual([]);
    expect(await library.handlers['trips.release']({ id: trip.id })).toBeNull();
    expect(await library.handlers['library.cleanUp']({})).toMatchObject({ removed: 4 });
    expect(await titles(library, { all: [{ kind: 'trip', value: trip.id }] })).toEqual([]);
  });

  it('are offered for release when the trip is over, and stay if the reader wants', async () => {
    let now = Date.now();
    const { library } = await reading({ stories: 1, pictures: 0, options: { now: () => now } });
    const trip = await packed(library, 'Short', { until: now + 1_000 });
    expect(trip.state).toBe('ready');
    now += 2_000;
    expect(await library.handlers['trips.list']({})).toMatchObject([{ state: 'over' }]);
    expect(await library.handlers['trips.keep']({ id: trip.id })).toMatchObject({
      state: 'ready',
      plan: { until: null },
    });
    expect(await library.handlers['trips.rename']({ id: trip.id, name: 'Long' })).toMatchObject({ name: 'Long' });
  });

  it('leave as one file, with their pictures', async () => {
    const { library, feed } = await reading({ stories: 3, pictures: 2 });
    const trip = await packed(library, 'Out');
    await feed.close();
    const folder = await temporaryFolder();
    const html = path.join(folder, 'trip.html');
    await library.output.saveTrip(trip.id, html, 'html', 'en');
    const page = await readFile(html, 'utf8');
    expect(page.match(/<img src="data:image\/png;base64,/g)).toHaveLength(6);
    expect(page.match(/<article/g)).toHaveLength(3);
    expect(page).toContain('<a href="#article-3"><bdi>');
    const epub = path.join(folder, 'trip.epub');
    await library.output.saveTrip(trip.id, epub, 'epub', 'en');
    expect((await readFile(epub)).includes('book/picture-')).toBe(true);
    const archive = path.join(folder, 'trip.zip');
    const filter = { ...EVERYTHING, all: [{ kind: 'trip' as const, value: trip.id }] };
    expect(await library.saveArchive(archive, filter)).toMatchObject({ articles: 3 });
  });

  it('are in a backup, with the trip', async () => {
    const { library, folder } = await reading({ stories: 2, pictures: 0 });
    const trip = await packed(library, 'Saved');
    const { name } = await library.handlers['backups.make']({});
    await library.handlers['trips.release']({ id: trip.id });
    await library.prepareRestore(name);
    await library.close();
    const again = await openLibrary(folder);
    expect(await again.handlers['trips.list']({})).toMatchObject([{ name: 'Saved', ready: 2 }]);
    await again.close();
    await rm(path.join(folder, 'trips.json'));
    await rm(path.join(folder, 'trips.json.bak'), { force: true });
    expect(await (await openLibrary(folder)).handlers['trips.list']({})).toEqual([]);
  });
});
