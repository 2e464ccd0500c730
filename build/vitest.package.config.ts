import { defineConfig } from 'vitest/config';

// A stage of its own in `npm test`: it builds a package, which takes half a minute.
export default defineConfig({
  test: { include: ['tests/build/packaged-app.test.ts'], testTimeout: 60_000, hookTimeout: 300_000 },
});
