import * as z from 'zod/mini';
import { COVERAGE } from '../../domain/file/coverage.ts';
import { REJECTIONS } from '../../domain/file/rejections.ts';
import { FILE_TYPES } from '../../domain/file/types.ts';
import { instant, keysOf } from './answer-parts.ts';

const file = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.enum(['awaited', 'accepted', 'rejected', 'lapsed']),
  requestedAt: instant,
  type: z.optional(keysOf(FILE_TYPES)),
  bytes: z.optional(z.int()).check(z.describe('Of what readers get: the original without its metadata.')),
  thumbnail: z.optional(z.literal(true)),
  screening: z
    .optional(
      z.object({
        coverage: keysOf(COVERAGE),
        findings: z.array(z.object({ kind: z.string(), count: z.int(), masked: z.string() })),
      }),
    )
    .check(z.describe('Screened for personal data: all of it, its text only, or not at all.')),
  rejection: z.optional(keysOf(REJECTIONS)),
});

export const filesAnswer = z.array(file);

export const FILE_ANSWERS = {
  upload: file,
  itemFile: z.object({
    ...file.shape,
    url: z.string().check(z.describe('Signed; good until `expiresAt`.')),
    thumbnailUrl: z.optional(z.string()),
    expiresAt: instant,
  }),
} as const;

export const uploadAnswer = z.object({
  url: z.string(),
  fields: z
    .record(z.string(), z.string())
    .check(z.describe('Sent as they are by multipart/form-data to `url`, the file after them as `file`.')),
  expiresAt: instant,
});
