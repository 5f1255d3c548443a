import * as z from 'zod/mini';
import { ORDERS, type Order, RATED, type Rated, SORTS } from '../../domain/evaluation/overview.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(table) as [Key, ...Key[]]);

/** Which units, and in what order. */
export const evaluationChoice = z.strictObject({
  sort: z.optional(z.enum(SORTS)),
  order: z.optional(keysOf<Order>(ORDERS)),
  rating: z.optional(keysOf<Rated>(RATED)),
  signals: z.optional(z.literal('open')),
});
