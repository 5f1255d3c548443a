import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { quarterFrom, quarterOf } from '../../../domain/duty/period.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { at } from './history/act.ts';

const STAGE_FILE = 'sample.json';

const stageSchema = z.discriminatedUnion('stage', [
  /** The history is being played, and has come to an instant. */
  z.object({ stage: z.literal('history'), begun: z.string(), reached: z.string() }),
  /** What the organisations are disclosing now is being brought in. */
  z.object({ stage: z.literal('items') }),
  z.object({ stage: z.literal('done') }),
]);
type Stage = z.infer<typeof stageSchema>;

/** How far the sample district has come in a state folder, so that a start goes on from there and a later one need not. */
export class StageFile {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A folder that was used without a sample keeps its own history. */
  read(now: Instant): Stage {
    const file = join(this.#folder, STAGE_FILE);
    if (existsSync(file)) return stageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (existsSync(join(this.#folder, 'state.db'))) return { stage: 'items' };
    const begun = beginningOf(now);
    return { stage: 'history', begun, reached: begun };
  }

  write(stage: Stage): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const file = join(this.#folder, STAGE_FILE);
    writeFileSync(`${file}.new`, JSON.stringify(stage));
    renameSync(`${file}.new`, file);
  }
}

/** Three whole quarters lie behind the current one; everybody joins half an hour into the first. */
const beginningOf = (now: Instant): Instant => at(quarterFrom(quarterOf(now), -3).from, '00:30');
