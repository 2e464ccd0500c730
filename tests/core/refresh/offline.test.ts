import { describe, expect, it } from 'vitest';
import { Fault } from '../../../electron/contract/failures';
import type { Fetch } from '../../../electron/core/fetching/fetch';
import { listed, openLibrary, temporaryFolder, titles } from '../library/temporary';
import { feedOf, follow, following, MINUTE, overview, refresh, START, serve } from './following';
import { followingAt, rss, startScripted } from './scripted';

describe('without a network', () => {
  it('everything that was fetched is there after a restart; nothing is lost or doubled when it returns', async () => {
    const { server, library, clock, reopen } = await following();
    await library.handlers['settings.change']({ refreshMinutes: 30 });
    await refresh(library);
    const before = await listed(library);
    await library.handlers['articles.bookmark']({ ids: [before.articles[0]?.id ?? ''], bookmarked: true });
    await server.cut();
    clock.now += 40 * MINUTE;
    const lost = clock.now;
    const report = await refresh(library);
    expect(report.failed.map(({ code }) => code)).toEqual(Array(3).fill('connection-refused'));

    const reopened = await reopen(library);
    clock.now += 60 * MINUTE;
    const offline = await overview(reopened);
    expect(offline.network).toEqual({ online: false, byHand: false, offlineSince: lost });
    expect(offline.feeds.map(({ trouble }) => trouble)).toEqual([null, null, null]);
    expect(offline.lastRefresh).toBe(START);
    expect(await titles(reopened)).toEqual(before.articles.map(({ title }) => title));
    for (const { id } of before.articles.slice(0, 5)) {
      expect((await reopened.handlers['articles.open']({ id })).html).not.toBe('');
    }
    await reopened.handlers['articles.mark']({ ids: [before.articles[1]?.id ?? ''], read: true });

    await server.restore();
    server.publish('border-post');
    await reopened.refreshDue();
    const online = await overview(reopened);
    expect(online.network).toEqual({ online: true, byHand: false, offlineSince: null });
    expect(online.counts).toMatchObject({ articles: before.total + 1, unread: before.total, bookmarked: 1 });
    const after = await titles(reopened);
    expect(new Set(after).size).toBe(after.length);
  });

  it('is not what one dead server among good ones means', async () => {
    const server = await serve();
    const other = await serve();
    const library = await openLibrary(await temporaryFolder());
    await follow(library, server);
    await follow(library, other, ['quetta-observer']);
    await other.close();
    await refresh(library);
    const { network, feeds } = await overview(library);
    expect(network.online).toBe(true);
    expect(feeds.filter(({ trouble }) => trouble?.code === 'connection-refused')).toHaveLength(1);
    // Alone it proves nothing either: it is known to fail.
    await library.handlers['refresh.start']({ feedIds: [(await feedOf(library, 'quetta-observer')).id] });
    expect((await overview(library)).network.online).toBe(true);
  });

  it('is what the system says, until it says otherwise or a feed answers', async () => {
    const server = await serve();
    let isOnline = false;
    const library = await openLibrary(await temporaryFolder(), { isOnline: () => isOnline });
    expect((await overview(library)).network.online).toBe(false);
    isOnline = true;
    library.networkChanged();
    expect((await overview(library)).network.online).toBe(true);
    isOnline = false;
    library.networkChanged();
    expect((await overview(library)).network.online).toBe(false);
    await follow(library, server);
    await library.refreshDue();
    expect((await overview(library)).network.online).toBe(true);
    expect((await overview(library)).counts.articles).toBeGreaterThan(0);
  });

  it('the only server that there is, when it is down, is asked less and less often', async () => {
    const clock = { now: START };
    let asked = 0;
    const fetch: Fetch = async () => {
      asked++;
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    };
    const { library } = await followingAt(['http://one.example/a', 'http://one.example/b'], {
      fetch,
      now: () => clock.now,
    });
    for (let minute = 0; minute < 24 * 60; minute++, clock.now += MINUTE) await library.refreshDue();
    expect(asked).toBeLessThan(2 * 24 * 6);
    expect(asked).toBeGreaterThan(24 * 2);
  });

  it('is not what one dead server of several means, however many feeds it has', async () => {
    const [dead, good] = [await startScripted(), await startScripted()];
    good.answer('/feed', { body: rss([{ slug: 'one' }]) });
    for (const path of ['/a', '/b']) dead.answer(path, { body: rss([{ slug: path }]) });
    const { library, clock } = await followingAt([`${dead.origin}/a`, `${dead.origin}/b`, `${good.origin}/feed`]);
    await refresh(library);
    await dead.close();
    clock.now += 20 * MINUTE;
    const { feeds } = await overview(library);
    const ids = feeds.filter(({ address }) => address.startsWith(dead.origin)).map(({ id }) => id);
    await library.handlers['refresh.start']({ feedIds: ids });
    const after = await overview(library);
    expect(after.network.online).toBe(true);
    expect(after.feeds.filter(({ trouble }) => trouble?.code === 'connection-refused')).toHaveLength(2);
  });

  it('a feed with an interval of its own finds out that it is back, where all others are asked by hand', async () => {
    const server = await startScripted();
    const other = await startScripted();
    for (const { answer } of [server, other]) answer('/feed', { body: rss([{ slug: 'one' }]) });
    let isOnline = true;
    const { library, clock } = await followingAt([`${server.origin}/feed`, `${other.origin}/feed`], {
      isOnline: () => isOnline,
    });
    await library.handlers['settings.change']({ refreshMinutes: 0 });
    const [{ id = '' } = {}] = (await overview(library)).feeds;
    await library.handlers['feeds.setFetching']({ id, minutes: 15, proxy: null, headers: {} });
    isOnline = false;
    library.networkChanged();
    isOnline = true;
    clock.now += 60 * MINUTE;
    await library.refreshDue();
    expect((await overview(library)).network.online).toBe(true);
    expect([server.requests.length, other.requests.length]).toEqual([1, 0]);
  });

  it('is what a portal means that answers in every name', async () => {
    const fetch: Fetch = async (url) => {
      throw new Fault('private-address', { url: String(url), host: new URL(String(url)).host });
    };
    const { library } = await followingAt(['http://one.example/a', 'http://two.example/b'], { fetch });
    await refresh(library);
    const { network, feeds } = await overview(library);
    expect(network.online).toBe(false);
    expect(feeds.map(({ trouble }) => trouble)).toEqual([null, null]);
  });

  it('ends as soon as any server can be reached, though those that answered last are gone', async () => {
    let reachable = 'abcdef';
    const clock = { now: START };
    const fetch: Fetch = async (url) => {
      if (!reachable.includes(new URL(String(url)).hostname.charAt(0))) {
        throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
      }
      return new Response(rss([{ slug: 'one' }]), { headers: { 'content-type': 'application/rss+xml' } });
    };
    const addresses = [...reachable].map((letter) => `http://${letter}.example/feed`);
    const { library } = await followingAt(addresses, { fetch, now: () => clock.now });
    await refresh(library);
    reachable = '';
    clock.now += 30 * MINUTE;
    await refresh(library);
    expect((await overview(library)).network.online).toBe(false);
    reachable = 'def';
    for (let minute = 0; minute < 5; minute++, clock.now += MINUTE) await library.refreshDue();
    expect((await overview(library)).network.online).toBe(true);
  });

  it('is not what the certificate of one host means', async () => {
    const fetch: Fetch = async (url) => {
      throw new Fault('certificate-invalid', { url: String(url), host: new URL(String(url)).host });
    };
    const { library } = await followingAt(['https://one.example/a'], { fetch });
    await refresh(library);
    const { network, feeds } = await overview(library);
    expect(network.online).toBe(true);
    expect(feeds.map(({ trouble }) => trouble?.code)).toEqual(['certificate-invalid']);
  });
});
