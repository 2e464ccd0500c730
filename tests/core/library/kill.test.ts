import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startFeedServer } from '../../support/feed-server';
import { bytesOf, listed, openLibrary, temporaryFolder } from './temporary';

const CHILD = fileURLToPath(new URL('./marking-child.ts', import.meta.url));
/** After so many acknowledgements each child is killed, in the middle of what it does then. */
const ROUNDS = [1, 5, 14, 40];

async function killedAfter(count: number, folder: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}

it('has everything that it acknowledged when it is killed at any moment', async () => {
  const server = await startFeedServer();
  const folder = await temporaryFolder();
  const library = await openLibrary(folder);
  await library.handlers['feeds.import']({ opml: bytesOf(server.opml()) });
  await library.handlers['refresh.start']({ feedIds: null });
  const { total } = await listed(library);
  await library.close();
  await server.close();

  for (const count of ROUNDS) {
    const acknowledged = await killedAfter(count, folder);
    expect(acknowledged.length).toBeGreaterThanOrEqual(count);
    const recovered: string[] = [];
    const log = { info: () => {}, warn: (message: string) => recovered.push(message), error: () => {} };
    const reopened = await openLibrary(folder, { log });
    const { articles } = await listed(reopened);
    const states = new Map(articles.map((article) => [article.id, article]));
    for (const line of acknowledged) {
      const [what, id = ''] = line.split(' ');
      const { read, bookmarked, ownTags } = states.get(id) ?? {};
      const isKept = { read, bookmarked, tagged: ownTags?.includes(`round ${count}`) }[what ?? ''];
      expect(isKept, line).toBe(true);
    }
    expect(articles).toHaveLength(total);
    for (const { id } of articles) expect((await reopened.handlers['articles.open']({ id })).id).toBe(id);
    expect(recovered).toEqual([]);
    await reopened.close();
  }
}, 120_000);
