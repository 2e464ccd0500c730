// npm run soak -- [--feeds N] [--patience SECONDS] [--json]: many feeds, a tenth of them misbehaving, for three rounds.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findings, mostAtOnce, troubles } from './findings';
import { type Seen, soak } from './rounds';

const SHOWN = 40;
const MB = 1_000_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      feeds: { type: 'string', default: '2000' },
      patience: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-soak-'));
  try {
    const patience = values.patience === undefined ? {} : { patience: Number(values.patience) };
    const seen = await soak({ feeds: Number(values.feeds), ...patience }, folder);
    const wrong = findings(seen);
    if (values.json) console.log(JSON.stringify({ ...figures(seen), troubles: troubles(seen), wrong }));
    else print(seen, wrong);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figures({ parts, rounds, verified }: Seen) {
  return {
    feeds: parts.length,
    articles: verified.articles,
    rounds: rounds.map(({ asked, ms, lastArticleMs, block, heap, rss }) => ({
      requests: asked.length,
      atOnce: mostAtOnce(asked),
      seconds: ms / 1_000,
      lastArticleSeconds: lastArticleMs / 1_000,
      blockMs: Math.round(block),
      heapMB: Math.round(heap / MB),
      rssMB: Math.round(rss / MB),
    })),
  };
}

function print(seen: Seen, wrong: readonly string[]): void {
  for (const { name, feeds, message } of troubles(seen))
    console.log(`${String(feeds).padStart(5)} ${name.padEnd(34)} ${message}`);
  const { feeds, articles, rounds } = figures(seen);
  console.log(`${feeds} feeds, ${articles} articles`);
  for (const [n, round] of rounds.entries()) {
    const { requests, atOnce, seconds, lastArticleSeconds, blockMs, heapMB, rssMB } = round;
    console.log(
      `round ${n + 1}: ${seconds.toFixed(1)} s, last article after ${lastArticleSeconds.toFixed(1)} s, ${requests} requests ` +
        `(at once ${atOnce.all}, a host ${atOnce.host}), longest block ${blockMs} ms, heap ${heapMB} MB, memory ${rssMB} MB`,
    );
  }
  for (const sentence of wrong.slice(0, SHOWN)) console.error(sentence);
  console.log(wrong.length === 0 ? 'All as it should be.' : `${wrong.length} things are not as they should be.`);
}

await main();
