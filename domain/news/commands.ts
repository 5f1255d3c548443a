import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import { NEWS_AUDIENCES, NEWS_STREAMS } from './vocabulary.ts';

const reason = cleanText(LIMITS.reason);

const text = {
  title: cleanLine(LIMITS.title),
  /** Markdown subset; see rendering. */
  text: cleanText(LIMITS.text),
  audience: z.enum(NEWS_AUDIENCES),
  /** Whoever writes says that it holds no secret of the Party or the state (LY-11). Somebody else checks it. */
  notSecret: z.boolean(),
};

export const newsCommands = {
  WriteNews: z.strictObject({ stream: z.enum(NEWS_STREAMS), ...text }),
  /** A new version, checked like the first one. Until then the version before it stays where it is. */
  CorrectNews: z.strictObject({
    ...text,
    /** What was wrong, for those who have read it; only a version that nobody was shown needs none. */
    correction: z.optional(reason),
  }),
  MaskNewsFinding: z.strictObject({ finding: identifier }),
  JustifyNewsFinding: z.strictObject({ finding: identifier, reason }),
  /** 保密审查 passed: it is on show from that moment. Names the version that was read, so that no later one slips by. */
  ReleaseNews: z.strictObject({ version: z.int().check(z.positive()), notSecret: z.boolean() }),
  ReturnNews: z.strictObject({ reason }),
  TakeDownNews: z.strictObject({ reason }),
} as const;
export type NewsCommandType = keyof typeof newsCommands;

export interface NewsFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

export type NewsCommand = {
  [Type in NewsCommandType]: Command<Type, z.infer<(typeof newsCommands)[Type]>, NewsFacts>;
}[NewsCommandType];
export type NewsCommandOf<Type extends NewsCommandType> = Extract<NewsCommand, { type: Type }>;
