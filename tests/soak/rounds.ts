import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyLibrary } from '../../electron/core/library';
import type { Verdict } from '../../electron/core/store/verify';
import { bundledScript } from '../support/bundled-script';
import { type FeedServer, startFeedServer } from '../support/feed-server';
import type { RequestRecord } from '../support/feed-server/handler';
import { opml } from '../support/feed-server/opml';
import { cast, GOOD, HOSTS, type Part, PEACE } from './cast';
import type { Command, Round } from './soaking-child';

export interface SoakOptions {
  feeds: number;
  /** Seconds after which Caravan's port to the network gives up on an answer; the core's own limits where left out. */
  patience?: number;
}

/** A request as the server saw it. */
export type Asked = Pick<RequestRecord, 'path' | 'span' | 'isBrokenOff'> & { host: string };

/** One round from both sides. */
export type SeenRound = Round & { asked: Asked[] };

export interface Seen {
  parts: readonly Part[];
  /** Everything; what failed and what had to wait; what was well and is due again, a tenth of it with one more article. */
  rounds: [first: SeenRound, failing: SeenRound, well: SeenRound];
  /** By the id of a feed. */
  published: ReadonlySet<string>;
  verified: Verdict;
}

const CHILD = fileURLToPath(new URL('./soaking-child.ts', import.meta.url));
const WORKER = fileURLToPath(new URL('../../out/worker.js', import.meta.url));
/** Of good feeds, how many bring something in the last round. */
const PUBLISHING = 10;

/**
 * The minutes before each round. A feed that is well is asked every 15; one that failed after 5, and then after 10: so the
 * second round is theirs alone, and in the third they are still left in peace.
 */
const MINUTES = { first: 0, failing: 7, well: 8 };

/** Lets Caravan's core follow so many feeds for three rounds. What it needs is kept in `folder`, which is the caller's. */
export async function soak({ feeds, patience }: SoakOptions, folder: string): Promise<Seen> {
  const server = await startFeedServer({ hosts: HOSTS });
  const parts = cast(feeds, server.port);
  for (const { path: address, role } of parts) if (role.fault) server.fault(pathname(address), role.fault);
  const list = opml(parts.map(({ id, address }) => ({ title: `Bench ${id}`, feedUrl: address })));
  await writeFile(path.join(folder, 'feeds.opml'), list);
  const script = await bundledScript(CHILD, folder);
  const child = fork(script, [folder, WORKER, String(patience ?? '')], { execArgv: ['--expose-gc'] });
  try {
    await answerOf(child);
    const first = await round(child, server, MINUTES.first);
    for (const part of parts) if (part.role === PEACE) server.clear(pathname(part.path));
    const failing = await round(child, server, MINUTES.failing);
    const published = new Set(parts.filter(({ role }, n) => role === GOOD && n % PUBLISHING === 0).map(({ id }) => id));
    for (const id of published) server.publish(`bench/${id}`);
    const well = await round(child, server, MINUTES.well);
    const ended = once(child, 'exit');
    tell(child, 'close');
    await ended;
    const verified = await verifyLibrary(path.join(folder, 'library'));
    return { parts, rounds: [first, failing, well], published, verified };
  } finally {
    child.kill('SIGKILL');
    await server.close();
    await rm(script, { force: true });
  }
}

const pathname = (address: string): string => new URL(address, 'http://localhost').pathname;

async function round(child: ChildProcess, server: FeedServer, minutes: number): Promise<SeenRound> {
  server.requests.length = 0;
  tell(child, { minutes });
  const answer = (await answerOf(child)) as Round;
  const asked = server.requests.map(({ path: address, headers, span, isBrokenOff }) => ({
    path: address,
    host: headers.host ?? '',
    span,
    isBrokenOff,
  }));
  return { ...answer, asked };
}

const tell = (child: ChildProcess, command: Command): boolean => child.send(command);

/** The next thing that the child says. Throws when it ends instead. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the soaking process ended by itself, with code ${code}`);
  });
  ended.catch(() => {});
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal }), ended])) as [unknown];
    return message;
  } finally {
    stopping.abort();
  }
}
