import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type BundleSize, bundleFunctions } from '../../infra/bundle.ts';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import { scratchFolder } from './assembly.ts';

/** Design, section 8: what a cold start loads. */
const LIMIT = 500_000;

/** Files that are loaded by the first request that needs them, all together: a part for each kind of thing there is. */
const PARTS_LIMITS: Readonly<Record<string, number>> = {
  commands: 600_000,
  queries: 600_000,
  site: 1_600_000,
  // Every kind of stream, each with the first of its own.
  projector: 350_000,
  'due-worker': 300_000,
  // What each kind of thing that is owed has to tell.
  'on-duty-alert': 100_000,
  // What reads and cleans files, mostly PDF.
  'inspect-file': 2_500_000,
  'send-digest': 150_000,
  'answer-mail': 150_000,
  'send-delivery': 60_000,
};

let sizes: BundleSize[];
beforeAll(async () => {
  sizes = await bundleFunctions(join(scratchFolder(), 'functions'));
});

test.each(FUNCTION_NAMES)('%s is no larger than a cold start can bear', (name) => {
  expect(sizes.find((size) => size.name === name)?.bytes).toBeLessThanOrEqual(LIMIT);
});

test('no start holds schemas: a consumer needs none, and the API those of one request', () => {
  for (const { name, packages } of sizes) expect(packages.zod, name).toBeUndefined();
});

test('what is loaded later is what somebody asks for, and never all of zod with every language', () => {
  // A namespace of zod's that is used as a value does that: `z.core.$ZodError`, `import { z }`. It is 346 KB.
  for (const { name, laterBytes } of sizes)
    expect(laterBytes, name).toBeLessThan(PARTS_LIMITS[name] ?? 30_000);
});
