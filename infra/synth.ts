import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleFunctions } from './bundle.ts';
import { replaceFolder, scratchBeside } from './folders.ts';

/** What the templates and the bundles are made from, besides the functions. */
const SOURCES = ['infra', 'domain', 'package-lock.json'];
/** Runs the templates and has no part in them. */
const NO_SOURCE = resolve('infra/local');
const STAMP = '.made-from';

export interface SynthesisOptions {
  /** @default cdk.out */
  readonly outDir?: string;
  /** @default dist/functions */
  readonly bundlesDir?: string;
  /** @default functions */
  readonly functionsDir?: string;
}

export interface Synthesis {
  /** The cloud assembly: `manifest.json`, a template a stack, an asset folder a function. An absolute path. */
  readonly outDir: string;
  /** True when nothing had changed since it was made last time. */
  readonly reused: boolean;
}

/**
 * Bundles the functions and synthesises the stacks into `outDir`, unless what is there was made from the very same
 * sources; then it takes milliseconds. To be run in the root of the repository; needs neither the CDK command line nor
 * Docker nor an account. Templates are not validated here: the tests and `cdk synth` do that.
 *
 * @throws Error naming each function that has no code; or what the packer could not read. `outDir` then stays as it was.
 */
export async function synthesise(options: SynthesisOptions = {}): Promise<Synthesis> {
  const { outDir = 'cdk.out', bundlesDir = 'dist/functions', functionsDir = 'functions' } = options;
  const target = resolve(outDir);
  const stamp = join(target, STAMP);
  const madeFrom = fingerprint([...SOURCES, functionsDir]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) return { outDir: target, reused: true };

  await bundleFunctions(bundlesDir, { functionsDir });
  // Loading the CDK takes a second, which nobody should wait for when there is nothing to do.
  const { buildApp } = await import('./app.ts');
  const scratch = scratchBeside(target);
  try {
    buildApp({ bundlesDir, outDir: scratch, validate: false }).app.synth();
    writeFileSync(join(scratch, STAMP), madeFrom);
    replaceFolder(scratch, target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return { outDir: target, reused: false };
}

function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder)) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path) || resolve(path) === NO_SOURCE) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
