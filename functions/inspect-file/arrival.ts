import type { Instant } from '../../domain/kernel/time.ts';
import { type Fields, isInstant, isText, readMessage } from '../edge/message.ts';

/** An object that has arrived, as S3 tells EventBridge. */
export interface Arrival {
  /** The same however often it is told. */
  readonly id: string;
  readonly key: string;
  readonly at: Instant;
}

interface S3Event {
  readonly id: string;
  readonly time: Instant;
  readonly detail: unknown;
}

const EVENT: Fields<S3Event> = { id: isText, time: isInstant, detail: (value) => typeof value === 'object' };
const OBJECT: Fields<{ readonly key: string }> = { key: isText };

/** @throws Error naming the fields that are missing or wrong */
export function readArrival(body: unknown): Arrival {
  const { id, time, detail } = readMessage<S3Event>(EVENT, body);
  const { key } = readMessage<{ key: string }>(OBJECT, (detail as { object?: unknown } | null)?.object);
  return { id, key, at: new Date(time).toISOString() };
}
