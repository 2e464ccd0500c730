import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from 'playwright/test';
import { type FeedServer, startFeedServer } from '../support/feed-server';
import { type Caravan, startCaravan } from './start';

interface Fixtures {
  /** A folder that is gone after the test. */
  library: string;
  server: FeedServer;
  /** Caravan on that library; the journey fails when anything was reported on its console. */
  caravan: Caravan;
  page: Page;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  library: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-app-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  server: async ({}, use) => {
    const server = await startFeedServer();
    await use(server);
    await server.close();
  },
  caravan: async ({ library }, use) => {
    const caravan = await startCaravan(library);
    await use(caravan);
    await caravan.close();
    expect(caravan.problems).toEqual([]);
  },
  page: async ({ caravan }, use) => use(caravan.page),
});

export { expect } from 'playwright/test';
export { startCaravan } from './start';
