import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Fetch } from '../../../electron/core/fetching/fetch';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { listed, openLibrary, titles } from '../library/temporary';
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

it('no name goes back for a version whose texts were found to be lost while the server was asked', async () => {
  const server = await startScripted();
  server.answer('/feed', ({ headers }) =>
    headers['if-none-match'] ? { status: 304 } : { headers: { etag: '"one"' }, body: BODY },
  );
  let meanwhile = async (): Promise<unknown> => undefined;
  const fetch: Fetch = async (url, init) => {
    const answer = await nodeFetch(url, init);
    await meanwhile();
    return answer;
  };
  const { library: before, folder, options } = await followingAt([`${server.origin}/feed`], { fetch });
  await refresh(before);
  await before.close();
  const library = await openLibrary(folder, options);
  meanwhile = async () => {
    await rm(path.join(folder, 'body'), { recursive: true });
    await mkdir(path.join(folder, 'body'));
    await library.repair();
  };
  await refresh(library);
  meanwhile = async () => undefined;
  await refresh(library);
  expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', undefined]);
  const [{ id = '' } = {}] = (await listed(library)).articles;
  expect((await library.handlers['articles.open']({ id })).html).toContain('What happened in one.');
});
