import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { scratchBeside } from '../../infra/folders.ts';
import { type Measure, measure } from './measure.ts';
import type { fullScreen } from './screen-board.ts';

/** As in test/functions/site/screens.contract.spec.ts. */
const LIMIT = 60_000;

/** What an old screen on a slow line has to load. */
export async function screenPage(): Promise<Measure[]> {
  const { FULL, fullScreen } = await loadBoard();
  const { page, code } = await fullScreen();
  const name = (what: string) => `screen of ${FULL} items: ${what}`;
  return [
    measure(name('page without images'), Buffer.byteLength(page.replaceAll(/<img [^>]*>/g, '')), 'bytes', {
      limit: { on: 'value', most: LIMIT },
    }),
    measure(name(`page with its ${2 * FULL} codes`), Buffer.byteLength(page), 'bytes'),
    measure(name('the same, gzip'), gzipSync(page).length, 'bytes'),
    measure('screen: script and styles, loaded once', Buffer.byteLength(code), 'bytes'),
  ];
}

/** Node runs no JSX. */
async function loadBoard(): Promise<{ FULL: number; fullScreen: typeof fullScreen }> {
  const scratch = scratchBeside('dist/bench-screen');
  try {
    const outfile = join(scratch, 'screen-board.mjs');
    await build({
      entryPoints: ['test/bench/screen-board.ts'],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
