import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type BundleSize, bundleFunctions } from '../../infra/bundle.ts';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import { scratchFolder } from './assembly.ts';

/** Design, section 8: what a cold start loads. */
const LIMIT = 500_000;
/** Carries the pages, so it is reported and has a limit of its own. */
const HTML: readonly string[] = ['site'];
const HTML_LIMIT = 1_000_000;

let sizes: BundleSize[];
beforeAll(async () => {
  sizes = await bundleFunctions(join(scratchFolder(), 'functions'));
});

test.each(FUNCTION_NAMES)('%s is no larger than a cold start can bear', (name) => {
  const limit = HTML.includes(name) ? HTML_LIMIT : LIMIT;
  expect(sizes.find((size) => size.name === name)?.bytes).toBeLessThanOrEqual(limit);
});

test('no bundle holds all of zod, with every language that it speaks', () => {
  // A namespace of zod's that is used as a value does that: `z.core.$ZodError`, `import { z }`.
  for (const { name, packages } of sizes) expect(packages.zod ?? 0, name).toBeLessThan(80_000);
});

test('only the doors hold schemas: a consumer would spend on them as long as on everything else of ours', () => {
  const DOORS: readonly string[] = ['commands', 'queries', 'site'];
  for (const { name, packages } of sizes) expect(packages.zod !== undefined, name).toBe(DOORS.includes(name));
});
