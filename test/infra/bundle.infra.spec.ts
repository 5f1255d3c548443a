import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundleFunctions, sizeTable } from '../../infra/bundle.ts';
import { synthesise } from '../../infra/synth.ts';
import { scratchFolder, trivialFunctions } from './assembly.ts';

function write(functionsDir: string, path: string, text: string): void {
  mkdirSync(join(functionsDir, path, '..'), { recursive: true });
  writeFileSync(join(functionsDir, path), text);
}

async function run(outDir: string, name: string): Promise<unknown> {
  const { handler } = await import(/* @vite-ignore */ pathToFileURL(join(outDir, name, 'index.mjs')).href);
  return handler();
}

describe('bundling', () => {
  test('makes one module a function, which runs', async () => {
    const outDir = join(scratchFolder(), 'out');
    const functionsDir = trivialFunctions(['commands', 'on-item-submitted']);
    await bundleFunctions(outDir, { functionsDir, expected: ['commands', 'on-item-submitted'] });
    expect(readdirSync(outDir).sort()).toEqual(['commands', 'on-item-submitted', 'sizes.json']);
    expect(await run(outDir, 'on-item-submitted')).toBe('on-item-submitted');
  });

  test('takes a folder without a handler for shared code', async () => {
    const outDir = join(scratchFolder(), 'out');
    const functionsDir = trivialFunctions(['queries']);
    write(functionsDir, 'edge/greeting.ts', `export const greeting = 'from the edge';`);
    write(
      functionsDir,
      'queries/handler.ts',
      `import { greeting } from '../edge/greeting.ts'; export const handler = () => greeting;`,
    );
    await bundleFunctions(outDir, { functionsDir, expected: ['queries'] });
    expect(readdirSync(outDir)).not.toContain('edge');
    expect(await run(outDir, 'queries')).toBe('from the edge');
  });

  test('turns JSX into what hono renders, and lets CommonJS require what node has', async () => {
    const outDir = join(scratchFolder(), 'out');
    const functionsDir = trivialFunctions(['site']);
    symlinkSync(resolve('node_modules'), join(functionsDir, 'node_modules'));
    write(functionsDir, 'site/page.tsx', 'export const page = (name: string) => <b title="<">{name}</b>;');
    write(functionsDir, 'site/old.cjs', `module.exports = require('node:path').posix.join('a', 'b');`);
    write(
      functionsDir,
      'site/handler.ts',
      `import { page } from './page.tsx'; import old from './old.cjs';
       export const handler = () => page(old).toString();`,
    );
    await bundleFunctions(outDir, { functionsDir, expected: ['site'] });
    expect(await run(outDir, 'site')).toBe('<b title="&lt;">a/b</b>');
  });

  test('writes a start in ASCII alone, which says the same', async () => {
    const outDir = join(scratchFolder(), 'out');
    const functionsDir = trivialFunctions(['clock']);
    const source = `const 党 = /[一-龥]+/.exec('x公开𠮷')?.[0];
      export const handler = () => [党, \`\${党}：“务”\\n\`, { 键: 'é𠮷' }, /[𠮷]$/u.test('𠮷')];`;
    write(functionsDir, 'clock/handler.ts', source);
    await bundleFunctions(outDir, { functionsDir, expected: ['clock'] });
    expect(await run(outDir, 'clock')).toEqual(['公开', '公开：“务”\n', { 键: 'é𠮷' }, true]);
    expect(readFileSync(join(outDir, 'clock', 'index.mjs'), 'latin1')).not.toMatch(/[\u0080-\u00ff]/);
  });

  test("takes node's own modules in every form of import, without reading each of their exports", async () => {
    const outDir = join(scratchFolder(), 'out');
    const functionsDir = trivialFunctions(['clock']);
    write(
      functionsDir,
      'clock/handler.ts',
      `import { posix } from 'node:path'; import events, { EventEmitter } from 'events'; import * as http from 'node:http';
       export const handler = () => [posix.join('a', 'b'), events === EventEmitter, typeof http.request];`,
    );
    await bundleFunctions(outDir, { functionsDir, expected: ['clock'] });
    expect(await run(outDir, 'clock')).toEqual(['a/b', true, 'function']);
    for (const file of readdirSync(join(outDir, 'clock')))
      expect(readFileSync(join(outDir, 'clock', file), 'utf8'), file).not.toMatch(
        /from ?["'`]node:http["'`]/,
      );
  });

  test('keeps what is loaded on demand out of the start, once: what many parts share in one file, what few in another', async () => {
    const outDir = join(scratchFolder(), 'out');
    const functionsDir = trivialFunctions(['queries']);
    const parts = Array.from({ length: 14 }, (_, number) => `part${number}`);
    write(functionsDir, 'queries/greeting.ts', 'export class Greeting {}');
    write(functionsDir, 'queries/common.ts', `export const often = 'read by all of them';`);
    write(functionsDir, 'queries/rare.ts', `export const seldom = 'read by two of them';`);
    for (const [number, part] of parts.entries())
      write(
        functionsDir,
        `queries/${part}.ts`,
        `import { Greeting } from './greeting.ts'; import { often } from './common.ts';
         ${number < 2 ? `import { seldom } from './rare.ts';` : `const seldom = 'nothing';`}
         export const part = () => [often, seldom, new Greeting()];`,
      );
    write(
      functionsDir,
      'queries/handler.ts',
      `import { Greeting } from './greeting.ts';
       export const handler = async () => {
         const parts = [${parts.map((part) => `(await import('./${part}.ts')).part()`)}];
         return parts.map(([often, seldom, made]) => [often, seldom, made instanceof Greeting]);
       };`,
    );
    const [size] = await bundleFunctions(outDir, { functionsDir, expected: ['queries'] });
    const files = readdirSync(join(outDir, 'queries'));
    const holdersOf = (text: string) =>
      files.filter((file) => readFileSync(join(outDir, 'queries', file), 'utf8').includes(text));
    expect(holdersOf('by all')).toEqual(['shared.mjs']);
    expect(holdersOf('by two')).toEqual(['rare.mjs']);
    expect(size?.laterBytes).toBeGreaterThan(0);
    // The parts have the classes of the start, not copies of them.
    const said = ['read by all of them', 'nothing', true];
    const first = ['read by all of them', 'read by two of them', true];
    expect(await run(outDir, 'queries')).toEqual([first, first, ...Array(12).fill(said)]);
  });

  test('gives the same bytes for the same sources', async () => {
    const functionsDir = trivialFunctions(['clock', 'relay']);
    const [a, b] = [join(scratchFolder(), 'out'), join(scratchFolder(), 'elsewhere')];
    for (const outDir of [a, b])
      await bundleFunctions(outDir, { functionsDir, expected: ['clock', 'relay'] });
    const files = readdirSync(a, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(readFileSync(join(a, file)), file).toEqual(readFileSync(join(b, file)));
  });

  test('says how large each is and what makes it so', async () => {
    const outDir = join(scratchFolder(), 'out');
    const functionsDir = trivialFunctions(['clock']);
    const sizes = await bundleFunctions(outDir, { functionsDir, expected: ['clock'] });
    const files = readdirSync(join(outDir, 'clock')).map((file) => readFileSync(join(outDir, 'clock', file)));
    const bytes = files.reduce((sum, file) => sum + file.byteLength, 0);
    expect(sizes).toMatchObject([
      { name: 'clock', bytes, laterBytes: 0, packages: { gongkai: expect.any(Number) } },
    ]);
    expect(JSON.parse(readFileSync(join(outDir, 'sizes.json'), 'utf8'))).toEqual(sizes);
    expect(sizeTable(sizes)).toMatch(/^function .+\nclock +\d\.\d .+ gongkai \d+$/);
  });

  test('names every function without code, and code that is never deployed', async () => {
    const functionsDir = trivialFunctions(['clock', 'stray']);
    const bundling = bundleFunctions(scratchFolder(), { functionsDir, expected: ['clock', 'relay', 'site'] });
    await expect(bundling).rejects.toThrow(
      /relay\/handler.ts is missing; .*site\/handler.ts is missing; .*stray is not listed in infra\//,
    );
  });

  test('leaves the last good bundles, and no litter, when a build fails', async () => {
    const parent = scratchFolder();
    const outDir = join(parent, 'out');
    const functionsDir = trivialFunctions(['clock']);
    await bundleFunctions(outDir, { functionsDir, expected: ['clock'] });
    write(functionsDir, 'clock/handler.ts', 'export const handler = () => {');
    await expect(bundleFunctions(outDir, { functionsDir, expected: ['clock'] })).rejects.toThrow(
      'Build failed',
    );
    expect(await run(outDir, 'clock')).toBe('clock');
    expect(readdirSync(parent)).toEqual(['out']);
  });
});

describe('synthesising for the local cloud', () => {
  test('happens once, and again when a function changes', async () => {
    const folder = scratchFolder();
    const functionsDir = trivialFunctions();
    const options = { outDir: join(folder, 'cdk.out'), bundlesDir: join(folder, 'bundles'), functionsDir };
    expect(await synthesise(options)).toEqual({ outDir: options.outDir, reused: false });
    expect((await synthesise(options)).reused).toBe(true);

    const templates = () =>
      readdirSync(options.outDir)
        .filter((name) => name.endsWith('.template.json'))
        .map((name) => readFileSync(join(options.outDir, name), 'utf8'));
    const before = templates();
    expect(before).toHaveLength(3);
    write(functionsDir, 'clock/handler.ts', `export const handler = async () => 'another clock';`);
    expect((await synthesise(options)).reused).toBe(false);
    const changed = templates().filter((template) => !before.includes(template));
    expect(changed).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(['bundles', 'cdk.out']);
  });
});
