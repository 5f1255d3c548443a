import * as z from 'zod/mini';
import { instant } from './answer-parts.ts';

const commit = z.object({
  stream: z.string(),
  version: z.int(),
  body: z.string().check(z.describe('The exact text that was hashed.')),
  previous: z.string(),
  hash: z
    .string()
    .check(z.describe('SHA-256, base64url, of stream, version, previous and body, joined by line feeds.')),
});

/** The record, and what seals it. */
export const RECORD_ANSWERS = {
  record: z.object({ commits: z.array(commit) }),
  seals: z.object({
    period: z.string(),
    seals: z.array(
      z.object({
        day: z.string(),
        at: instant,
        version: z.int(),
        heads: z.int().check(z.describe('How many streams had changed.')),
        hash: z.string().check(z.describe('Stands for the whole record up to then. See docs/verifying.md.')),
      }),
    ),
  }),
} as const;
