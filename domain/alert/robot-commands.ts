import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { cleanLine, cleanText } from '../text.ts';
import { ROBOT_KINDS } from './platforms.ts';

/** What people may ask about the group robots of their organisation. */
export const robotCommands = {
  RegisterRobot: z.strictObject({
    kind: z.enum(ROBOT_KINDS),
    name: cleanLine(LIMITS.name),
    /** As the platform shows it for copying, with the key in it. */
    address: z.url({ protocol: /^https?$/ }).check(z.maxLength(500)),
    /** With which messages are signed; 企业微信 has none. */
    secret: z.optional(cleanLine(LIMITS.title)),
  }),
  RemoveRobot: z.strictObject({ reason: cleanText(LIMITS.reason) }),
} as const;
export type RobotCommandType = keyof typeof robotCommands;
