import * as z from 'zod';
import { AUDIENCES, type Audience } from '../../domain/kernel/audience.ts';
import { type Commit, eventId } from '../../domain/kernel/commit.ts';
import { parseStream } from '../../domain/kernel/scope.ts';

/** What crosses the bus: that something happened, never what it says. Consumers read the stream it names. */
export const busEvent = z.object({
  /** The same for every attempt to send it. */
  id: z.string(),
  type: z.string(),
  version: z.literal(1),
  organisation: z.string(),
  stream: z.string(),
  streamVersion: z.int(),
  audience: z.enum(AUDIENCES).optional(),
  time: z.string(),
  correlation: z.string(),
});
export type BusEvent = z.infer<typeof busEvent>;

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
  return AUDIENCES.includes(audience as Audience) ? { audience: audience as Audience } : {};
}
