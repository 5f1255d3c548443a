import * as z from 'zod/mini';
import { instant, organisationName } from './answer-parts.ts';

const task = z.object({
  kind: z.string(),
  name: z.string(),
  about: z.enum([
    'visit',
    'follow-up',
    'case',
    'item',
    'feedback',
    'enquiry',
    'topic',
    'survey',
    'decision',
    'activity',
    'campaign',
    'display',
    'catalogue',
    'signal',
    'assessment',
    'news',
    'circular',
    'report',
  ]),
  id: z.string(),
  organisation: z.object(organisationName),
  title: z.string(),
  item: z.optional(z.string()),
  since: instant,
  due: z.optional(instant),
  overdue: z.boolean(),
});

/** What is mine: to do, and to be. */
export const DESK_ANSWERS = {
  desk: z.object({ tasks: z.array(task) }),
  memberships: z.object({
    person: z.string(),
    name: z.string(),
    memberships: z.array(
      z.object({
        ...organisationName,
        partyMember: z.boolean(),
        staff: z.boolean(),
        seats: z.array(z.object({ seat: z.string(), title: z.string() })),
      }),
    ),
  }),
} as const;
