import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockLibrary } from '../../../electron/core/store/lock';
import { processStart } from '../../../electron/core/store/process-start';
import { temporaryFolder } from '../library/temporary';

const LONG_AGO = new Date(Date.now() - 3_600_000);
const inUse = { failure: { code: 'library-in-use' } };

/** A folder with somebody's lock in it. */
async function lockedBy(owner: object | string, age?: Date): Promise<string> {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'LOCK');
  await writeFile(file, typeof owner === 'string' ? owner : JSON.stringify(owner));
  if (age) await utimes(file, age, age);
  return folder;
}

async function takenOver(folder: string): Promise<void> {
  const giveUp = await lockLibrary(folder);
  expect(JSON.parse(await readFile(path.join(folder, 'LOCK'), 'utf8'))).toMatchObject({ pid: process.pid });
  await giveUp();
  expect(await readdir(folder)).toEqual([]);
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

it('lets one owner in, and the next once that one has gone', async () => {
  const folder = await temporaryFolder();
  const giveUp = await lockLibrary(folder);
  await expect(lockLibrary(folder)).rejects.toMatchObject({
    failure: { code: 'library-in-use', detail: { folder, pid: process.pid } },
  });
  await giveUp();
  await takenOver(folder);
});

it('takes over from a process that is dead', async () => {
  await takenOver(await lockedBy({ pid: await deadProcess(), start: '', host: os.hostname() }));
});

it('takes over from a process whose number another one has now', async () => {
  await takenOver(await lockedBy({ pid: process.ppid, start: 'some other time', host: os.hostname() }));
});

it('leaves the library to a process that lives', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const folder = await lockedBy({ pid, start: await processStart(pid), host: os.hostname() }, LONG_AGO);
  await expect(lockLibrary(folder)).rejects.toMatchObject(inUse);
});

it('believes another computer while its lock shows signs of life', async () => {
  const elsewhere = { pid: 1, start: '', host: 'another-computer' };
  await expect(lockLibrary(await lockedBy(elsewhere))).rejects.toMatchObject(inUse);
  await takenOver(await lockedBy(elsewhere, LONG_AGO));
});

it('takes a lock over that was never written to the end', async () => {
  await expect(lockLibrary(await lockedBy('{"pid":'))).rejects.toMatchObject(inUse);
  await takenOver(await lockedBy('{"pid":', LONG_AGO));
});

it('has one owner at a time, however many contend for the lock of a dead process', async () => {
  const dead = { pid: await deadProcess(), start: '', host: os.hostname() };
  for (let round = 0; round < 20; round++) {
    const folder = await lockedBy(dead);
    const contenders = await Promise.allSettled(Array.from({ length: 8 }, () => lockLibrary(folder)));
    const owners = contenders.flatMap((contender) => (contender.status === 'fulfilled' ? [contender.value] : []));
    expect(owners, `round ${round}`).toHaveLength(1);
    await owners[0]?.();
    expect(await readdir(folder)).toEqual([]);
  }
});

it('clears away the claim of a process that died over it, and does not wait for it', async () => {
  const folder = await temporaryFolder();
  const dead = { pid: await deadProcess(), start: '', host: os.hostname() };
  await writeFile(path.join(folder, 'LOCK.00000000-0000-4000-8000-000000000000'), JSON.stringify(dead));
  await takenOver(folder);
});
