import * as z from 'zod/mini';
import { CRITERIA, STAGE_STATES } from '../../domain/campaign/criteria.ts';
import { day, instant, keysOf } from './answer-parts.ts';

const stage = z.looseObject({
  name: z.string(),
  from: day,
  until: day,
  closes: z.array(keysOf(CRITERIA)),
});

const stageState = z.object({
  state: keysOf(STAGE_STATES),
  on: z.optional(day).check(z.describe('Closed on, or behind since.')),
  late: z.optional(z.boolean()),
  criteria: z.array(
    z.object({
      criterion: keysOf(CRITERIA),
      proof: z
        .optional(z.object({ on: day, kind: z.string(), organisation: z.string(), id: z.string() }))
        .check(z.describe('Where in the record it stands. Absent while it is not met.')),
      parts: z.optional(z.object({ done: z.int(), of: z.int() })),
    }),
  ),
});

const campaign = {
  id: z.string(),
  organisation: z.string().check(z.describe('Who planned it.')),
  title: z.string(),
  plannedAt: instant,
  withdrawn: z.optional(z.boolean()),
};

/** What readings of campaigns answer with. */
export const CAMPAIGN_ANSWERS = {
  campaigns: z.object({
    planned: z.array(z.looseObject({ ...campaign, stages: z.array(stage) })),
    joined: z.array(
      z.looseObject({
        ...campaign,
        planner: z.string(),
        stages: z.array(z.looseObject({ ...stage.shape, own: stageState })),
      }),
    ),
  }),
  campaign: z.looseObject({
    ...campaign,
    streamVersion: z.int(),
    today: day,
    about: z.optional(z.string()),
    stages: z.array(
      z.looseObject({
        ...stage.shape,
        behind: z.array(z.string()).check(z.describe('Units that have not closed it though it is over.')),
        ended: z
          .optional(z.object({ at: instant, behind: z.array(z.string()) }))
          .check(z.describe('Units that had not closed it when it ended, as the record keeps it.')),
      }),
    ),
    units: z.array(z.object({ id: z.string(), name: z.string(), stages: z.array(stageState) })),
  }),
} as const;
