import { expect, it } from 'vitest';
import { MINUTE, overview, refresh, START } from './following';
import { type Answer, followingAt, healthOf, onlyFeed, rss, startScripted } from './scripted';

async function answered(answer: Answer) {
  const server = await startScripted();
  server.answer('/feed', answer);
  const following = await followingAt([`${server.origin}/feed`]);
  await following.library.handlers['settings.change']({ refreshMinutes: 30 });
  await refresh(following.library);
  return { server, ...following };
}

const BODY = rss([{ slug: 'one' }]);
const ttl = (minutes: number): string => rss([{ slug: 'one' }], `<ttl>${minutes}</ttl>`);

it.each<[string, Answer, number, 'reader' | 'publisher']>([
  ['says nothing is asked when the reader wishes', { body: BODY }, 30, 'reader'],
  [
    'says for how long it stays as it is',
    { headers: { 'cache-control': 'max-age=7200' }, body: BODY },
    120,
    'publisher',
  ],
  ['says so in the feed', { body: ttl(90) }, 90, 'publisher'],
  ['says both', { headers: { 'cache-control': 'max-age=7200' }, body: ttl(90) }, 120, 'publisher'],
  ['wants to be asked more often', { headers: { 'cache-control': 'no-cache' }, body: ttl(1) }, 30, 'reader'],
  ['wants never to be asked', { headers: { 'cache-control': 'max-age=99999999' }, body: BODY }, 1_440, 'publisher'],
])('a publisher that %s', async (_, answer, minutes, because) => {
  const { server, library, clock } = await answered(answer);
  const at = START + minutes * MINUTE;
  expect((await healthOf(library)).next).toEqual({ at, because });
  expect((await onlyFeed(library)).nextTry).toBe(at);
  clock.now = at - 1;
  await library.refreshDue();
  expect(server.requests).toHaveLength(1);
  clock.now = at;
  await library.refreshDue();
  expect(server.requests).toHaveLength(2);
});

it('a 304 says anew for how long the feed stays as it is', async () => {
  const { server, library } = await answered({ headers: { etag: '"one"' }, body: BODY });
  server.answer('/feed', { status: 304, headers: { 'cache-control': 'max-age=10800' } });
  await refresh(library);
  expect((await healthOf(library)).next).toEqual({ at: START + 180 * MINUTE, because: 'publisher' });
});

it('a failure makes the pause grow each time, for all to see, and a success ends it', async () => {
  const { server, library, clock } = await answered({ body: BODY });
  server.answer('/feed', { status: 500 });
  clock.now += 30 * MINUTE;
  const since = clock.now;
  for (const pause of [5, 10, 20, 40]) {
    await library.refreshDue();
    const nextTry = clock.now + pause * MINUTE;
    const health = await healthOf(library);
    expect(health.next).toEqual({ at: nextTry, because: 'failing' });
    expect(health.trouble).toMatchObject({ code: 'server-error', since, nextTry });
    expect((await overview(library)).feeds).toMatchObject([{ nextTry, lastSuccess: START, trouble: { nextTry } }]);
    const before = server.requests.length;
    clock.now = nextTry - 1;
    await library.refreshDue();
    expect(server.requests).toHaveLength(before);
    clock.now = nextTry;
  }
  server.answer('/feed', { body: BODY });
  await library.refreshDue();
  expect(await healthOf(library)).toMatchObject({ trouble: null, lastSuccess: clock.now, next: { because: 'reader' } });
});

it('a failure that a clock noted which was years ahead does not keep a feed waiting', async () => {
  const { server, library, clock } = await answered({ body: BODY });
  server.answer('/feed', { status: 500 });
  clock.now += 3 * 365 * 24 * 60 * MINUTE;
  await library.refreshDue();
  clock.now = START + 60 * MINUTE;
  server.answer('/feed', { body: rss([{ slug: 'two' }]) });
  await library.refreshDue();
  expect((await onlyFeed(library)).trouble).toBeNull();
});
