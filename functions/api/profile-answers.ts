import * as z from 'zod/mini';
import { COLUMN_NAMES } from '../../domain/roster/columns.ts';
import { day, instant } from './answer-parts.ts';

const basis = z.looseObject({ id: z.string(), title: z.string(), number: z.optional(z.string()) });
const count = z
  .optional(z.int())
  .check(z.describe('Absent where it is hidden: it is small, or a small one could be reckoned from it.'));

/** What readings of profiles and rosters answer with. */
export const PROFILE_ANSWERS = {
  about: z.looseObject({
    id: z.string(),
    name: z.string(),
    streamVersion: z.int(),
    place: z.optional(z.string()),
    hours: z.optional(z.string()),
    email: z.optional(z.string()),
    lines: z.array(
      z.object({
        line: z.string(),
        name: z.string(),
        post: z.string(),
        phone: z.string(),
        hotline: z.boolean(),
      }),
    ),
    leaders: z.array(z.looseObject({ name: z.string(), titles: z.array(z.string()), duties: z.string() })),
    departments: z.array(z.looseObject({ name: z.string(), steps: z.array(z.string()) })),
    bodies: z.array(z.looseObject({ body: z.string(), name: z.string() })),
  }),
  scheme: z.object({
    streamVersion: z.int(),
    shown: z.optional(z.looseObject({ number: z.int(), title: z.string(), publishedAt: instant })),
    versions: z.array(z.object({ number: z.int(), publishedAt: instant, reason: z.optional(z.string()) })),
    bases: z.array(basis),
    citations: z.record(z.string(), z.array(z.string())),
  }),
  statistics: z.object({
    streamVersion: z.int(),
    branches: z.int().check(z.describe('Organisations right below.')),
    members: z.optional(
      z.object({
        asOf: day,
        total: count,
        complete: z.boolean(),
        breakdowns: z.array(
          z.object({
            breakdown: z.string(),
            name: z.string(),
            parts: z.array(z.object({ part: z.string(), name: z.string(), count })),
          }),
        ),
      }),
    ),
  }),
  roster: z.object({
    rows: z.array(z.object(Object.fromEntries(COLUMN_NAMES.map((name) => [name, z.optional(z.string())])))),
  }),
  composition: z.object({
    units: z.int(),
    workers: z.int(),
    positions: z.array(
      z.object({
        position: z.string(),
        count: z.int(),
        origins: z.array(z.object({ origin: z.string(), count: z.int(), perMille: z.int() })),
      }),
    ),
    withoutHead: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  }),
} as const;

/** What a roster changed in a unit, or would change. */
export const rosterLine = z.object({
  id: z.string(),
  name: z.string(),
  isNew: z.boolean(),
  people: z.object({ created: z.int(), changed: z.int(), unchanged: z.int() }),
  seats: z.object({ created: z.int(), unchanged: z.int() }),
});
