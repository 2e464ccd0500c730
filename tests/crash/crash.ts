// npm run crash -- [--rounds N] [--seed TEXT]: kills a process that changes a library and looks for what is lost.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CrashReport, crash } from './rounds';

const SHOWN = 20;

async function main(): Promise<void> {
  const options = { rounds: { type: 'string', default: '40' }, seed: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const rounds = Number(values.rounds);
  if (!(rounds > 0)) throw new Error(`--rounds wants a number, not ${values.rounds}.`);
  const seed = values.seed ?? String(Date.now());
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-crash-'));
  const report = await crash(rounds, folder, seed);
  print(report);
  const isWhole = report.lost.length === 0 && report.damaged.length === 0;
  if (isWhole) await rm(folder, { recursive: true, force: true });
  else console.error(`The library is left in ${folder}. The seed was ${seed}; moments of a kill differ all the same.`);
  process.exitCode = isWhole ? 0 : 1;
}

function print({ rounds, acknowledged, lost, damaged, seconds }: CrashReport): void {
  for (const sentence of [...lost.slice(0, SHOWN), ...damaged.slice(0, SHOWN)]) console.error(sentence);
  console.log(
    `${rounds} rounds, ${acknowledged} acknowledged changes, ${lost.length} lost, ${damaged.length} damaged, ${seconds.toFixed(1)} s`,
  );
}

await main();
