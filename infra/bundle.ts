import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';
import { replaceFolder, scratchBeside } from './folders.ts';
import { FUNCTION_NAMES } from './function-names.ts';

export interface BundleOptions {
  /** Folder with one folder per function. */
  readonly functionsDir?: string;
  /** The functions that must be there, no more and no fewer. */
  readonly expected?: readonly string[];
}

export interface BundleSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Minified bytes by npm package; our own code under `gongkai`. */
  readonly packages: Readonly<Record<string, number>>;
}

/**
 * Builds every `functions/<name>/handler.ts` into `<outDir>/<name>/index.mjs` (handler `index.handler`) and writes the
 * sizes to `<outDir>/sizes.json`. An `aside.ts` beside the handler becomes a file of its own, which the handler loads by
 * `import('./aside.ts')`. The same sources give the same bytes. `outDir` is replaced as a whole at the end, so a failed
 * build leaves the last good one.
 *
 * @throws Error naming each folder that is missing or that no stack deploys; BuildFailure of esbuild.
 */
export async function bundleFunctions(
  outDir = 'dist/functions',
  { functionsDir = 'functions', expected = FUNCTION_NAMES }: BundleOptions = {},
): Promise<BundleSize[]> {
  const names = discover(functionsDir, expected);
  const target = resolve(outDir);
  const scratch = scratchBeside(target);
  try {
    const { metafile } = await compile(functionsDir, names, scratch);
    const sizes = measure(metafile, scratch, names);
    writeFileSync(join(scratch, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
    replaceFolder(scratch, target);
    return sizes;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The SDK loads these by dynamic import, and here it never does: where credentials come from when not from the
 * environment, as in Lambda they always do, and streams of events, which no service here sends. Together they are a
 * quarter of a bundle.
 */
const UNUSED_PARTS = [
  ...['ini', 'sso', 'process', 'web-identity', 'login', 'http'].map(
    (source) => `@aws-sdk/credential-provider-${source}`,
  ),
  '@aws-sdk/nested-clients',
  '@aws-sdk/token-providers',
  '@smithy/credential-provider-imds',
  '@smithy/core/event-streams',
];

/**
 * Node's own modules as plain objects. An `import` of one reads each of its exports at once, and some of those load
 * half of Node: `http.WebSocket` all of `fetch`, `crypto.webcrypto` all of Web Crypto, `fs.promises` the streams.
 */
const plainBuiltins: Plugin = {
  name: 'plain-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z_:/0-9]+$/ }, ({ path, kind, namespace }) =>
      isBuiltin(path) && kind === 'import-statement' && namespace === 'file'
        ? { path, namespace: 'builtin', sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }));
  },
};

/**
 * What hardly a request needs, so that a start need not parse it. It has copies of its own of all that it imports:
 * only data may pass between the two, never an instance of a class.
 */
const aside: Plugin = {
  name: 'aside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/aside\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './aside.mjs', external: true } : undefined,
    );
  },
};

const entriesOf = (functionsDir: string, name: string): [string, string][] => {
  const late = join(functionsDir, name, 'aside.ts');
  return [
    [`${name}/index`, join(functionsDir, name, 'handler.ts')],
    ...(existsSync(late) ? [[`${name}/aside`, late] as [string, string]] : []),
  ];
};

function compile(functionsDir: string, names: readonly string[], outdir: string) {
  return build({
    entryPoints: Object.fromEntries(names.flatMap((name) => entriesOf(functionsDir, name))),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The SDK's CommonJS builds are half as big again and import half as slowly again.
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    legalComments: 'none',
    // Chinese sentences as they are: escaped, each character takes six bytes instead of three.
    charset: 'utf8',
    external: UNUSED_PARTS,
    plugins: [plainBuiltins, aside],
    metafile: true,
    logLevel: 'warning',
    // CommonJS dependencies inside an ES module still call `require` for node's own modules.
    banner: { js: "import{createRequire as $cr}from'node:module';const require=$cr(import.meta.url);" },
  });
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

function measure(metafile: Metafile, scratch: string, names: readonly string[]): BundleSize[] {
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [resolve(path), output]));
  return names.map((name) => {
    const path = join(scratch, name, 'index.mjs');
    const code = readFileSync(path);
    const packages: Record<string, number> = {};
    for (const [input, { bytesInOutput }] of Object.entries(outputs.get(path)?.inputs ?? {})) {
      const owner = packageOf(input);
      packages[owner] = (packages[owner] ?? 0) + bytesInOutput;
    }
    const largestFirst = Object.entries(packages).sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
    return {
      name,
      bytes: code.byteLength,
      gzipBytes: gzipSync(code).byteLength,
      packages: Object.fromEntries(largestFirst),
    };
  });
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
    .map(({ name, bytes, gzipBytes, packages }) => {
      const heaviest = Object.entries(packages).slice(0, 3);
      const what = heaviest.map(([owner, size]) => `${owner} ${(size / 1000).toFixed(0)}`).join(', ');
      return `${name.padEnd(22)}${kilobytes(bytes)}${kilobytes(gzipBytes)}  ${what}`;
    });
  return [`${'function'.padEnd(22)}${'KB'.padStart(8)}${'gzip'.padStart(8)}  heaviest`, ...rows].join('\n');
}

if (import.meta.main) {
  try {
    console.log(sizeTable(await bundleFunctions()));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
