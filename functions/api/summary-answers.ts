import * as z from 'zod/mini';
import { FILING_KINDS, FILING_STAGES, RECEIVERS } from '../../domain/summary/filing-vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const organisationName = z.object({ id: z.string(), name: z.string(), shortName: z.string() });
const tally = z.record(z.string(), z.int());
const filing = {
  kind: keysOf(FILING_KINDS),
  year: z.optional(z.string()),
  title: z.string(),
  to: z.string(),
  receiver: keysOf(RECEIVERS),
  dueOn: z.optional(day),
  filedAt: instant,
  stage: keysOf(FILING_STAGES),
};
const card = z.object({
  id: z.string(),
  organisation: z.string(),
  ...filing,
  late: z.boolean(),
  acknowledgedAt: z.optional(instant),
});
const whole = z.looseObject({
  id: z.string(),
  organisation: organisationName,
  streamVersion: z.int(),
  ...filing,
  text: z.string(),
  acknowledged: z.optional(z.looseObject({ at: instant, remark: z.optional(z.string()) })),
  returned: z.optional(z.object({ at: instant, reason: z.string() })),
});

/** What readings of summaries and filings answer with. */
export const SUMMARY_ANSWERS = {
  summary: z.object({
    summary: z.object({
      title: z.string(),
      year: z.string(),
      sections: z.array(
        z.object({
          title: z.string(),
          paragraphs: z.array(z.string()),
          tables: z.array(
            z.object({
              group: z.string(),
              caption: z.string(),
              figures: z.array(
                z.object({
                  name: z.string(),
                  count: z
                    .optional(z.number())
                    .check(z.describe('Absent where people are counted and there are fewer than five.')),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
    until: day.check(z.describe('Day on which was counted.')),
    text: z.string().check(z.describe('The draft in Markdown, as the text of an item or a report.')),
    disclosed: z.array(
      z.looseObject({ id: z.string(), title: z.string(), on: day, reads: z.int().check(z.describe('约数')) }),
    ),
    units: z.array(z.object({ ...organisationName.shape, disclosed: z.int(), duty: tally })),
  }),
  filings: z.object({
    year: z.string(),
    sent: z.array(card),
    received: z.array(card),
    dueOn: z.optional(day),
    missing: z.array(organisationName),
  }),
  filing: whole,
  receivedFiling: whole,
} as const;
