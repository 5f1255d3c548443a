import { isBuiltin } from 'node:module';
import { resolve } from 'node:path';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';

/** One file of a packed function. */
export interface Chunk {
  readonly file: string;
  readonly code: string;
  /** Loaded by a request and not by the start. */
  readonly isLate: boolean;
  /** Paths of the sources, with the bytes that each gives to it before it is minified. */
  readonly modules: readonly (readonly [path: string, bytes: number])[];
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

/** Left out where it is loaded on demand, which never happens. The client of S3 imports one of them at its head. */
const unusedParts: Plugin = {
  name: 'unused-parts',
  resolveId: {
    filter: { id: /^@(?:aws-sdk|smithy)\// },
    handler: (id, _importer, { kind }) =>
      kind === 'dynamic-import' && UNUSED_PARTS.some((part) => id === part || id.startsWith(`${part}/`))
        ? { id, external: true }
        : undefined,
  },
};

const BUILTIN = '\0builtin:';

/**
 * Node's own modules as plain objects. An `import` of one reads each of its exports at once, and some of those load
 * half of Node: `http.WebSocket` all of `fetch`, `crypto.webcrypto` all of Web Crypto, `fs.promises` the streams.
 */
const plainBuiltins: Plugin = {
  name: 'plain-builtins',
  resolveId: {
    filter: { id: /^[a-z_:/0-9]+$/ },
    handler: (id) => (isBuiltin(id) ? { id: `${BUILTIN}${id}`, moduleSideEffects: false } : undefined),
  },
  load: {
    filter: { id: /^\0builtin:/ },
    handler: (id) => ({
      code: `module.exports = process.getBuiltinModule(${JSON.stringify(id.slice(BUILTIN.length))})`,
      moduleType: 'js',
    }),
  },
};

/**
 * What a start loads, in ASCII alone: otherwise V8 keeps all of it in two bytes a character, and takes 2 % longer. Valid
 * wherever text stands in our code; `String.raw` alone would show the difference. Later files stay shorter as they are.
 */
const asciiStart: Plugin = {
  name: 'ascii-start',
  generateBundle(_, files) {
    const chunks = Object.values(files).filter((each) => each.type === 'chunk');
    const atStart = reachedAtStart('index.mjs', (file) => importsOf(chunks, file));
    for (const chunk of chunks)
      if (atStart.has(chunk.fileName)) chunk.code = chunk.code.replace(/[\u0080-\uffff]/g, escaped);
  },
};

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Parts that share something before it stands in the one file that all load. With 2 the first request for anything
 * parsed most of the function; with none it opens twice the files. Of a board it loads 10 files and 579 KB instead of 6
 * and 1,029.
 */
const MANY = 12;

/**
 * Packs a handler with all that it imports into `<folder>/index.mjs` and files beside it. What a start needs is in
 * `start.mjs`; what is loaded by `import()` is in files of its own; what many of those share is in `shared.mjs`, and what
 * few share in a file for those few.
 *
 * @throws Error of the packer, naming file and line
 */
export async function packFunction(handler: string, folder: string): Promise<readonly Chunk[]> {
  const entry = resolve(handler);
  const bundle = await rolldown({
    input: { index: entry },
    platform: 'node',
    // The SDK's CommonJS builds are half as big again and import half as slowly again.
    resolve: { mainFields: ['module', 'main'] },
    tsconfig: false,
    transform: { target: 'node24', jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    plugins: [unusedParts, plainBuiltins, asciiStart],
    logLevel: 'warn',
    // What one function needs at its start another loads when asked: the import stays the same.
    onLog: (level, log, report) => {
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') report(level, log);
    },
  });
  try {
    let early: ReadonlySet<string> | undefined;
    const { output } = await bundle.write({
      dir: folder,
      format: 'esm',
      minify: true,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
      codeSplitting: {
        groups: [
          {
            debugName: 'start',
            name: (id, modules) => {
              early ??= reachedAtStart(entry, (each) => modules.getModuleInfo(each)?.importedIds ?? []);
              return early.has(id) ? 'start' : null;
            },
          },
          { name: 'shared', minShareCount: MANY },
        ],
      },
    });
    const chunks = output.filter((each) => each.type === 'chunk');
    const atStart = reachedAtStart('index.mjs', (file) => importsOf(chunks, file));
    return chunks.map(({ fileName, code, modules }) => ({
      file: fileName,
      code,
      isLate: !atStart.has(fileName),
      modules: Object.entries(modules).map(([path, { renderedLength }]) => [path, renderedLength]),
    }));
  } finally {
    await bundle.close();
  }
}

const importsOf = (chunks: readonly OutputChunk[], file: string): readonly string[] =>
  chunks.find(({ fileName }) => fileName === file)?.imports ?? [];

/** Everything that is imported, directly or not, by other means than `import()`. */
function reachedAtStart(from: string, importsBy: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const id of reached) for (const next of importsBy(id)) reached.add(next);
  return reached;
}
