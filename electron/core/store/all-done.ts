/** Rejects as the first of them does, but only once each is over: until then something may still be written or taken back. */
export async function allDone(tasks: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
}
