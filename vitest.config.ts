import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.spec.{ts,tsx}'],
    reporters: ['default', './test/support/tally.ts'],
    // Scenarios and browser tests start a whole local cloud each; on two cores more at a time only makes all slow.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: ['test/support/build.ts'],
  },
});
