import { AUDIENCES, type Audience } from '../../domain/kernel/audience.ts';
import { type Commit, eventId } from '../../domain/kernel/commit.ts';
import { parseStream } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { type Fields, isText, readMessage } from './message.ts';

/** What crosses the bus: that something happened, never what it says. Consumers read the stream it names. */
export interface BusEvent {
  /** The same for every attempt to send it. */
  readonly id: string;
  readonly type: string;
  readonly version: 1;
  readonly organisation: string;
  readonly stream: string;
  readonly streamVersion: number;
  readonly audience?: Audience | undefined;
  readonly time: Instant;
  readonly correlation: string;
}

const isAudience = (value: unknown): value is Audience => AUDIENCES.includes(value as Audience);

const FIELDS: Fields<BusEvent> = {
  id: isText,
  type: isText,
  version: (value) => value === 1,
  organisation: isText,
  stream: isText,
  streamVersion: Number.isSafeInteger,
  audience: (value) => value === undefined || isAudience(value),
  time: isText,
  correlation: isText,
};

/** @throws Error naming the fields that are wrong */
export const readBusEvent = (value: unknown): BusEvent => readMessage(FIELDS, value);

/** The thin events of one commit, in their order. */
export function busEventsOf(commit: Commit): BusEvent[] {
  const { organisation } = parseStream(commit.stream);
  return commit.events.map((event, index) => ({
    id: eventId(commit, index),
    type: event.type,
    version: 1,
    organisation,
    stream: commit.stream,
    streamVersion: commit.version,
    ...audienceOf(event.data),
    time: commit.at,
    correlation: commit.correlation,
  }));
}

function audienceOf(data: unknown): { audience?: Audience } {
  const audience = (data as { audience?: unknown } | null)?.audience;
  return isAudience(audience) ? { audience } : {};
}
