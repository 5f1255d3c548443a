import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.ts';

/** Rules and functions, in memory or over an engine of their own: what one file has loaded the next one can use. */
const LIGHT = ['test/{domain,functions,support}/**/*.spec.{ts,tsx}'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    reporters: ['default', './test/support/tally.ts'],
    // Scenarios and browser tests start a whole local cloud each; on two cores more at a time only makes all slow: three
    // were measured, and took as long.
    maxWorkers: 2,
    // A browser on a busy machine takes longer than the second that is usual.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/support/build.ts'],
    projects: [
      { extends: true, test: { name: 'light', include: LIGHT, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.spec.{ts,tsx}'], exclude: LIGHT } },
    ],
  },
});
