import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { Fault } from '../../contract/failures';
import { isRunning, processStart } from './process-start';
import { codeOf, isCode } from './system-error';

const Owner = v.object({ pid: v.number(), start: v.string(), host: v.string() });
type Owner = v.InferOutput<typeof Owner>;

const SIGN_OF_LIFE_MS = 60_000;
const SILENT_FOR_MS = 5 * SIGN_OF_LIFE_MS;
const HALF_WRITTEN_FOR_MS = 5_000;
/** FAT and some network drives have none. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']);

/**
 * Makes this process the only owner of a library; returns how to let it go. A lock whose process is gone is taken over.
 * Throws the Fault 'library-in-use', or the system's error when the folder cannot be written.
 */
export async function lockLibrary(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'LOCK');
  const mine: Owner = { pid: process.pid, start: await processStart(process.pid), host: os.hostname() };
  if (!(await claim(file, mine))) await takeOver(file, folder, mine);
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
 * Makes a lock unless there is one; answers whether it did. It names its owner from the first moment, so that nobody has
 * to wonder about one whose process died over it.
 */
async function claim(file: string, mine: Owner): Promise<boolean> {
  const unnamed = `${file}.${mine.pid}.tmp`;
  try {
    await writeFile(unnamed, JSON.stringify(mine), { mode: 0o600 });
    await link(unnamed, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    if (!WITHOUT_LINKS.has(codeOf(error))) throw error;
    return await claimWithoutLinks(file, mine);
  } finally {
    // One that stays is removed at the next opening.
    await rm(unnamed, { force: true }).catch(() => {});
  }
}

async function claimWithoutLinks(file: string, mine: Owner): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    await rm(file, { force: true });
    throw error;
  }
}

/**
 * Takes the lock of a process that is gone. Only one may try at a time, by a lock of its own: whoever would just move the
 * old one aside could as well move that of somebody who was faster.
 */
async function takeOver(file: string, folder: string, mine: Owner): Promise<void> {
  const turn = `${file}.turn.tmp`;
  // Left by a process that died in the moment of taking over.
  if ((await livingOwner(turn)) === null) await rm(turn, { force: true });
  if (!(await claim(turn, mine))) throw new Fault('library-in-use', { folder, pid: '?', host: '?' });
  try {
    const owner = await livingOwner(file);
    if (owner) throw new Fault('library-in-use', { folder, ...owner });
    await rm(file, { force: true });
    if (!(await claim(file, mine))) throw new Fault('library-in-use', { folder, pid: '?', host: '?' });
  } finally {
    // One that stays is nobody's as soon as this process has ended.
    await rm(turn, { force: true }).catch(() => {});
  }
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
