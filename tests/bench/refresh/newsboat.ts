import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { measuredRun, type Run } from './measured-run';

const PACKAGES = ['newsboat', 'sqlite3'];

/** True when the peer is there, or could be installed: as root on Debian. */
export function hasNewsboat(): boolean {
  const isThere = (): boolean => PACKAGES.every((name) => spawnSync('which', [name]).status === 0);
  if (isThere()) return true;
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return false;
  console.error(`Installing ${PACKAGES.join(' and ')} to measure beside (apt-get).`);
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: [...stdio], env });
  spawnSync('apt-get', ['install', '-y', '-qq', ...PACKAGES], { stdio: [...stdio], env });
  return isThere();
}

/** newsboat with these feeds, given its best: eight threads, and its database analysed before the unchanged reload. */
export class Newsboat {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async follow(addresses: readonly string[]): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true });
    await writeFile(this.#at('urls'), `${addresses.join('\n')}\n`);
    await writeFile(this.#at('config'), 'reload-threads 8\n');
  }

  reload(): Promise<Run> {
    const files = ['-u', this.#at('urls'), '-c', this.#at('cache.db'), '-C', this.#at('config')];
    return measuredRun(['newsboat', ...files, '-x', 'reload'], { HOME: this.#folder });
  }

  analyse(): void {
    const { status, stderr } = spawnSync('sqlite3', [this.#at('cache.db'), 'ANALYZE;']);
    if (status !== 0) throw new Error(`sqlite3 failed: ${stderr}`);
  }

  /** How many articles it holds. */
  count(): number {
    return Number(spawnSync('sqlite3', [this.#at('cache.db'), 'SELECT count(*) FROM rss_item;']).stdout);
  }

  #at = (name: string): string => path.join(this.#folder, name);
}
