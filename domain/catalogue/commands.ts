import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import { cleanLine, cleanText, LIMITS } from '../text.ts';
import type { FormVocabulary } from './forms.ts';
import { audienceSchema, formNameSchema, localRowIdSchema, rowIdSchema, timingSchema } from './row.ts';
import { OPEN_CLASS, TEMPLATE_KINDS } from './templates.ts';

const MOST_FORMS = 20;

const reason = cleanText(LIMITS.reason);
const title = cleanLine(LIMITS.title);
const forms = z.array(formNameSchema).check(
  z.minLength(1),
  z.maxLength(MOST_FORMS),
  z.refine((names) => new Set(names).size === names.length, 'forms-repeated'),
);

/** Take over an official catalogue, or a later version of it. */
export const adoptTemplateSchema = z.strictObject({
  template: z.enum(TEMPLATE_KINDS),
  version: z.int().check(z.positive()),
});

/** Say what a row means here. What is left out stays as it is. */
export const refineRowSchema = z.strictObject({
  rowId: rowIdSchema,
  forms: z.optional(forms),
  audience: z.optional(audienceSchema),
  timing: z.optional(timingSchema),
  detail: z.optional(cleanText(LIMITS.note)),
  reason,
});

/** Add a row that no superior asked for (HZ-51). */
export const addLocalRowSchema = z.strictObject({
  rowId: localRowIdSchema,
  level1: z._default(title, OPEN_CLASS),
  level2: title,
  level3: z.optional(title),
  forms,
  audience: audienceSchema,
  timing: timingSchema,
  detail: z.optional(cleanText(LIMITS.note)),
  reason,
});

/** Take a row that is not mandated out of the catalogue. */
export const dropRowSchema = z.strictObject({ rowId: rowIdSchema, reason });

/** What a decision about the catalogue rests on beside the catalogue itself. */
export interface CatalogueFacts {
  /** The actor holds a seat that may edit this organisation's catalogue. */
  readonly mayEditCatalogue: boolean;
  /** The district's vocabulary; the default one when absent. */
  readonly forms?: FormVocabulary;
}

export type AdoptTemplate = Command<'AdoptTemplate', z.infer<typeof adoptTemplateSchema>, CatalogueFacts>;
export type RefineRow = Command<'RefineRow', z.infer<typeof refineRowSchema>, CatalogueFacts>;
export type AddLocalRow = Command<'AddLocalRow', z.infer<typeof addLocalRowSchema>, CatalogueFacts>;
export type DropRow = Command<'DropRow', z.infer<typeof dropRowSchema>, CatalogueFacts>;
export type CatalogueCommand = AdoptTemplate | RefineRow | AddLocalRow | DropRow;
