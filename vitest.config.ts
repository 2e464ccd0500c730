import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Those start whole applications: their own stages of `npm test` run them.
    exclude: ['tests/app/**', 'tests/build/packaged-app.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
