import { describe, expect, it } from 'vitest';
import { titles } from '../library/temporary';
import { feedOf, following, MINUTE, refresh, START } from './following';

describe('a feed that fails', () => {
  it.each([
    ['404', 'not-found'],
    ['500', 'server-error'],
    ['cut', 'connection-cut'],
    ['not-a-feed', 'not-a-feed'],
    ['redirect-loop', 'too-many-redirects'],
  ] as const)('says why (%s), beside good ones, and keeps what it had', async (fault, code) => {
    const { server, library, clock } = await following();
    await refresh(library);
    const before = await titles(library);
    server.fault('khavaran', fault);
    server.publish('border-post');
    clock.now += MINUTE;
    const report = await refresh(library);
    expect(report).toMatchObject({ newArticles: 1, failed: [{ code, message: expect.stringMatching(/\w/) }] });
    const { trouble } = await feedOf(library, 'khavaran');
    expect(trouble).toMatchObject({ code, since: clock.now, nextTry: clock.now + 5 * MINUTE });
    expect(await titles(library)).toEqual(expect.arrayContaining(before));
    server.clear();
    await refresh(library);
    expect((await feedOf(library, 'khavaran')).trouble).toBeNull();
  });

  it('is asked again after 5 minutes, then 10, up to 12 hours', async () => {
    const { server, library, clock } = await following();
    await refresh(library);
    server.fault('khavaran', '500');
    const pauses: number[] = [];
    for (let time = 0; time < 10; time++) {
      await refresh(library);
      const { trouble } = await feedOf(library, 'khavaran');
      expect(trouble?.since).toBe(START);
      pauses.push(((trouble?.nextTry ?? 0) - clock.now) / MINUTE);
      clock.now = trouble?.nextTry ?? 0;
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 720, 720]);
  });

  it('that is over (410) is not asked again unless by name', async () => {
    const { server, library, clock } = await following();
    await refresh(library);
    server.fault('khavaran', '410');
    await refresh(library);
    const { id, trouble } = await feedOf(library, 'khavaran');
    expect(trouble).toMatchObject({ code: 'gone', nextTry: null });
    server.clear();
    clock.now += 24 * 60 * MINUTE;
    expect(await refresh(library)).toMatchObject({ feeds: 2 });
    await library.handlers['refresh.start']({ feedIds: [id] });
    expect((await feedOf(library, 'khavaran')).trouble).toBeNull();
  });

  it('and whose server asks for peace is left alone, with all of that server', async () => {
    const { server, library, clock } = await following();
    await refresh(library);
    server.fault('khavaran', { kind: '429', retryAfter: 600 });
    await refresh(library);
    expect((await feedOf(library, 'khavaran')).trouble?.nextTry).toBe(clock.now + 10 * MINUTE);
    server.clear();
    server.requests.length = 0;
    clock.now += 9 * MINUTE;
    const held = await refresh(library);
    expect(held.failed.map(({ code }) => code)).toEqual(Array(3).fill('too-many-requests'));
    expect(server.requests).toEqual([]);
    expect((await feedOf(library, 'border-post')).trouble).toBeNull();
    clock.now += MINUTE;
    expect(await refresh(library)).toMatchObject({ notModified: 3, failed: [] });
  });

  it('and has moved for good is followed the second time', async () => {
    const { server, library } = await following();
    const { address } = await feedOf(library, 'khavaran');
    server.fault('khavaran', { kind: 'redirect', permanent: true });
    await refresh(library);
    expect((await feedOf(library, 'khavaran')).address).toBe(address);
    await refresh(library);
    expect((await feedOf(library, 'khavaran')).address).toContain('/moved/');
  });
});
