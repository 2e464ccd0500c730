import { expect, it } from 'vitest';
import { bytesOf } from '../library/temporary';
import { MINUTE, overview, refresh } from './following';
import { followingAt, rss, startScripted } from './scripted';

const NUMBERS = Array.from({ length: 12 }, (_, n) => n);

/** Twelve feeds on one host, two of which are asked at a time; and one on another. */
async function twoHosts(retryAfter: string | null, status = 429) {
  const [busy, other] = [await startScripted(), await startScripted()];
  for (const n of NUMBERS) busy.answer(`/${n}`, { body: rss([{ slug: `${n}` }]) });
  const headers = retryAfter === null ? undefined : { 'retry-after': retryAfter };
  busy.answer('/0', { status, ...(headers && { headers }) });
  other.answer('/feed', { body: rss([{ slug: 'other' }]) });
  const addresses = [...NUMBERS.map((n) => `${busy.origin}/${n}`), `${other.origin}/feed`];
  return { busy, other, ...(await followingAt(addresses)) };
}

it.each([
  ['429', '600', 429],
  ['503', '600', 503],
])('a host that asks for peace (%s) is left alone at once, also by feeds that still wait', async (_, wish, status) => {
  const { busy, other, library } = await twoHosts(wish, status);
  const report = await refresh(library);
  // The one that was under way at the same time, and one that may have begun before the answer was taken note of.
  expect(busy.requests.length).toBeLessThanOrEqual(3);
  expect(report.failed.length).toBeGreaterThanOrEqual(NUMBERS.length - 2);
  expect(report).toMatchObject({ feeds: 13 });
  expect(other.requests).toHaveLength(1);
});

it('it is left alone by hand too, and by the schedule, until the time is over', async () => {
  const { busy, library, clock } = await twoHosts('600');
  await refresh(library);
  const { feeds } = await overview(library);
  const held = feeds.find(({ address }) => address.endsWith('/11'));
  expect(held).toMatchObject({ trouble: null, lastSuccess: null });
  busy.answer('/0', { body: rss([{ slug: '0' }]) });
  busy.requests.length = 0;
  clock.now += 10 * MINUTE - 1;
  const byHand = await library.handlers['refresh.start']({ feedIds: [held?.id ?? ''] });
  expect(byHand.failed).toMatchObject([{ code: 'too-many-requests', message: expect.stringContaining(busy.host) }]);
  await library.refreshDue();
  expect(busy.requests).toEqual([]);
  clock.now += 1;
  await library.refreshDue();
  expect((await overview(library)).feeds.filter(({ articles }) => articles === 1)).toHaveLength(13);
});

it('it is left alone for five minutes where it does not say for how long, and not at all for a fault of its own', async () => {
  const { busy, library, clock } = await twoHosts(null);
  await refresh(library);
  expect(busy.requests.length).toBeLessThanOrEqual(3);
  busy.answer('/0', { status: 503 });
  clock.now += 5 * MINUTE;
  await library.refreshDue();
  const asked = new Set(busy.requests.map(({ path }) => path));
  expect(asked.size).toBe(NUMBERS.length);
});

it('a shorter wish does not end a longer one', async () => {
  const { busy, library, clock } = await twoHosts('600');
  busy.answer('/1', { status: 429, headers: { 'retry-after': '60' } });
  await refresh(library);
  busy.requests.length = 0;
  clock.now += 5 * MINUTE;
  await library.refreshDue();
  expect(busy.requests).toEqual([]);
});

it('who asked for peace is who is left alone: the host that answered, not the one that led there', async () => {
  const [front, back] = [await startScripted(), await startScripted()];
  front.answer('/feed', { status: 302, headers: { location: `${back.origin}/feed` } });
  front.answer('/other', { body: rss([{ slug: 'front' }]) });
  back.answer('/feed', { status: 429, headers: { 'retry-after': '600' } });
  back.answer('/other', { body: rss([{ slug: 'back' }]) });
  const led = await followingAt([`${front.origin}/feed`]);
  await refresh(led.library);
  for (const { origin } of [front, back]) {
    const opml = `<opml version="2.0"><body><outline type="rss" xmlUrl="${origin}/other"/></body></opml>`;
    await led.library.handlers['feeds.import']({ opml: bytesOf(opml) });
  }
  await led.library.refreshDue();
  expect(front.requests.map(({ path }) => path)).toEqual(['/feed', '/other']);
  expect(back.requests.map(({ path }) => path)).toEqual(['/feed']);
});

it('new feeds of such a host wait, and start no round for nothing', async () => {
  const { library, clock } = await twoHosts('600');
  await refresh(library);
  const before = await library.handlers['activity.list']({ feedId: null });
  clock.now += MINUTE;
  await library.refreshDue();
  expect(await library.handlers['activity.list']({ feedId: null })).toEqual(before);
});

it('a wish that a wrong clock noted does not last for years', async () => {
  const { busy, library, clock } = await twoHosts('600');
  const today = clock.now;
  clock.now += 3 * 365 * 24 * 60 * MINUTE;
  busy.answer('/1', { status: 500 });
  await refresh(library);
  clock.now = today;
  busy.answer('/0', { body: rss([{ slug: '0' }]) });
  busy.answer('/1', { body: rss([{ slug: '1' }]) });
  await library.refreshDue();
  expect((await overview(library)).feeds.filter(({ articles }) => articles === 1)).toHaveLength(13);
});
