import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusalTable } from '../../domain/kernel/refusal.ts';

/**
 * Codes of the table that no test of the folder expects by `thenRefused('code'`. A refusal that no test provokes may
 * be one that nothing can provoke, or one that is never thrown.
 */
export function unexercised(table: RefusalTable, folder: string): readonly string[] {
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  return Object.keys(table).filter((code) => !new RegExp(`thenRefused\\(\\s*'${code}'`).test(tests));
}
