import * as z from 'zod/mini';
import { rowIdSchema } from '../../catalogue/row.ts';
import { isPeriodName } from '../../duty/period.ts';
import type { Command } from '../../kernel/decider.ts';
import { isDay } from '../../kernel/time.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { CRITERION_IDS, type CriterionId } from '../criteria.ts';
import { TEMPLATE_FIELDS, type TemplateField } from './state.ts';

const MOST_FIELDS = 20;
const MOST_ROWS = 100;
const points = z.int().check(z.minimum(0), z.maximum(100));
const days = z.int().check(z.minimum(1), z.maximum(400));
const share = z.number().check(z.minimum(0.05), z.maximum(1));
const sumOf = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((sum, each) => sum + each, 0);

const weights = z
  .strictObject(
    Object.fromEntries(CRITERION_IDS.map((id) => [id, points])) as Record<CriterionId, typeof points>,
  )
  .check(z.refine((given) => sumOf(given) === 100, 'weights must add up to 100'));

const standard = z.strictObject({
  weights,
  priorityFactor: z.int().check(z.minimum(1), z.maximum(5)),
  fields: z
    .array(
      z.strictObject({
        field: z.enum(Object.keys(TEMPLATE_FIELDS) as [TemplateField, ...TemplateField[]]),
        rows: z.optional(z.array(rowIdSchema).check(z.minLength(1), z.maxLength(MOST_ROWS))),
      }),
    )
    .check(z.maxLength(MOST_FIELDS)),
  resultDays: days,
  signals: z.strictObject({
    burstDays: days,
    burstShare: share,
    copiedShare: share,
    silenceDays: days,
    unreadDays: days,
  }),
  inputs: z
    .strictObject({ self: points, masses: points, superior: points.check(z.minimum(1)) })
    .check(z.refine((given) => sumOf(given) === 100, 'shares must add up to 100')),
  rating: z
    .strictObject({ met: points, model: points })
    .check(z.refine(({ met, model }) => met <= model, 'a model unit has met the standard')),
});

const isQuarter = (text: string): boolean => isPeriodName(text) && isDay(`${text.slice(0, 4)}-01-01`);

export const standardCommands = {
  PublishStandard: z.strictObject({
    /** The first quarter that is scored by it. */
    from: z.string().check(z.refine(isQuarter, 'not a period of the form 2026Q4')),
    standard,
  }),
} as const;

export type StandardCommand = Command<
  'PublishStandard',
  z.infer<(typeof standardCommands)['PublishStandard']>,
  { readonly organisation: Organisation }
>;
