import * as z from 'zod/mini';
import { REGULATION_SUBJECT_NAMES } from '../../domain/organisation/regulations.ts';

/** What the regulations are about; all of them when left out. */
export const regulationsAsked = z.strictObject({ about: z.optional(z.enum(REGULATION_SUBJECT_NAMES)) });
