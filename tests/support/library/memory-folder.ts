import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const MEMORY = '/dev/shm';

/** A folder in memory where the system has such, for tests that open hundreds of libraries: syncing costs nothing there. */
export async function memoryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(existsSync(MEMORY) ? MEMORY : os.tmpdir(), 'caravan-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
