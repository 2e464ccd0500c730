import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { Fault } from '../../contract/failures';
import { namesIn } from './layout';
import { isRunning, processStart } from './process-start';
import { renameOver } from './replace-file';
import { isCode } from './system-error';

const Owner = v.object({ pid: v.number(), start: v.string(), host: v.string() });
type Owner = v.InferOutput<typeof Owner>;

const LOCK_FILE = 'LOCK';
const CLAIM = /^LOCK\.[0-9a-f-]{36}$/;

const SIGN_OF_LIFE_MS = 60_000;
const SILENT_FOR_MS = 5 * SIGN_OF_LIFE_MS;
const HALF_WRITTEN_FOR_MS = 5_000;
/** A contest takes some milliseconds; a process that was stopped in the middle of one must not hold up all others. */
const CONTEST_MS = 5_000;
const LOOK_AGAIN_MS = 10;

/**
 * Makes this process the only owner of a library; returns how to let it go. A lock whose process is gone is taken over.
 * Throws the Fault 'library-in-use', or the system's error when the folder cannot be written.
 */
export async function lockLibrary(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, LOCK_FILE);
  const mine: Owner = { pid: process.pid, start: await processStart(process.pid), host: os.hostname() };
  await contend(folder, mine);
  // Another computer that shares the folder cannot see whether this process runs, only how old the file is. A sign that
  // fails is followed by the next; one that never succeeds again is a drive that is gone.
  const sign = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), SIGN_OF_LIFE_MS);
  sign.unref();
  return async () => {
    clearInterval(sign);
    await rm(file, { force: true });
  };
}

/**
 * Shows a claim, then looks for those of others: of two that contend, at least one sees the other, whoever is faster. Only
 * who sees no other makes its claim the lock, over whatever a dead process has left. Nobody ever removes a lock that is
 * not its own: it could be that of somebody who was faster.
 */
async function contend(folder: string, mine: Owner): Promise<void> {
  const claim = path.join(folder, `${LOCK_FILE}.${randomUUID()}`);
  const until = performance.now() + CONTEST_MS;
  let isFirst = true;
  try {
    do {
      if (isFirst) await writeFile(claim, JSON.stringify(mine), { mode: 0o600 });
      const rivals = await livingRivals(folder, claim);
      // After the claims: one that has just become the lock is found here.
      const owner = await livingOwner(path.join(folder, LOCK_FILE));
      if (owner) throw new Fault('library-in-use', { folder, ...owner });
      if (isFirst && rivals.length === 0) return await renameOver(claim, path.join(folder, LOCK_FILE));
      // The first by name insists and the others stand back, else all would give way to each other for ever.
      isFirst = rivals.every((rival) => rival > claim);
      if (!isFirst) await rm(claim, { force: true });
      if (rivals.length > 0) await pause(LOOK_AGAIN_MS);
    } while (performance.now() < until);
    throw new Fault('library-in-use', { folder, pid: '?', host: '?' });
  } finally {
    // One that stays is nobody's as soon as this process has ended.
    await rm(claim, { force: true }).catch(() => {});
  }
}

/** The claims of other processes that live; those of dead ones are cleared away. */
async function livingRivals(folder: string, own: string): Promise<string[]> {
  const living: string[] = [];
  for (const name of await namesIn(folder)) {
    const claim = path.join(folder, name);
    if (!CLAIM.test(name) || claim === own) continue;
    if (await livingOwner(claim)) living.push(claim);
    else await rm(claim, { force: true });
  }
  return living;
}

/** Who holds the lock, as far as it can be known; null when nobody does who is alive. */
async function livingOwner(file: string): Promise<{ pid: number | string; host: string } | null> {
  try {
    const owner = ownerIn(await readFile(file, 'utf8'));
    if (!(await isAlive(owner, file))) return null;
    return { pid: owner?.pid ?? '?', host: owner?.host ?? '?' };
  } catch (error) {
    // It was given up just now.
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function ownerIn(text: string): Owner | null {
  try {
    return v.parse(Owner, JSON.parse(text));
  } catch {
    // Written halfway, either this very moment or by a process that died over it: its age tells.
    return null;
  }
}

async function isAlive(owner: Owner | null, file: string): Promise<boolean> {
  const age = Date.now() - (await stat(file)).mtimeMs;
  if (!owner) return age < HALF_WRITTEN_FOR_MS;
  if (owner.host !== os.hostname()) return age < SILENT_FOR_MS;
  return isRunning(owner.pid) && (await processStart(owner.pid)) === owner.start;
}
