import * as z from 'zod';
import { DELIVERY_STATUSES } from '../../domain/display/delivery-state.ts';
import { DOCUMENT_TYPES } from '../../domain/item/vocabulary.ts';
import { LIMITS } from '../../domain/text.ts';
import { LEADING } from '../shell/reading/duty-overview.ts';
import { isPeriod } from './periods.ts';

/** What may stand behind the question mark of a reading. */
export const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().max(300).optional(),
});

export const boardPage = page.extend({
  level1: z.string().max(LIMITS.title).optional(),
  documentType: z.enum(Object.keys(DOCUMENT_TYPES) as (keyof typeof DOCUMENT_TYPES)[]).optional(),
});

export const deliveryPage = page.extend({ state: z.enum(DELIVERY_STATUSES).optional() });

export const itemVersion = z.strictObject({
  version: z.coerce.number().int().min(1).max(10_000).optional(),
});

export const noQuery = z.strictObject({});

/** The current quarter and year when left out. */
export const standings = z.strictObject({
  period: z.string().refine(isPeriod, 'not a period of the form 2026Q4').optional(),
  class: z.string().min(1).max(LIMITS.title).optional(),
  status: z.enum(LEADING).optional(),
});
export const calendarYear = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2099).optional(),
});
