import * as z from 'zod/mini';
import { MAJORITIES, type Majority, QUORUMS, type Quorum } from './vocabulary.ts';

const days = (min: number) => z.int().check(z.minimum(min), z.maximum(90));
const rounds = (min: number) => z.int().check(z.minimum(min), z.maximum(10));

/** How decisions are made in an organisation: see `domain/decision/rules.ts`. Days are calendar days. */
export const decisionRules = z.strictObject({
  /** From the notice to the meeting. */
  noticeDays: days(0),
  /** How often people are asked; about major and hot matters twice at the least (TZ-27). */
  consultRounds: z.strictObject({ ordinary: rounds(0), major: rounds(2) }),
  /** A major or hot matter is public for so long before it is decided on. */
  publicityDays: days(1),
  quorum: z.enum(Object.keys(QUORUMS) as [Quorum, ...Quorum[]]),
  /** Of whom more than half have to be in favour. */
  majority: z.enum(Object.keys(MAJORITIES) as [Majority, ...Majority[]]),
  /** From the decision to the disclosure of its result; of a sensitive matter it is the same day. */
  disclosureDays: days(0),
});
