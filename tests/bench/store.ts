import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BenchOptions, Figure } from './bench';
import { measure } from './store/children';
import { figures } from './store/figures';

/** The store by itself, in plain Node, beside one file of lowdb as it comes with the same articles. */
export async function store({ articles, folder }: BenchOptions): Promise<Figure[]> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'caravan-bench-'));
  try {
    const kept = path.resolve(folder ?? scratch);
    await mkdir(kept, { recursive: true });
    return figures(await measure({ articles, kept, scratch }));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
