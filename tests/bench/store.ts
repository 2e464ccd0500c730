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
    const measured = await measure({ articles, kept, scratch });
    warnOfOthers();
    return figures(measured);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Times are worth little on a machine that others use meanwhile; ratios and the processor's own time still are. */
function warnOfOthers(): void {
  const [load = 0] = os.loadavg();
  const processors = os.availableParallelism();
  if (load > processors)
    console.error(`The machine was busy (load ${load.toFixed(1)} on ${processors} processors): times are too long.`);
}
