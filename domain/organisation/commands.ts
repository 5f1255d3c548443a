import * as z from 'zod';
import { ID_PATTERN } from '../kernel/scope.ts';
import { isDay } from '../kernel/time.ts';
import { BODIES, type Body, POSITIONS, type Position } from './body.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { policySchema } from './policy-schema.ts';

export const ORGANISATION_KINDS = {
  committee: '党委',
  'general-branch': '党总支',
  branch: '党支部',
  'leading-group': '党组',
} as const;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

export const identifier = z.string().regex(ID_PATTERN);
export const day = z.string().refine(isDay, 'not a day of the form 2026-11-22');

const isWithinDays = (text: string): boolean => isDay(text.slice(0, 10));

/**
 * An instant with its offset, turned into the one form that the domain compares as text: UTC with milliseconds.
 * `2026-09-01T08:00:00+08:00` becomes `2026-09-01T00:00:00.000Z`.
 */
export const instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(isWithinDays, 'not a year from 1900 to 2199')
  .overwrite((text) => new Date(text).toISOString());
const personName = z.string().trim().min(1).max(30);

const person = z.strictObject({
  /** The subject of the person's log-in; the only link between a token and a member. */
  id: identifier,
  name: personName,
  partyMember: z.boolean(),
  /** Teachers and staff, who belong to the unit whether or not they are in the Party. */
  staff: z.boolean(),
  /** Where reminders are sent. Shown to nobody outside the organisation. */
  email: z.email().max(254).optional(),
});
export type Person = z.infer<typeof person>;

const seat = z.strictObject({
  body: z.enum(Object.keys(BODIES) as [Body, ...Body[]]),
  position: z.enum(Object.keys(POSITIONS) as [Position, ...Position[]]),
  person: identifier,
});

export const onboardOrganisation = z.strictObject({
  name: z.string().trim().min(2).max(60),
  shortName: z.string().trim().min(1).max(20),
  kind: z.enum(Object.keys(ORGANISATION_KINDS) as [OrganisationKind, ...OrganisationKind[]]),
  /** Absent for the district itself. */
  superior: identifier.optional(),
});
export const registerPeople = z.strictObject({ people: z.array(person).min(1).max(200) });
export const fillSeat = seat.extend({ from: day });
export const vacateSeat = seat.extend({ until: day });
export const declareChannels = z.strictObject({
  /** All of them; an empty list says that there is none. */
  channels: z
    .array(z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]]))
    .max(4)
    .refine((channels) => new Set(channels).size === channels.length, 'each once'),
});
export const changePolicy = z.strictObject({
  policy: policySchema,
  reason: z.string().trim().min(1).max(1000),
});
