import * as z from 'zod/mini';
import { OBJECTION_OUTCOMES } from '../../domain/evaluation/assessment/state.ts';
import { CRITERIA, SUB_SCORES } from '../../domain/evaluation/criteria.ts';
import { FIGURES, UNIT_STAGES } from '../../domain/evaluation/overview.ts';
import { RATINGS } from '../../domain/evaluation/rating.ts';
import { SIGNAL_OUTCOMES } from '../../domain/evaluation/signal/state.ts';
import { SIGNALS } from '../../domain/evaluation/signals.ts';
import { GROUP_NAMES } from '../../domain/survey/vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const points = z.number().check(z.minimum(0), z.maximum(100));
const ratio = z.number().check(z.minimum(0), z.maximum(1));
const reference = z.object({
  kind: z.enum(['duty', 'item', 'opinion', 'survey', 'week', 'ledger']),
  id: z.optional(z.string()),
  row: z.optional(z.string()),
  of: z.optional(z.string()),
  on: z.optional(day),
});

const criterion = z.object({
  id: keysOf(CRITERIA),
  part: keysOf(SUB_SCORES),
  name: words,
  formula: words,
  source: words,
  of: points.check(z.describe('Points to be had.')),
  share: z
    .optional(ratio)
    .check(z.describe('Σ weight × value ÷ Σ weight over the pieces, to four digits; absent without any.')),
  points: z.optional(points),
  pieces: z
    .array(z.object({ about: reference, weight: z.number(), value: ratio }))
    .check(
      z.describe('Everything that was looked at. Whoever stands outside gets the numbers without the names.'),
    ),
});

const said = { by: z.string(), at: instant };
const dispute = z.looseObject({
  period: z.string(),
  signal: keysOf(SIGNALS),
  said: z.string(),
  reason: z.string(),
  ...said,
  answer: z.optional(z.object({ outcome: keysOf(SIGNAL_OUTCOMES), text: z.string(), ...said })),
});
const signal = z.looseObject({
  id: keysOf(SIGNALS),
  state: z.enum(['raised', 'clear', 'no-data']),
  why: z.optional(words),
  because: z.array(reference),
  dispute: z.optional(dispute),
});

const shares = z.object({
  units: z.int(),
  met: z.int(),
  model: z.int(),
  metPercent: points,
  modelPercent: points,
});
const inputs = z.object({ self: z.optional(points), masses: z.optional(points), superior: points });
const verdict = {
  composite: points,
  rating: keysOf(RATINGS),
  inputs,
  record: z.optional(points),
  standard: z.int(),
};
const disclosed = z.optional(z.object({ item: z.string(), shares, at: instant }));

const standing = z.object({
  id: z.string(),
  name: z.string(),
  stage: keysOf(UNIT_STAGES),
  figures: z
    .partialRecord(keysOf(FIGURES), points)
    .check(
      z.describe('As they were when the unit’s year was spoken of last; absent without anything to look at.'),
    ),
  rating: z.optional(keysOf(RATINGS)),
  signals: z
    .optional(z.array(z.object({ period: z.string(), signal: keysOf(SIGNALS) })))
    .check(z.describe('Raised, and not explained.')),
});

/** What readings of scores and appraisals answer with. */
export const EVALUATION_ANSWERS = {
  evaluation: z.looseObject({
    organisation: z.string(),
    period: z.string(),
    asOf: z.string().check(z.describe('Time of the last event that the score was reckoned from.')),
    closed: z.boolean(),
    standard: z.int().check(z.describe('Edition of the standard; 0 is the one that nobody has published.')),
    parts: z.partialRecord(keysOf(SUB_SCORES), points),
    total: z.optional(points),
    criteria: z.array(criterion),
    satisfaction: z.array(
      z.object({ survey: z.string(), group: z.enum(GROUP_NAMES), n: z.int(), share: ratio, margin: ratio }),
    ),
    hidden: z.array(z.enum(GROUP_NAMES)),
    mix: z.record(z.string(), z.int()),
    titles: z.record(z.string(), z.string()),
    rows: z.record(z.string(), z.string()),
    work: z.optional(
      z.object({
        signals: z.array(signal),
        record: z.array(z.object({ stream: z.string(), version: z.int(), hash: z.string() })),
      }),
    ),
  }),
  standard: z.looseObject({ period: z.string(), edition: z.int(), standard: z.looseObject({}) }),
  disputes: z.object({ disputes: z.array(z.looseObject({ organisation: z.string(), ...dispute.shape })) }),
  round: z.looseObject({
    organisation: z.string(),
    year: z.string(),
    selfUntil: day,
    disclosed,
    units: z.optional(
      z.array(z.looseObject({ id: z.string(), name: z.string(), rating: z.optional(keysOf(RATINGS)) })),
    ),
    shares: z.optional(shares),
  }),
  evaluationOverview: z.object({
    organisation: z.string(),
    year: z.string(),
    units: z.optional(z.array(standing)),
    count: z.optional(z.int()),
    shares: z.optional(shares),
    own: z.optional(z.object({ standing, shares: z.optional(shares) })),
  }),
  assessment: z.looseObject({
    organisation: z.string(),
    year: z.string(),
    streamVersion: z.int(),
    result: z.optional(z.object(verdict)),
    verdict: z.optional(z.looseObject(verdict)),
    objection: z.optional(z.object({ reason: z.string(), ...said })),
    answer: z.optional(z.looseObject({ outcome: keysOf(OBJECTION_OUTCOMES), text: z.string() })),
  }),
} as const;
