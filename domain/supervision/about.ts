import * as z from 'zod/mini';
import { identifier } from '../organisation/commands.ts';
import type { Attachable } from './steps.ts';
import { ATTACHABLE } from './steps.ts';

/** One step of something that an organisation works on, or the whole of it. */
export const about = z.strictObject({
  kind: z.enum(Object.keys(ATTACHABLE) as [Attachable, ...Attachable[]]),
  id: identifier,
  /** Number of the commit in the record, from 1; absent: the whole. */
  step: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))),
});
