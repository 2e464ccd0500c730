// npm run demo: Caravan on a library that is gone afterwards, with an invented press of its own on loopback.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type FeedServer, startFeedServer } from '../tests/support/feed-server';
import { type Deeds, startControl } from '../tests/support/feed-server/control';
import { bundleIfChanged } from './bundle.mjs';
import { launchElectron, stop } from './launch.mjs';
import { at } from './project.mjs';
import { fail, Stop, say } from './say.mjs';

const KEYS: Readonly<Record<string, string>> = { c: 'network', n: 'publish', f: 'fail' };
const CTRL_C = '\u0003';

/** Aborted when somebody has seen enough: at the terminal, by a key, or by a signal. */
const enough = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => enough.abort());

async function demo(): Promise<void> {
  bundleIfChanged();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-demo-'));
  const server = await startFeedServer();
  const deeds = deedsOn(server);
  const control = await startControl(deeds);
  try {
    await fill(folder, server);
    say(`The press: ${server.origin}`);
    say(`The switch: curl -X POST ${control.address}/NAME, with ${Object.keys(deeds).join(', ')}`);
    await run(folder, deeds);
  } finally {
    await Promise.all([control.close(), server.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** What can be done to the press while Caravan looks on. */
function deedsOn(server: FeedServer): Deeds {
  let isCut = false;
  let published = 0;
  let isFailing = false;
  const [, failing] = server.papers;
  const cut = async () => {
    await server.cut();
    isCut = true;
    return 'The network is cut.';
  };
  const restore = async () => {
    await server.restore();
    isCut = false;
    return 'The network is back.';
  };
  return {
    cut,
    restore,
    network: () => (isCut ? restore() : cut()),
    publish() {
      const paper = server.papers[published++ % server.papers.length];
      if (!paper) return 'There are no papers.';
      server.publish(paper.id, 3);
      return `${paper.title} has three new articles: refresh to get them.`;
    },
    fail() {
      if (!failing) return 'There are no papers.';
      isFailing = !isFailing;
      if (isFailing) server.fault(failing.id, '500');
      else server.clear(failing.id);
      return isFailing ? `${failing.title} answers 500 from now on.` : `${failing.title} is well again.`;
    },
  };
}

/** Imports the papers and fetches them, by the headless command. */
async function fill(folder: string, server: FeedServer): Promise<void> {
  const list = path.join(folder, 'press.opml');
  await writeFile(list, server.opml());
  const library = path.join(folder, 'library');
  await caravan(['import', list, '--library', library]);
  await caravan(['refresh', '--library', library]);
}

async function caravan(args: readonly string[]): Promise<void> {
  // Not spawnSync: the feeds that it fetches are served from this process.
  const child = spawn(process.execPath, [at('out/cli.js'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: enough.signal,
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Stop(`The demonstration library could not be filled: ${args[0]} failed (see above).`);
}

/** Shows the window until it is closed, or until it is enough. */
async function run(folder: string, deeds: Deeds): Promise<void> {
  const window = launchElectron([at(), '--library', path.join(folder, 'library')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  enough.signal.addEventListener('abort', () => stop(window));
  const release = takeKeys(deeds);
  try {
    await once(window, 'exit');
  } finally {
    release();
  }
}

/** Listens to single keys where a terminal is there to press them; returns what ends it. */
function takeKeys(deeds: Deeds): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  say('Keys: c cuts or restores the network, n publishes, f breaks or mends a feed, q quits.');
  const press = (key: string) => {
    if (key === 'q' || key === CTRL_C) enough.abort();
    const deed = deeds[KEYS[key] ?? ''];
    if (deed) Promise.resolve(deed()).then(say, fail);
  };
  stdin.setRawMode(true).setEncoding('utf8').on('data', press);
  return () => {
    stdin.setRawMode(false).off('data', press).pause();
  };
}

await demo().catch((error: unknown) => {
  if (!enough.signal.aborted) fail(error);
});
