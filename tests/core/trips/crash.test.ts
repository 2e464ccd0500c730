import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { verifyLibrary } from '../../../electron/core/library';
import { openStore } from '../../../electron/core/store/store';
import { bundledScript } from '../../support/bundled-script';
import { seededChance } from '../../support/feed-server/chance';
import { painted } from '../../support/picture-files';
import type { Answer } from '../../support/written-feed';
import { listed, openLibrary, temporaryFolder } from '../library/temporary';
import { isVerified, plan, reading, until } from './packing';

const SCRIPT = fileURLToPath(new URL('./packing-child.ts', import.meta.url));
const ROUNDS = Number(process.env.CARAVAN_KILLS ?? 5);
const STORIES = ROUNDS * 5;
const PICTURES = 3;
const SERVER_MS = 30;

const slowly = Object.fromEntries(
  Array.from({ length: STORIES * PICTURES }, (_, at): [string, Answer] => [
    `/${Math.floor(at / PICTURES)}-${at % PICTURES}.png`,
    (_headers, response) => {
      const body = painted(at);
      // The server is far away, so that a kill meets requests under way.
      setTimeout(() => response.writeHead(200, { 'content-type': 'image/png' }).end(body), SERVER_MS);
    },
  ]),
);

/** Packs in a process of its own until some articles more are ready, and kills it a moment later. */
async function packAndKill(script: string, folder: string, moment: number): Promise<void> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let first: number | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    first ??= Number(line);
    if (Number(line) > first) break;
  }
  await pause(moment);
  child.kill('SIGKILL');
  await ended;
}

it(
  `survives ${ROUNDS} kills while it packs: nothing whole is fetched twice, and nothing is left over`,
  async () => {
    const { library, feed, folder } = await reading({
      stories: STORIES,
      pictures: PICTURES,
      files: slowly,
      options: { isOnline: () => false },
    });
    const { id } = await library.handlers['trips.pack']({ name: 'Through', plan: plan() });
    await library.close();
    const script = await bundledScript(SCRIPT, await temporaryFolder());
    const chance = seededChance('trips');
    const times = (): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const { path: at } of feed.asked) counts.set(at, (counts.get(at) ?? 0) + 1);
      return counts;
    };
    /** How often each picture of a whole article had been asked for when it was found whole. */
    const settled = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      await packAndKill(script, folder, chance() * 4 * SERVER_MS);
      const between = await openLibrary(folder);
      const counts = times();
      for (const { title, offline } of (await listed(between)).articles) {
        for (let k = 0; offline === 'full' && k < PICTURES; k++) {
          const at = `/${title.split(' ')[1]}-${k}.png`;
          if (!settled.has(at)) settled.set(at, counts.get(at) ?? 0);
        }
      }
      await between.close();
    }
    expect(settled.size).toBeGreaterThan(0);
    const last = await openLibrary(folder);
    await last.handlers['trips.resume']({ id });
    expect(await until(last, id, isVerified)).toMatchObject({ state: 'ready', ready: STORIES, failed: 0 });
    await last.close();
    const counts = times();
    expect([...settled].filter(([at, before]) => counts.get(at) !== before)).toEqual([]);

    const store = await openStore({ folder, recovered: () => {} });
    await store.collectPictures();
    const referred = await store.pictures.references();
    await store.close();
    const all = await readdir(path.join(folder, 'pictures'), { recursive: true, withFileTypes: true });
    const files = all.filter((entry) => entry.isFile() && !entry.name.endsWith('.json')).map(({ name }) => name);
    expect(files.filter((name) => !referred.has(name))).toEqual([]);
    expect((await verifyLibrary(folder)).damaged).toEqual([]);
  },
  30_000 + ROUNDS * 5_000,
);
