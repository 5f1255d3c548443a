import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Measure, measure } from './measure.ts';

const run = promisify(execFile);

/** `npm ci` as somebody has it who has just cloned this: nothing installed, nothing in npm's cache. */
export async function coldInstall(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-install-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(folder, file));
    const start = performance.now();
    await run('npm', ['ci', '--no-audit', '--no-fund', '--cache', join(folder, 'cache')], { cwd: folder });
    const seconds = (performance.now() - start) / 1_000;
    return [measure('install: npm ci from cold', seconds, 'seconds')];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
