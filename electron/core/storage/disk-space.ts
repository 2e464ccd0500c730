import { statfs } from 'node:fs/promises';
import { Fault } from '../../contract/failures';
import type { DiskSpace } from '../../contract/model';
import { reasonOf } from '../store/system-error';

const LITTLE_BYTES = 1e9;
const LITTLE_SHARE = 0.05;

/** Says what is free where a folder lies, and how much there is. */
export type MeasureDisk = (folder: string) => Promise<{ free: number; total: number }>;

/** Asks the system. Throws the Fault 'file-unreadable'. */
export const measureDisk: MeasureDisk = async (folder) => {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch (error) {
    throw new Fault('file-unreadable', { file: folder, reason: reasonOf(error) }, error);
  }
};

/** The disk is nearly full below a gigabyte, on a small one below a twentieth. */
export async function diskSpace(measure: MeasureDisk, folder: string): Promise<DiskSpace> {
  const { free, total } = await measure(folder);
  return { free, total, nearlyFull: free < Math.min(LITTLE_BYTES, total * LITTLE_SHARE) };
}
