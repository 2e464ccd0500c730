import { app, session } from 'electron';
import { electronFetch } from '../../electron/shell/electron-fetch';
import { fetchContract } from '../core/fetching/fetch-contract';

/** Runs every case and says for each 'kept' or what was wrong. Called by electron-fetch.spec.ts from outside. */
async function runContract(base: string): Promise<Record<string, string>> {
  await app.whenReady();
  const outcomes: Record<string, string> = {};
  for (const { name, run } of fetchContract(electronFetch(session.fromPartition('feeds', { cache: false })), base)) {
    outcomes[name] = await run().then(
      () => 'kept',
      (error: unknown) => String(error),
    );
  }
  return outcomes;
}

Object.assign(globalThis, { runContract });
