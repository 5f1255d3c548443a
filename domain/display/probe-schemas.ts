import * as z from 'zod/mini';
import { identifier, instant } from '../organisation/commands.ts';

const organisation = z.object({ id: identifier, name: z.string() });
const display = z.object({ id: identifier, name: z.string(), place: z.string() });

/** Body of a message that a receiver must acknowledge and never show. */
export const testMessage = z.object({
  type: z.literal('notice.test'),
  timestamp: instant,
  data: z.object({
    id: z.string().check(z.regex(/^test-\d+$/)),
    test: z.literal(true),
    status: z.literal('test'),
    organisation,
    display,
    title: z.string(),
    text: z.string(),
  }),
});

/** Body of a message that a receiver must answer with the challenge, as the whole text or as `{"challenge": …}`. */
export const challengeMessage = z.object({
  type: z.literal('display.challenge'),
  timestamp: instant,
  data: z.object({ challenge: z.string().check(z.minLength(32), z.maxLength(64)), organisation, display }),
});
