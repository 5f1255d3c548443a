import * as z from 'zod/mini';
import { challengeMessage, testMessage } from '../../domain/display/probe-schemas.ts';
import { itemContent } from '../../domain/item/content.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import { ID_PATTERN, type StreamKind } from '../../domain/kernel/scope.ts';
import { instant } from './answer-parts.ts';

/** Shapes of what is sent: events on the bus, notices to displays. Whoever receives must expect further members. */
const id = z.string().check(z.regex(ID_PATTERN));
const positive = z.int().check(z.positive());

/** `detail` of an event on the bus. The same test as `readBusEvent`, which consumers use to start sooner. */
export const busEvent = z.object({
  id: z.string().check(z.describe('The same for every attempt to send it: the key to recognise repeats by.')),
  type: z.string(),
  version: z.literal(1),
  organisation: id,
  stream: z.string().check(z.describe('The aggregate to read: what happened is in its record, not in here.')),
  streamVersion: positive.check(
    z.describe('Version of the stream after the commit that the event is part of.'),
  ),
  audience: z.optional(z.enum(AUDIENCES)),
  time: instant,
  correlation: z.string().check(z.describe('The same for everything that one request led to.')),
});

/** Name of an aggregate of one of these kinds. */
export const streamPattern = (kinds: readonly StreamKind[]): string => {
  const name = ID_PATTERN.source.slice(1, -1);
  return `^ORG#${name}#(${kinds.join('|')})#${name}$`;
};

const { title, text, objection: terms } = itemContent.shape;
const objection = z.object(terms.def.innerType.shape);

const common = {
  id: id.check(z.describe('Of the item; unique within the organisation.')),
  revision: positive.check(
    z.describe('Grows with every change of the item. Ignore a lower one than you have.'),
  ),
  organisation: z.object({ id, name: z.string() }),
};

const shown = z.object({
  ...common,
  status: z.literal('on-show'),
  title,
  row: z.object({ id: z.string(), class: z.string(), name: z.string() }),
  documentType: z
    .object({ id, name: z.string() })
    .check(
      z.describe(
        'The district edits its document types (`/v1/vocabulary`), so expect new ids. The name is that of when the text was written.',
      ),
    ),
  objection: z.optional(
    objection.check(
      z.describe(
        'With a 公示 and whatever else asks for objections: for how long, whom to call, how to object.',
      ),
    ),
  ),
  version: positive.check(z.describe('How often it has been disclosed, as people count.')),
  releasedAt: instant,
  showUntil: z.optional(instant.check(z.describe('First instant at which it must be gone.'))),
  url: z.url().check(z.describe('Where people read it in full.')),
  summary: z.string().check(z.maxLength(120), z.describe('Plain text on one line.')),
  text: z.optional(text).check(z.describe('Markdown. Left out when the body would reach 20,000 bytes.')),
});

const gone = z.object({ ...common, status: z.enum(['withdrawn', 'expired']) });

const notice = <Type extends string, Data extends z.ZodMiniType>(type: Type, data: Data) =>
  z.object({ type: z.literal(type), timestamp: instant, data });

/** Bodies of the messages to displays, by their type. */
export const DISPLAY_MESSAGES = {
  'notice.released': notice('notice.released', shown),
  'notice.updated': notice('notice.updated', shown),
  'notice.withdrawn': notice('notice.withdrawn', gone),
  'notice.test': testMessage,
  'display.challenge': challengeMessage,
} as const;
export type DisplayMessageType = keyof typeof DISPLAY_MESSAGES;

/** Headers of Standard Webhooks 1.0.0. */
export const webhookHeaders = z.object({
  'webhook-id': z
    .string()
    .check(z.regex(/^[^.]+$/), z.describe('The same for every attempt: the key to recognise repeats by.')),
  'webhook-timestamp': z.string().check(z.regex(/^\d+$/), z.describe('Seconds since 1970, of the attempt.')),
  'webhook-signature': z
    .string()
    .check(
      z.regex(/^v1,[A-Za-z0-9+/]{43}=( v1,[A-Za-z0-9+/]{43}=)*$/),
      z.describe('HMAC-SHA256 of id.timestamp.body in base64; two while a secret is being rotated.'),
    ),
});
