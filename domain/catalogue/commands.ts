import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { identifier } from '../organisation/commands.ts';
import { cleanLine, cleanText } from '../text.ts';
import type { FormVocabulary } from './forms.ts';
import {
  audienceSchema,
  formNameSchema,
  localRowIdSchema,
  rowIdSchema,
  rowParticulars,
  timingSchema,
} from './row.ts';
import { OPEN_CLASS, type Template } from './templates.ts';

const MOST_FORMS = 20;

const reason = cleanText(LIMITS.reason);
const title = cleanLine(LIMITS.title);
const forms = z.array(formNameSchema).check(
  z.minLength(1),
  z.maxLength(MOST_FORMS),
  z.refine((names) => new Set(names).size === names.length, 'forms-repeated'),
);

/** Take over a catalogue that comes from above, or a later version of it. */
export const adoptTemplateSchema = z.strictObject({
  template: identifier,
  version: z.int().check(z.positive()),
});

/** Say what a row means here. What is left out stays as it is. */
export const refineRowSchema = z.strictObject({
  rowId: rowIdSchema,
  forms: z.optional(forms),
  audience: z.optional(audienceSchema),
  timing: z.optional(timingSchema),
  detail: z.optional(cleanText(LIMITS.note)),
  ...rowParticulars,
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
  ...rowParticulars,
  reason,
});

/** Take a row that is not mandated out of the catalogue. */
export const dropRowSchema = z.strictObject({ rowId: rowIdSchema, reason });

const change = z.string().check(z.regex(/^change-\d{1,6}$/));
/** 同意下级调整目录. */
export const approveChangeSchema = z.strictObject({ change });
/** 不同意, with the reason. */
export const refuseChangeSchema = z.strictObject({ change, reason });
/** Whoever asked thinks better of it. */
export const withdrawChangeSchema = z.strictObject({ change });

/** What a decision about the catalogue rests on beside the catalogue itself. */
export interface CatalogueFacts {
  /** The actor holds a seat that may edit this organisation's catalogue. */
  readonly mayEditCatalogue: boolean;
  /** The actor is of the office right above; or of the own one, where nobody stands above. */
  readonly isSuperior?: boolean;
  /** The superior wants to approve what the organisation itself changes (XH-25). */
  readonly approvedAbove?: boolean;
  /** The district's vocabulary; the default one when absent. */
  readonly forms?: FormVocabulary;
  /** The classes that the district has listed; absent while it has listed none, and any may be named. */
  readonly classes?: readonly string[];
  /** Ids in the power register, for a command that names some. */
  readonly powers?: readonly string[];
  /** The version that is to be adopted, when the district published it. */
  readonly published?: Template;
}

export type AdoptTemplate = Command<'AdoptTemplate', z.infer<typeof adoptTemplateSchema>, CatalogueFacts>;
export type RefineRow = Command<'RefineRow', z.infer<typeof refineRowSchema>, CatalogueFacts>;
export type AddLocalRow = Command<'AddLocalRow', z.infer<typeof addLocalRowSchema>, CatalogueFacts>;
export type DropRow = Command<'DropRow', z.infer<typeof dropRowSchema>, CatalogueFacts>;
export type ApproveChange = Command<'ApproveChange', z.infer<typeof approveChangeSchema>, CatalogueFacts>;
export type RefuseChange = Command<'RefuseChange', z.infer<typeof refuseChangeSchema>, CatalogueFacts>;
export type WithdrawChange = Command<'WithdrawChange', z.infer<typeof withdrawChangeSchema>, CatalogueFacts>;
export type RowCommand = RefineRow | AddLocalRow | DropRow;
export type ChangeCommand = ApproveChange | RefuseChange | WithdrawChange;
export type CatalogueCommand = AdoptTemplate | RowCommand | ChangeCommand;
