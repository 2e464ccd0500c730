import { describe, expect, it } from 'vitest';
import { listed } from '../library/temporary';
import { refresh } from './following';
import { followingAt, healthOf, onlyFeed, rss, type ScriptedServer, startScripted } from './scripted';

const BODY = rss([{ slug: 'one' }]);
const TO_NEW = { status: 301, headers: { location: '/new' } };

async function moving(server: ScriptedServer, login = '') {
  server.answer('/old', TO_NEW);
  server.answer('/new', { body: BODY });
  return followingAt([`${server.origin.replace('//', `//${login}`)}/old`]);
}

describe('a feed that has moved for good', () => {
  it('is followed there the second time that it says so, with all that it had', async () => {
    const server = await startScripted();
    const { library } = await moving(server);
    await refresh(library);
    const before = await onlyFeed(library);
    expect(before.address).toBe(`${server.origin}/old`);
    await refresh(library);
    const after = await onlyFeed(library);
    expect(after).toMatchObject({ id: before.id, address: `${server.origin}/new`, articles: 1 });
    server.requests.length = 0;
    await refresh(library);
    expect(server.requests.map(({ path }) => path)).toEqual(['/new']);
    expect((await listed(library)).total).toBe(1);
  });

  it('is not, when it said so once and then no more, or for now only', async () => {
    const server = await startScripted();
    const { library } = await moving(server);
    await refresh(library);
    server.answer('/old', { body: BODY });
    await refresh(library);
    server.answer('/old', TO_NEW);
    await refresh(library);
    server.answer('/old', { ...TO_NEW, status: 302 });
    await refresh(library);
    await refresh(library);
    expect((await onlyFeed(library)).address).toBe(`${server.origin}/old`);
  });

  it('takes its login along within its host', async () => {
    const server = await startScripted();
    const { library } = await moving(server, 'ada:secret@');
    await refresh(library);
    await refresh(library);
    await refresh(library);
    expect(await healthOf(library)).toMatchObject({
      address: `${server.origin}/new`,
      fetching: { username: 'ada', password: 'session' },
    });
    const authorization = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(Array(5).fill(authorization));
  });

  it.each(['login', 'header'])('to another host gives that host no %s, however often it says so', async (secret) => {
    const [home, other] = [await startScripted(), await startScripted()];
    home.answer('/old', { status: 301, headers: { location: `${other.origin}/new` } });
    other.answer('/new', { body: BODY });
    const login = secret === 'login' ? 'ada:secret@' : '';
    const { library } = await followingAt([`http://${login}${home.host}/old`]);
    const { id } = await onlyFeed(library);
    if (secret === 'header') {
      await library.handlers['feeds.setFetching']({ id, minutes: null, proxy: null, headers: { Cookie: 'secret=1' } });
    }
    for (let time = 0; time < 4; time++) await refresh(library);
    expect(other.requests).toHaveLength(4);
    for (const { headers } of other.requests) {
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('cookie');
    }
    expect((await onlyFeed(library)).articles).toBe(1);
  });

  it('to another host is followed there when there is nothing to keep from it', async () => {
    const [home, other] = [await startScripted(), await startScripted()];
    home.answer('/old', { status: 301, headers: { location: `${other.origin}/new` } });
    other.answer('/new', { body: BODY });
    const { library } = await followingAt([`${home.origin}/old`]);
    await refresh(library);
    await refresh(library);
    expect((await onlyFeed(library)).address).toBe(`${other.origin}/new`);
  });
});

it('a feed that has ended (410) says so, and what is there of it stays', async () => {
  const server = await startScripted();
  server.answer('/feed', { body: BODY });
  const { library } = await followingAt([`${server.origin}/feed`]);
  await refresh(library);
  server.answer('/feed', { status: 410 });
  await refresh(library);
  expect(await healthOf(library)).toMatchObject({ next: { at: null, because: 'ended' }, trouble: { code: 'gone' } });
  expect(await refresh(library)).toMatchObject({ feeds: 0 });
  expect((await listed(library)).total).toBe(1);
});
