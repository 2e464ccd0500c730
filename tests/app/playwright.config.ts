import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  // A busy machine that runs two windows at once may lose a drag; whoever works here sees it at once.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: 'list',
});
