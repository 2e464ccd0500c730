import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { EVERYTHING, type Filter, type Sort } from '../../../electron/contract/model';
import { nodeFetch } from '../../../electron/core/fetching/node-fetch';
import { createLibrary, type Library, type LibraryOptions } from '../../../electron/core/library';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';

/** A folder of its own for one test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A library in `folder`, closed when the test is over unless the test has closed it. */
export async function openLibrary(folder: string, options: Partial<LibraryOptions> = {}): Promise<Library> {
  const library = await createLibrary({ folder, fetch: nodeFetch, work: workInThisThread, ...options });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= library.close();
    return closing;
  };
  // What a test closes itself has told it how that went.
  onTestFinished(() => (closing ? closing.catch(() => {}) : close()));
  return { ...library, close };
}

/** The articles that pass a filter, all of them unless told. */
export function listed(
  { handlers }: Library,
  filter: Partial<Filter> = {},
  sort: Sort = 'newest',
  keep: string[] = [],
) {
  return handlers['articles.list']({ filter: { ...EVERYTHING, ...filter }, sort, offset: 0, limit: 10_000, keep });
}

export async function titles(library: Library, filter: Partial<Filter> = {}, sort: Sort = 'newest'): Promise<string[]> {
  return (await listed(library, filter, sort)).articles.map(({ title }) => title);
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
