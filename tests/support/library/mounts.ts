import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Why no file system can be mounted here; empty when one can. Only root on Linux may. */
export const whyNoMounts = ((): string => {
  if (process.platform !== 'linux') return 'mounting is done with Linux’s tools';
  if (process.getuid?.() !== 0) return 'only root may mount';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caravan-mount-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { encoding: 'utf8' });
  if (status === 0) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? '' : `mounting is refused: ${stderr}`;
})();

/** Mounts something on `folder` until the test is over. Returns how to take it away earlier, though files are open. */
function mount(folder: string, ...args: string[]): () => void {
  command('mount', ...args, folder);
  let isThere = true;
  const away = (): void => {
    if (isThere) command('umount', '--lazy', folder);
    isThere = false;
  };
  onTestFinished(away);
  return away;
}

/** A disk of so many kilobytes on `folder`. */
export const mountDisk = (folder: string, kilobytes: number): (() => void) =>
  mount(folder, '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs');

/** Shows one folder at another's place, too. */
export const mountAgain = (from: string, folder: string): (() => void) => mount(folder, '--bind', from);

/** Makes a folder one that can only be read, also for root. */
export function mountReadOnly(folder: string): () => void {
  const away = mountAgain(folder, folder);
  command('mount', '-o', 'remount,bind,ro', folder);
  return away;
}

function command(name: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr}`);
}
