import * as z from 'zod/mini';
import { ID_PATTERN } from '../kernel/scope.ts';
import { isDay } from '../kernel/time.ts';
import { BODIES, type Body, POSITIONS, type Position } from './body.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { ORGANISATION_KINDS, type OrganisationKind, UNIT_KINDS, type UnitKind } from './kinds.ts';
import { policySchema } from './policy-schema.ts';
import { SUPERVISOR_SOURCES, type SupervisorSource } from './supervisors.ts';

export const identifier = z.string().check(z.regex(ID_PATTERN));
export const day = z.string().check(z.refine(isDay, 'not a day of the form 2026-11-22'));

const isWithinDays = (text: string): boolean => isDay(text.slice(0, 10));

/**
 * An instant with its offset, turned into the one form that the domain compares as text: UTC with milliseconds.
 * `2026-09-01T08:00:00+08:00` becomes `2026-09-01T00:00:00.000Z`.
 */
export const instant = z.iso.datetime({ offset: true, abort: true }).check(
  z.refine(isWithinDays, 'not a year from 1900 to 2199'),
  z.overwrite((text) => new Date(text).toISOString()),
);

const trimmed = (min: number, max: number) => z.string().check(z.trim(), z.minLength(min), z.maxLength(max));

const person = z.strictObject({
  /** The subject of the person's log-in; the only link between a token and a member. */
  id: identifier,
  name: trimmed(1, 30),
  partyMember: z.boolean(),
  /** Teachers and staff, who belong to the unit whether or not they are in the Party. */
  staff: z.boolean(),
  /** Where reminders are sent. Shown to nobody outside the organisation. */
  email: z.optional(z.email().check(z.maxLength(254))),
});
export type Person = z.infer<typeof person>;

const seat = z.strictObject({
  body: z.enum(Object.keys(BODIES) as [Body, ...Body[]]),
  position: z.enum(Object.keys(POSITIONS) as [Position, ...Position[]]),
  person: identifier,
});

export const onboardOrganisation = z.strictObject({
  name: trimmed(2, 60),
  shortName: trimmed(1, 20),
  kind: z.enum(Object.keys(ORGANISATION_KINDS) as [OrganisationKind, ...OrganisationKind[]]),
  /** Absent for the district itself. */
  superior: z.optional(identifier),
  unit: z.optional(z.enum(Object.keys(UNIT_KINDS) as [UnitKind, ...UnitKind[]])),
  /** The organisation that it was split from: it begins with that one's policy. */
  origin: z.optional(identifier),
});
export const registerPeople = z.strictObject({
  people: z.array(person).check(z.minLength(1), z.maxLength(200)),
});
export const fillSeat = z.extend(seat, {
  from: day,
  /** End of the term, which is the first day without the seat; who supervises has one (HZ-41). */
  until: z.optional(day),
  /** Id of the place that is filled, where the body was laid out in places. */
  place: z.optional(identifier),
  /** Of a supervisor: whom they were chosen from. */
  source: z.optional(z.enum(Object.keys(SUPERVISOR_SOURCES) as [SupervisorSource, ...SupervisorSource[]])),
  /** The organisation that the person belongs to, and does not inspect. */
  unit: z.optional(identifier),
});
export const vacateSeat = z.extend(seat, { until: day });
export const declareChannels = z.strictObject({
  /** All of them; an empty list says that there is none. */
  channels: z.array(z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]])).check(
    z.maxLength(4),
    z.refine((channels) => new Set(channels).size === channels.length, 'each once'),
  ),
});
/** Makes every address of the organisation's calendar feeds worthless; new ones are shown on its ledger. */
export const revokeFeeds = z.strictObject({ reason: trimmed(1, 1000) });
export const changePolicy = z.strictObject({
  policy: policySchema,
  reason: trimmed(1, 1000),
});
