import * as z from 'zod/mini';
import { ACTIVITY_KINDS } from '../../domain/activity/vocabulary.ts';
import { keysOf } from './answer-parts.ts';

const year = z.optional(z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2199)));

/** The current year when left out. */
export const activitiesAsked = z.strictObject({ year, kind: z.optional(keysOf(ACTIVITY_KINDS)) });
export const trainingYear = z.strictObject({ year });
