import * as z from 'zod/mini';
import type { Command, DomainEvent } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import { identifier } from '../organisation/commands.ts';
import { EXCERPT_LENGTH } from './attempt-log.ts';

export const NOTICE_TYPES = ['notice.released', 'notice.updated', 'notice.withdrawn'] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** Why no answer came, when none did. */
export const TRANSPORT_FAILURES = {
  timeout: '超时未应答',
  unreachable: '无法连接',
  'address-refused': '地址不在允许的网络内',
} as const;
export type TransportFailure = keyof typeof TRANSPORT_FAILURES;

const revision = z.int().check(z.positive());
const durationMs = z.optional(z.int().check(z.minimum(0)));

export const answerSchema = z.union([
  z.strictObject({
    status: z.int().check(z.minimum(100), z.maximum(599)),
    /** Seconds, from the header `Retry-After`. */
    retryAfter: z.optional(z.number().check(z.minimum(0))),
    /** The beginning of what it said, on one line, without control characters; absent when it said nothing. */
    excerpt: z.optional(z.string().check(z.maxLength(EXCERPT_LENGTH))),
    /** The receiver did not take the message, whatever its status: its code or a step on the way says so. */
    refused: z.optional(z.literal(true)),
  }),
  z.strictObject({
    failure: z.enum(Object.keys(TRANSPORT_FAILURES) as [TransportFailure, ...TransportFailure[]]),
  }),
]);
/** What came back from the display. */
export type Answer = z.infer<typeof answerSchema>;

const plan = z.strictObject({
  display: identifier,
  item: identifier,
  /** False: it must not be seen there, or no longer. */
  onShow: z.boolean(),
  /** Version of the item's stream. A receiver ignores a revision lower than one it has. */
  revision,
  /** Digest of what the display would show, so that an event which changes nothing there sends nothing. */
  content: z.string().check(z.maxLength(64)),
  /** What the display wants to hear of; absent: everything. */
  wants: z.optional(z.array(z.enum(NOTICE_TYPES))),
});

export const deliveryCommands = {
  PlanDelivery: plan,
  /** Somebody asked for it. What has changed meanwhile is planned with it. */
  ResendDelivery: plan,
  RecordAttempt: z.strictObject({
    revision,
    attempt: z.int().check(z.positive()),
    answer: answerSchema,
    durationMs,
  }),
  RecordResend: z.strictObject({
    revision,
    resend: z.int().check(z.positive()),
    answer: answerSchema,
    durationMs,
  }),
  /** Too many messages at once for this display: what is under way goes out at `until`. */
  PostponeDelivery: z.strictObject({ revision, until: z.string() }),
  /** The display takes no notices at present; what is on show is planned again when it does. */
  DropDelivery: z.strictObject({ revision, reason: z.enum(['display-disabled', 'display-without-address']) }),
  TimePassed: z.strictObject({}),
} as const;
export type DeliveryCommandType = keyof typeof deliveryCommands;
type DataOf<Type extends DeliveryCommandType> = z.infer<(typeof deliveryCommands)[Type]>;

export type DeliveryCommand = {
  [Type in DeliveryCommandType]: Command<Type, DataOf<Type>, Record<never, never>>;
}[DeliveryCommandType];
export type DeliveryCommandOf<Type extends DeliveryCommandType> = Extract<DeliveryCommand, { type: Type }>;

/** Why a notice was not sent: the last one is the display's own wish. */
export type DropReason = DataOf<'DropDelivery'>['reason'] | 'not-wanted';

interface Attempted {
  readonly revision: number;
  readonly attempt: number;
  /** Absent when the sender itself never reported back. */
  readonly answer?: Answer;
  readonly durationMs?: number | undefined;
}

/** How many times it was asked for again. */
interface Resend {
  readonly revision: number;
  readonly resend: number;
}

export type DeliveryEvent =
  | DomainEvent<'DeliveryPlanned', Omit<DataOf<'PlanDelivery'>, 'onShow' | 'wants'> & { type: NoticeType }>
  /** A newer revision is to be sent instead. */
  | DomainEvent<'DeliverySuperseded', { revision: number; by: number }>
  | DomainEvent<'DeliverySucceeded', Attempted>
  | DomainEvent<'DeliveryFailed', Attempted & { nextAttemptAt: Instant }>
  /** The time of the next attempt has come, or of what was put off; `resend` when that was asked for. */
  | DomainEvent<'DeliveryRetryDue', { revision: number; attempt: number; resend?: number }>
  /** Neither an attempt nor a failure: it has to wait its turn. */
  | DomainEvent<'DeliveryPostponed', { revision: number; until: Instant }>
  | DomainEvent<'DeliveryResendRequested', Resend>
  /** One attempt and no more. Without an answer when the sender itself never reported back. */
  | DomainEvent<'DeliveryResent', Resend & Omit<Attempted, 'attempt'>>
  /** Nothing more is tried: the schedule has ended, or the receiver is gone for good. */
  | DomainEvent<'DeliveryExhausted', Attempted>
  | DomainEvent<'DeliveryDropped', { revision: number; reason: DropReason }>;
