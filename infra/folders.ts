import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A new empty folder beside `target`, on the same disk, so that it can be renamed to it. */
export function scratchBeside(target: string): string {
  mkdirSync(dirname(target), { recursive: true });
  return mkdtempSync(join(dirname(target), `.${basename(target)}-`));
}

/**
 * Puts `built` in the place of `target`. Two builds at a time may both do this: each leaves a whole folder, and the
 * later one stays.
 */
export function replaceFolder(built: string, target: string): void {
  const old = existsSync(target) ? scratchBeside(target) : undefined;
  if (old) renameSync(target, join(old, 'old'));
  renameSync(built, target);
  if (old) rmSync(old, { recursive: true, force: true });
}
