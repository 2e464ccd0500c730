import { expect, it } from 'vitest';
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

it('without a wish only the feed that was refused waits', async () => {
  const { busy, library } = await twoHosts(null);
  const report = await refresh(library);
  expect(busy.requests).toHaveLength(12);
  expect(report.failed.map(({ code }) => code)).toEqual(['too-many-requests']);
});
