import * as z from 'zod/mini';
import type { Command, DomainEvent } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import { identifier } from '../organisation/commands.ts';

export type NoticeType = 'notice.released' | 'notice.updated' | 'notice.withdrawn';

/** Why no answer came, when none did. */
export const TRANSPORT_FAILURES = {
  timeout: '超时未应答',
  unreachable: '无法连接',
  'address-refused': '地址不在允许的网络内',
} as const;
export type TransportFailure = keyof typeof TRANSPORT_FAILURES;

const revision = z.int().check(z.positive());
const answer = z.union([
  z.strictObject({
    status: z.int().check(z.minimum(100), z.maximum(599)),
    /** Seconds, from the header `Retry-After`. */
    retryAfter: z.optional(z.number().check(z.minimum(0))),
  }),
  z.strictObject({
    failure: z.enum(Object.keys(TRANSPORT_FAILURES) as [TransportFailure, ...TransportFailure[]]),
  }),
]);
/** What came back from the display. */
export type Answer = z.infer<typeof answer>;

export const deliveryCommands = {
  PlanDelivery: z.strictObject({
    display: identifier,
    item: identifier,
    /** False: it must not be seen there, or no longer. */
    onShow: z.boolean(),
    /** Version of the item's stream. A receiver ignores a revision lower than one it has. */
    revision,
    /** Digest of what the display would show, so that an event which changes nothing there sends nothing. */
    content: z.string().check(z.maxLength(64)),
  }),
  RecordAttempt: z.strictObject({ revision, attempt: z.int().check(z.positive()), answer }),
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

interface Attempted {
  readonly revision: number;
  readonly attempt: number;
  /** Absent when the sender itself never reported back. */
  readonly answer?: Answer;
}

export type DeliveryEvent =
  | DomainEvent<'DeliveryPlanned', Omit<DataOf<'PlanDelivery'>, 'onShow'> & { type: NoticeType }>
  /** A newer revision is to be sent instead. */
  | DomainEvent<'DeliverySuperseded', { revision: number; by: number }>
  | DomainEvent<'DeliverySucceeded', Attempted>
  | DomainEvent<'DeliveryFailed', Attempted & { nextAttemptAt: Instant }>
  /** The time of the next attempt has come. */
  | DomainEvent<'DeliveryRetryDue', { revision: number; attempt: number }>
  /** Nothing more is tried: the schedule has ended, or the receiver is gone for good. */
  | DomainEvent<'DeliveryExhausted', Attempted>
  | DomainEvent<'DeliveryDropped', DataOf<'DropDelivery'>>;
