import * as z from 'zod/mini';
import { NEWS_STREAMS } from '../../domain/news/vocabulary.ts';
import { page } from './query-schemas.ts';

/** One stream only; both when left out. */
export const newsAsked = z.extend(page, { stream: z.optional(z.enum(NEWS_STREAMS)) });
