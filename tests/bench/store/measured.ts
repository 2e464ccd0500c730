import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * share)] ?? Number.NaN;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** How long some work takes, how much of a processor, and how long nothing else can run meanwhile, at the longest. */
export async function watched(work: () => Promise<unknown>): Promise<{ ms: number; cpu: number; block: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The monitor counts from its second tick on: without this a block at the very start goes unseen.
  await pause(10);
  const before = process.cpuUsage();
  const ms = await timed(work);
  const { user, system } = process.cpuUsage(before);
  // What blocked last is only seen by the tick after it.
  await pause(5);
  delay.disable();
  return { ms, cpu: (user + system) / 1000, block: delay.max / 1e6 };
}

/** What this process has handed to the system to be written so far, and what of that went to the disk, in whole pages. */
export async function written(): Promise<{ bytes: number; pages: number }> {
  const io = await readFile('/proc/self/io', 'utf8').catch(() => '');
  const figure = (name: string): number => Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(io)?.[1] ?? Number.NaN);
  return { bytes: figure('wchar'), pages: figure('write_bytes') };
}

const MB = 1024 * 1024;

/** Memory of this process in MB, as it is and after a collection. */
export function memory(): { rss: number; collected: number } {
  const rss = process.memoryUsage().rss / MB;
  globalThis.gc?.();
  return { rss, collected: process.memoryUsage().rss / MB };
}

/** Answers whoever started this process. */
export const answer = (figures: object): void => void process.stdout.write(JSON.stringify(figures));
