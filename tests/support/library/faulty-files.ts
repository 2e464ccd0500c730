import type * as files from 'node:fs/promises';
import { halved } from './halved';

type Files = typeof files;
type Operation = (...given: never[]) => unknown;

const WRITES = ['writeFile', 'appendFile', 'write', 'writev'];
const NAMES = ['open', 'rename', 'link', 'rm', 'unlink', 'copyFile'];
const SYNCS = ['sync', 'datasync'];

/**
 * How an operation fails, and which ones do in that way. `short` writes half and then finds the disk full; `partial`
 * writes half and says so.
 */
export const WAYS = {
  ENOSPC: [...NAMES, ...WRITES, ...SYNCS, 'truncate'],
  EIO: [...WRITES, ...SYNCS, 'truncate', 'stat', 'rm', 'unlink'],
  EPERM: NAMES,
  EBUSY: NAMES,
  short: WRITES,
  partial: ['write'],
};
export type Way = keyof typeof WAYS;

const OF_FILES = [...NAMES, 'writeFile', 'appendFile', 'truncate', 'stat'];
const OF_HANDLES = [...WRITES, ...SYNCS, 'truncate', 'stat'];

/** Which operation fails, counted from one among those that fail in this way; none does until `plan`. */
class Faults {
  #at = 0;
  #way: Way = 'EIO';
  #count = 0;
  /** What failed, such as `rename core.json`; null when the plan was never reached. */
  failed: string | null = null;

  plan(at: number, way: Way): void {
    this.#at = at;
    this.#way = way;
    this.#count = 0;
    this.failed = null;
  }

  /** How this operation has to fail; null when it is not its turn. */
  next(operation: string, about: string): Way | null {
    if (!WAYS[this.#way].includes(operation) || ++this.#count !== this.#at) return null;
    this.failed = `${operation} ${about}`;
    return this.#way;
  }
}

export const faults = new Faults();

/** node:fs/promises as it is, but for the one operation that is planned to fail. */
export function faulty(actual: Files): Files {
  const replaced = Object.fromEntries(OF_FILES.map((name) => [name, failing(actual, name, '')]));
  const open = replaced.open as unknown as Files['open'];
  const wrapped = {
    ...actual,
    ...replaced,
    open: async (...given: Parameters<Files['open']>) => faultyHandle(await open(...given), String(given[0])),
  };
  return Object.assign(wrapped, { default: wrapped });
}

function faultyHandle(handle: files.FileHandle, file: string): files.FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return OF_HANDLES.includes(String(name)) ? failing(target, String(name), file) : value.bind(target);
    },
  });
}

/** An operation of node:fs/promises, or of a handle of `file`. The lock is left alone: it is no part of the writer. */
function failing(owner: object, name: string, file: string): Operation {
  const operation = (Reflect.get(owner, name) as Operation).bind(owner) as (...given: unknown[]) => unknown;
  return async (...given: unknown[]) => {
    const about = file || String(given[0]);
    const way = about.endsWith('LOCK') ? null : faults.next(name, about);
    if (way === null) return operation(...given);
    if (file && (way === 'short' || way === 'partial') && name !== 'writev') {
      const written = await operation(...halved(given));
      // Only `write` may answer that it wrote less; the others write all or fail.
      if (way === 'partial' && name === 'write') return written;
    }
    throw Object.assign(new Error(`${codeOf(way)}: planned, ${name}`), { code: codeOf(way), syscall: name });
  };
}

const codeOf = (way: Way): string => (way === 'short' || way === 'partial' ? 'ENOSPC' : way);
