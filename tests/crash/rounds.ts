import path from 'node:path';
import { bundledScript } from '../support/bundled-script';
import { seededChance } from '../support/feed-server/chance';
import { Ledger } from '../support/library/ledger';
import { lookInto } from '../support/library/look';
import { killAfter, readDiary, SCRIPT, startChild, type Told } from './child';

export interface CrashReport {
  rounds: number;
  acknowledged: number;
  lost: string[];
  damaged: string[];
  seconds: number;
}

const SHORTEST_MS = 10;
const LONGEST_MS = 400;

/**
 * Kills a process that changes a library, at a random moment from its opening on, looks whether all that was
 * acknowledged is there, and goes on with the same library, so many times. The library is in a folder within `folder`, beside what the harness needs.
 */
export async function crash(rounds: number, folder: string, seed: string): Promise<CrashReport> {
  const report: CrashReport = { rounds: 0, acknowledged: 0, lost: [], damaged: [], seconds: 0 };
  const began = performance.now();
  const chance = seededChance(seed);
  const ledger = new Ledger();
  let batches = 0;
  // The next child starts while this one runs: starting takes longer than it lives.
  const library = path.join(folder, 'library');
  const diaryOf = (round: number): string => path.join(folder, `diary-${round}`);
  const script = await bundledScript(SCRIPT, folder);
  const start = (round: number) => startChild(script, library, diaryOf(round), `${seed} ${round}`);
  let next = start(1);
  try {
    while (report.rounds < rounds) {
      const child = next;
      next = start(++report.rounds + 1);
      const ms = SHORTEST_MS + chance() * (LONGEST_MS - SHORTEST_MS);
      await killAfter(ms, child, batches);
      const told = await readDiary(diaryOf(report.rounds), batches, ledger);
      batches = told.batches;
      await check(library, ledger, told, report);
    }
  } finally {
    next.kill('SIGKILL');
  }
  return { ...report, seconds: (performance.now() - began) / 1000 };
}

async function check(folder: string, ledger: Ledger, told: Told, report: CrashReport): Promise<void> {
  const { found, damaged } = await lookInto(folder);
  const here = (what: string): string => `round ${report.rounds}: ${what}`;
  report.acknowledged += told.acknowledged;
  report.damaged.push(...[...told.damaged, ...damaged].map(here));
  report.lost.push(...ledger.lostIn(found).map(here));
  ledger.settle(found);
}
