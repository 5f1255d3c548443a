import * as z from 'zod/mini';
import { question } from '../../domain/survey/commands.ts';
import { GROUP_NAMES, SURVEY_KINDS, SURVEY_STAGES } from '../../domain/survey/vocabulary.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const group = z.enum(GROUP_NAMES);
const ratio = z.number().check(z.minimum(0), z.maximum(1));
const line = {
  id: z.string(),
  title: z.string(),
  kind: keysOf(SURVEY_KINDS),
  audience: z.enum(['party', 'unit', 'public']),
  groups: z.array(group),
  opensAt: instant,
  closesAt: instant,
  item: z.optional(z.string()),
  stage: keysOf(SURVEY_STAGES),
};

const hidden = {
  shown: z.literal(false),
  fewerThan: z.int().check(z.describe('Fewer than so many answered; nothing else is told.')),
};
const result = z.object({
  shown: z.literal(true),
  n: z.int(),
  counts: z.optional(z.array(z.int())),
  satisfied: z
    .optional(z.object({ share: ratio, low: ratio, high: ratio, margin: ratio }))
    .check(
      z.describe('Share of the degrees 4 and 5 with its 95 % interval: Wilson, for a group of known size.'),
    ),
  words: z.optional(z.array(z.string())).check(z.describe('Only for those who work here.')),
});
const digest = z.array(
  z.union([
    z.object({
      group,
      shown: z.literal(true),
      n: z.int(),
      entered: z.int().check(z.describe('Of those, entered by the office.')),
      population: z.optional(z.int()),
      questions: z.array(z.union([result, z.object(hidden)])),
    }),
    z.object({ group, ...hidden }),
  ]),
);

/** What readings of surveys answer with. */
export const SURVEY_ANSWERS = {
  surveys: z.object({ surveys: z.array(z.object(line)) }),
  survey: z.looseObject({
    ...line,
    streamVersion: z.int(),
    intro: z.optional(z.string()),
    questions: z.array(question),
    threshold: z.int(),
    group: z.optional(group),
    digest: z.optional(digest).check(z.describe('Once it has closed.')),
    conclusion: z.optional(z.object({ text: z.string(), at: instant })),
    withdrawn: z.optional(z.object({ reason: z.string(), at: instant })),
    work: z.optional(z.looseObject({ concludeBy: z.optional(day) })),
  }),
} as const;
