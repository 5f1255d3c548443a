import * as z from 'zod/mini';
import { decisionCommands } from '../../domain/decision/commands.ts';
import { MECHANISMS, STEP_STATUSES, STEPS } from '../../domain/decision/vocabulary.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import { MATTER_NAMES } from '../../domain/organisation/policy.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const tense = z.enum(['planned', 'under-way', 'done']);
const outcome = z.optional(z.enum(['adopted', 'rejected']));
const head = {
  id: z.string(),
  title: z.string(),
  matter: z.enum(MATTER_NAMES),
  audience: z.enum(AUDIENCES),
  tense,
  outcome,
};
const { shape: meeting } = decisionCommands.RecordMeeting;
const { shape: vote } = decisionCommands.RecordVote;

const step = z.object({
  step: keysOf(STEPS),
  zh: z.string(),
  status: keysOf(STEP_STATUSES),
  signed: z.optional(z.object({ at: instant, who: z.string() })),
  reason: z.optional(z.string()).check(z.describe('Why it was skipped.')),
  flag: z.optional(z.string()).check(z.describe('What is not as the rules have it.')),
});

/** What readings of decisions answer with. */
export const DECISION_ANSWERS = {
  decisions: z.object({
    decisions: z.array(
      z.looseObject({
        ...head,
        proposedAt: instant,
        step: z.optional(keysOf(STEPS)).check(z.describe('Whose turn it is; absent when it is over.')),
        withdrawn: z.boolean(),
        skipped: z.array(keysOf(STEPS)),
        openActions: z.int(),
        item: z.optional(z.string()),
        unannounced: z.optional(z.boolean()),
      }),
    ),
  }),
  decision: z.looseObject({
    ...head,
    streamVersion: z.int(),
    summary: z.string(),
    announced: z.boolean(),
    mechanisms: z
      .array(
        z.object({
          mechanism: keysOf(MECHANISMS),
          zh: z.string(),
          en: z.string(),
          status: keysOf(STEP_STATUSES),
          steps: z.array(step),
        }),
      )
      .check(z.describe('The six, in their order.')),
    rounds: z.array(decisionCommands.RecordRound),
    meeting: z.optional(z.looseObject(meeting)),
    vote: z
      .optional(z.looseObject({ ...vote, carried: z.boolean() }))
      .check(z.describe('Totals; who chose what in an open vote is for officials only.')),
    disclosure: z.optional(z.object({ item: z.string(), at: instant })),
    actions: z.array(
      z.object({
        number: z.int(),
        task: z.string(),
        dueOn: day,
        assignee: z.optional(z.string()).check(z.describe('Only for people of the organisation.')),
        done: z.boolean(),
        overdue: z.boolean(),
        reports: z.array(z.object({ at: instant, note: z.string(), done: z.boolean() })),
      }),
    ),
    implemented: z.optional(z.object({ note: z.string(), at: instant })),
    withdrawn: z.optional(z.object({ reason: z.string(), at: instant })),
    work: z.optional(z.looseObject({ official: z.boolean(), mine: z.array(z.int()) })),
  }),
  matters: z.object({
    matters: z.array(
      z.object({
        about: z.enum(['decision', 'item']),
        id: z.string(),
        title: z.string(),
        tense,
        since: instant,
      }),
    ),
  }),
  openActions: z.object({
    openActions: z.array(
      z.object({
        about: z.enum(['decision', 'item', 'feedback']),
        id: z.string(),
        title: z.string(),
        task: z.string(),
        assignee: z.optional(z.string()),
        dueOn: day,
        overdue: z.boolean(),
      }),
    ),
  }),
} as const;
