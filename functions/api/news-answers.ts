import * as z from 'zod/mini';
import { NEWS_AUDIENCES, NEWS_STAGES, NEWS_STREAMS } from '../../domain/news/vocabulary.ts';
import { instant, keysOf } from './answer-parts.ts';

const shown = {
  version: z.int(),
  title: z.string(),
  audience: z.enum(NEWS_AUDIENCES),
  since: instant.check(z.describe('When it first was on show, in whichever version.')),
  at: instant.check(z.describe('When this version came.')),
};
const news = {
  id: z.string(),
  stream: z.enum(NEWS_STREAMS),
  label: z
    .string()
    .check(z.describe('What the stream is called here: 党建动态, 校务公开, 检务公开 and the like.')),
};
const working = z.object({ title: z.string(), stage: keysOf(NEWS_STAGES), writtenAt: instant });

/** What readings of news answer with. */
export const NEWS_ANSWERS = {
  newsList: z.object({
    news: z.array(
      z.object({
        ...news,
        shown: z.optional(z.object(shown)),
        work: z.optional(working).check(z.describe('Only for those who work here: its newest version.')),
      }),
    ),
    next: z.optional(z.string()),
  }),
  news: z.object({
    ...news,
    streamVersion: z.int(),
    shown: z.optional(z.object({ ...shown, text: z.string(), correction: z.optional(z.string()) })),
    work: z
      .optional(
        z.looseObject({ stage: keysOf(NEWS_STAGES), versions: z.array(z.looseObject({ number: z.int() })) }),
      )
      .check(z.describe('Only for those who work here: every version, and why it was taken down.')),
  }),
} as const;
