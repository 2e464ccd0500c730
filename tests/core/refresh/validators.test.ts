import { expect, it } from 'vitest';
import { openLibrary, titles } from '../library/temporary';
import { refresh } from './following';
import { followingAt, rss, startScripted } from './scripted';

const BODY = rss([{ slug: 'one' }]);
const MODIFIED = 'Tue, 24 Nov 2026 08:00:00 GMT';

async function validated(headers: Record<string, string>) {
  const server = await startScripted();
  server.answer('/feed', { headers, body: BODY });
  return { server, ...(await followingAt([`${server.origin}/feed`])) };
}

it('what a server calls this version goes back to it, after a restart too, and a 304 leaves all as it was', async () => {
  const { server, library, folder, options } = await validated({ etag: '"one"', 'last-modified': MODIFIED });
  await refresh(library);
  expect(server.requests[0]?.headers).not.toHaveProperty('if-none-match');
  expect(server.requests[0]?.headers).not.toHaveProperty('if-modified-since');
  await library.close();
  const reopened = await openLibrary(folder, options);
  server.answer('/feed', { status: 304 });
  for (let time = 1; time <= 2; time++) {
    expect(await refresh(reopened)).toMatchObject({ notModified: 1, updated: 0, failed: [], bytes: 0 });
    expect(server.requests[time]?.headers).toMatchObject({ 'if-none-match': '"one"', 'if-modified-since': MODIFIED });
  }
  expect(await titles(reopened)).toEqual(['Story one']);
});

it('the same bytes under another name are no news, and the name is what is sent next', async () => {
  const { server, library } = await validated({ etag: '"one"' });
  await refresh(library);
  server.answer('/feed', { headers: { etag: '"two"' }, body: BODY });
  expect(await refresh(library)).toMatchObject({ notModified: 1, updated: 0, newArticles: 0, changedArticles: 0 });
  await refresh(library);
  expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', '"two"']);
});

it('a name that a 304 gives is sent next', async () => {
  const { server, library } = await validated({ etag: '"one"' });
  await refresh(library);
  server.answer('/feed', { status: 304, headers: { etag: '"two"' } });
  await refresh(library);
  await refresh(library);
  expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"two"');
});

it('a name that is longer than any honest one is not sent back', async () => {
  const { server, library } = await validated({ etag: `"${'x'.repeat(2_000)}"` });
  await refresh(library);
  await refresh(library);
  expect(server.requests[1]?.headers).not.toHaveProperty('if-none-match');
});

it('after a failure the names from before it are still sent', async () => {
  const { server, library } = await validated({ etag: '"one"' });
  await refresh(library);
  server.answer('/feed', { status: 500, headers: { etag: '"of the error"' } });
  await refresh(library);
  await refresh(library);
  expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"one"');
});
