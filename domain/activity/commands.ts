import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier, instant } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import type { Reader } from '../visibility.ts';
import {
  ACTIVITY_AUDIENCES,
  ACTIVITY_KINDS,
  type ActivityKind,
  LAYERS,
  type Layer,
  MEETING_TYPES,
  type MeetingType,
  TRAINING_AIMS,
  type TrainingAim,
} from './vocabulary.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>) =>
  z.enum(Object.keys(table) as [Key, ...Key[]]);
const count = z.int().check(z.minimum(0), z.maximum(100_000));
const audience = z.optional(z.enum(ACTIVITY_AUDIENCES));

export const activityCommands = {
  /** Something that has been held. A reception day is planned instead, so that people can book. */
  RecordActivity: z.strictObject({
    kind: keysOf<Exclude<ActivityKind, 'reception'>>(withoutReception()),
    /** Of a meeting. */
    meeting: z.optional(
      z.strictObject({ type: keysOf<MeetingType>(MEETING_TYPES), layer: keysOf<Layer>(LAYERS) }),
    ),
    /** Of a training: what it was about. */
    aims: z.optional(z.array(keysOf<TrainingAim>(TRAINING_AIMS)).check(z.minLength(1), z.maxLength(4))),
    title: cleanLine(LIMITS.title),
    heldOn: day,
    place: z.optional(cleanLine(LIMITS.name)),
    /** Who may know of it; absent: the unit. */
    audience,
    attendance: z.strictObject({
      members: z.optional(count),
      masses: z.optional(count),
      guests: z.optional(count),
    }),
    /** By name, as far as it matters; of this organisation unless one below it is named. */
    participants: z._default(
      z
        .array(z.strictObject({ person: identifier, organisation: z.optional(identifier) }))
        .check(z.maxLength(300)),
      [],
    ),
    /** 纪要. */
    minutes: z.optional(cleanText(LIMITS.note)),
    /** Items that it was about, or that were read. */
    items: z._default(z.array(identifier).check(z.maxLength(20)), []),
  }),
  /** 领导接待日: so many times of so many minutes, one after the other. */
  PlanReception: z.strictObject({
    title: cleanLine(LIMITS.title),
    /** Who receives: somebody of the organisation. */
    host: identifier,
    place: cleanLine(LIMITS.name),
    audience,
    startsAt: instant,
    slotMinutes: z.int().check(z.minimum(5), z.maximum(240)),
    slots: z.int().check(z.minimum(1), z.maximum(40)),
  }),
  BookReception: z.strictObject({
    /** From 0. */
    slot: z.int().check(z.minimum(0), z.maximum(39)),
    /** How to call somebody who has not signed in; they may as well come with their receipt alone. */
    name: z.optional(cleanLine(LIMITS.name)),
    subject: z.optional(cleanLine(LIMITS.title)),
  }),
  /** Whether somebody who had booked came. */
  RecordAttendance: z.strictObject({
    booking: identifier,
    came: z.boolean(),
    note: z.optional(cleanText(LIMITS.reason)),
  }),
  WithdrawActivity: z.strictObject({ reason: cleanText(LIMITS.reason) }),
} as const;

function withoutReception(): Readonly<Record<Exclude<ActivityKind, 'reception'>, string>> {
  const { reception: _, ...recorded } = ACTIVITY_KINDS;
  return recorded;
}

export type ActivityCommandType = keyof typeof activityCommands;

export interface ActivityFacts {
  readonly organisation: Organisation;
  /** Those of the organisations that participants are named of which are this one or stand below it. */
  readonly units: Readonly<Record<OrganisationId, Organisation>>;
  /** Those of the named items that there are. */
  readonly items: readonly string[];
  readonly reader: Reader;
  /** For booking: the id that it gets, which leads to no code. */
  readonly booking?: string;
}

export type ActivityCommand = {
  [Type in ActivityCommandType]: Command<Type, z.infer<(typeof activityCommands)[Type]>, ActivityFacts>;
}[ActivityCommandType];
export type ActivityCommandOf<Type extends ActivityCommandType> = Extract<ActivityCommand, { type: Type }>;
