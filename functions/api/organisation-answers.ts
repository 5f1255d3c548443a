import * as z from 'zod/mini';
import { BODIES } from '../../domain/organisation/body.ts';
import { ORGANISATION_KINDS, UNIT_KINDS } from '../../domain/organisation/kinds.ts';
import { LIGHTS } from '../../domain/organisation/lights.ts';
import { REGULATION_SUBJECTS } from '../../domain/organisation/regulations.ts';
import { STANDINGS } from '../../domain/organisation/standing.ts';
import { GAPS } from '../../domain/organisation/vitals.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const name = { id: z.string(), name: z.string(), shortName: z.string() };

/** An organisation in a list. */
export const organisationCard = z.object({
  ...name,
  kind: keysOf(ORGANISATION_KINDS),
  superior: z.optional(z.string()),
  unit: z.optional(keysOf(UNIT_KINDS)),
  origin: z.optional(z.string()).check(z.describe('The organisation that it was split from.')),
  successor: z
    .optional(z.string())
    .check(z.describe('The organisation that took over its work: it is closed and can only be read.')),
  pilot: z.optional(z.boolean()),
});

const seat = z.object({
  title: z.string(),
  office: z.optional(z.string()).check(z.describe('Held ex officio.')),
  since: z.optional(day).check(z.describe('Absent while the seat is vacant.')),
  until: z.optional(day).check(z.describe('First day after the term.')),
  source: z.optional(z.string()).check(z.describe('Whom a supervisor was chosen from.')),
  person: z.optional(z.string()),
  name: z.optional(z.string()).check(z.describe('Only for people of the organisation.')),
});

/** What one organisation says of its standing and its bodies. */
export const organisationLife = {
  standing: keysOf(STANDINGS),
  affiliations: z
    .optional(
      z.array(
        z.object({
          superior: z.string(),
          from: day,
          until: z.optional(day).check(z.describe('The last day.')),
          basis: z.optional(z.string()).check(z.describe('The document by which it began.')),
        }),
      ),
    )
    .check(z.describe('Whom it stood under when, the oldest first; once it was put under another superior.')),
  rest: z.optional(z.object({ since: instant, reason: z.string() })),
  bodies: z.array(
    z.object({
      body: keysOf(BODIES),
      name: z.string(),
      host: z.optional(z.string()),
      seats: z.array(seat),
    }),
  ),
  responsibilities: z.optional(
    z.object({
      accountable: z.string(),
      responsible: z.string(),
      consulted: z.array(z.string()),
      informed: z.array(z.string()),
    }),
  ),
};

export const ORGANISATION_ANSWERS = {
  lights: z.object({
    lights: z.array(z.object({ light: keysOf(LIGHTS), name: z.string(), lit: z.boolean() })),
  }),
  gaps: z.object({ units: z.array(z.object({ ...name, gaps: z.array(keysOf(GAPS)) })) }),
  openWork: z.object({
    work: z.array(
      z.object({
        id: z.string(),
        about: z.string(),
        title: z.string(),
        now: z.boolean().check(z.describe('False for what is planned for a later day.')),
      }),
    ),
  }),
  regulations: z.object({
    regulations: z.array(
      z.object({
        title: z.string(),
        number: z.optional(z.string()),
        about: z.array(keysOf(REGULATION_SUBJECTS)),
        audience: z.string(),
        inForceFrom: day,
        item: z.optional(z.string()),
      }),
    ),
  }),
} as const;
