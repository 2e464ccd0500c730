import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * The library as a crash at this very moment would leave it: without its owner. Copied without a pause, so that nothing
 * that was to be written before can still be.
 */
export function crashedCopy(folder: string, copy: string): void {
  cpSync(folder, copy, { recursive: true });
  rmSync(path.join(copy, 'LOCK'), { force: true });
}
