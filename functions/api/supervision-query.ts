import * as z from 'zod/mini';
import { identifier } from '../../domain/organisation/commands.ts';
import { DOSSIER_KINDS } from '../../domain/supervision/dossier.ts';
import { ATTACHABLE } from '../../domain/supervision/steps.ts';
import { keysOf } from './answer-parts.ts';

const year = z.optional(z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2199)));

/** The current year when left out. */
export const supervisionYear = z.strictObject({ year });
export const followUpsAsked = z.strictObject({
  overdue: z.optional(z.stringbool()),
  item: z.optional(identifier),
});
export const stepsAsked = z.strictObject({ kind: keysOf(ATTACHABLE), id: identifier });
export const dossierAsked = z.strictObject({ year, kind: z.optional(keysOf(DOSSIER_KINDS)) });
