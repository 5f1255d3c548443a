import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { replaceFolder, scratchBeside } from './folders.ts';
import { FUNCTION_NAMES } from './function-names.ts';
import { type Chunk, packFunction } from './pack.ts';

export interface BundleOptions {
  /** Folder with one folder per function. */
  readonly functionsDir?: string;
  /** The functions that must be there, no more and no fewer. */
  readonly expected?: readonly string[];
}

export interface BundleSize {
  readonly name: string;
  /** Of the files that a start loads. */
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Of the files that are loaded with the first request that needs them. */
  readonly laterBytes: number;
  /** What a start loads by npm package, in bytes before minifying; our own code under `gongkai`. */
  readonly packages: Readonly<Record<string, number>>;
}

/** Builds at a time: the packer uses several threads itself. */
const LANES = 3;

/**
 * Packs every `functions/<name>/handler.ts` into `<outDir>/<name>/index.mjs` (handler `index.handler`) and the few files
 * beside it, and writes the sizes to `<outDir>/sizes.json`. The same sources give the same bytes. `outDir` is replaced as
 * a whole at the end, so a failed build leaves the last good one.
 *
 * @throws Error naming each folder that is missing or that no stack deploys, or what the packer could not read
 */
export async function bundleFunctions(
  outDir = 'dist/functions',
  { functionsDir = 'functions', expected = FUNCTION_NAMES }: BundleOptions = {},
): Promise<BundleSize[]> {
  const names = discover(functionsDir, expected);
  const target = resolve(outDir);
  const scratch = scratchBeside(target);
  try {
    const sizes = await inLanes(names, async (name) =>
      sizeOf(name, await packFunction(join(functionsDir, name, 'handler.ts'), join(scratch, name))),
    );
    writeFileSync(join(scratch, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
    replaceFolder(scratch, target);
    return sizes;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** In the order of the names, a few at a time. */
async function inLanes<T>(names: readonly string[], act: (name: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const queue = names.entries();
  const lane = async () => {
    for (const [index, name] of queue) results[index] = await act(name);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

function discover(functionsDir: string, expected: readonly string[]): string[] {
  // A folder without a handler is code that functions share.
  const found = existsSync(functionsDir)
    ? readdirSync(functionsDir).filter((name) => existsSync(join(functionsDir, name, 'handler.ts')))
    : [];
  const missing = expected.filter((name) => !found.includes(name));
  const undeployed = found.filter((name) => !expected.includes(name));
  const complaints = [
    ...missing.map((name) => `${join(functionsDir, name, 'handler.ts')} is missing`),
    ...undeployed.map((name) => `${join(functionsDir, name)} is not listed in infra/function-names.ts`),
  ];
  if (complaints.length > 0) throw new Error(`cannot bundle the functions: ${complaints.join('; ')}`);
  return found.sort();
}

function sizeOf(name: string, chunks: readonly Chunk[]): BundleSize {
  const sum = (some: readonly Chunk[], of: (code: string) => number) =>
    some.reduce((total, { code }) => total + of(code), 0);
  const early = chunks.filter(({ isLate }) => !isLate);
  const late = chunks.filter(({ isLate }) => isLate);
  const packages: Record<string, number> = {};
  for (const [path, bytes] of early.flatMap(({ modules }) => modules)) {
    const owner = packageOf(path);
    packages[owner] = (packages[owner] ?? 0) + bytes;
  }
  const largestFirst = Object.entries(packages).sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  return {
    name,
    bytes: sum(early, Buffer.byteLength),
    gzipBytes: sum(early, (code) => gzipSync(code).byteLength),
    laterBytes: sum(late, Buffer.byteLength),
    packages: Object.fromEntries(largestFirst),
  };
}

function packageOf(input: string): string {
  const inside = input.split('node_modules/').at(-1) ?? input;
  if (inside === input) return 'gongkai';
  return inside.split('/', inside.startsWith('@') ? 2 : 1).join('/');
}

/** The size table that `node infra/bundle.ts` prints, largest first. */
export function sizeTable(sizes: readonly BundleSize[]): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);
  const rows = [...sizes]
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes, gzipBytes, laterBytes, packages }) => {
      const heaviest = Object.entries(packages).slice(0, 3);
      const what = heaviest.map(([owner, size]) => `${owner} ${(size / 1000).toFixed(0)}`).join(', ');
      return `${name.padEnd(22)}${kilobytes(bytes)}${kilobytes(gzipBytes)}${kilobytes(laterBytes)}  ${what}`;
    });
  const title = `${'function'.padEnd(22)}${'KB'.padStart(8)}${'gzip'.padStart(8)}${'later'.padStart(8)}  heaviest`;
  return [title, ...rows].join('\n');
}

if (import.meta.main) {
  try {
    console.log(sizeTable(await bundleFunctions()));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
