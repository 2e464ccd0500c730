import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Change } from '../support/library/change';
import type { Asked, Ledger } from '../support/library/ledger';

export const SCRIPT = fileURLToPath(new URL('./changing-child.ts', import.meta.url));

export interface Told {
  acknowledged: number;
  /** One more than the last batch that it asked for. */
  batches: number;
  damaged: string[];
}

export type Child = ChildProcessByStdio<Writable, Readable, null>;

/** A process that will change the library in `folder` as soon as it is let go. It loads what it needs meanwhile. */
export function startChild(script: string, folder: string, diary: string, seed: string): Child {
  return spawn(process.execPath, [script, folder, diary, seed], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Lets a child go on from so many batches and kills it after so long. Throws when it ended by itself. */
export async function killAfter(ms: number, child: Child, batches: number): Promise<void> {
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  child.stdin.write(`${batches}\n`);
  await Promise.race([pause(ms), ended]);
  child.kill('SIGKILL');
  await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself, with code ${child.exitCode}`);
}

/** Enters into the ledger what a child asked for and was told, line by line as it happened. */
export async function readDiary(diary: string, batches: number, ledger: Ledger): Promise<Told> {
  const told: Told = { acknowledged: 0, batches, damaged: [] };
  const open = new Map<string, Asked>();
  const text = await readFile(diary, 'utf8').catch(() => '');
  await rm(diary, { force: true });
  for (const line of text.split('\n').slice(0, -1)) enter(line, { told, open, ledger });
  return told;
}

function enter(line: string, { told, open, ledger }: { told: Told; open: Map<string, Asked>; ledger: Ledger }): void {
  const [what, number = '', ...rest] = line.split(' ');
  if (what === 'ask') {
    const change = JSON.parse(rest.join(' ')) as Change;
    if (change.kind === 'keep') told.batches = Math.max(told.batches, change.batch + 1);
    open.set(number, ledger.ask(change));
  } else if (what === 'done') {
    ledger.acknowledge(open.get(number) ?? []);
    told.acknowledged++;
  } else told.damaged.push(line);
}
