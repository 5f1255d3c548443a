import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';

const line = z.string().check(z.maxLength(1_000));
/** A request takes 128 KB as a whole, of which a text in Chinese takes three bytes a character. */
const html = z.string().check(z.maxLength(100_000));
const plain = z.string().check(z.maxLength(LIMITS.text));
const header = z.string().check(z.maxLength(8_000));

/** One mail as whatever takes mail in for an organisation hands it over, parsed and decoded. */
export const inboundMail = z.strictObject({
  /** `Message-ID`, with or without its angle brackets: the same mail is taken once. */
  messageId: z.string().check(z.trim(), z.minLength(3), z.maxLength(1_000)),
  /** `From`: `张三 <zhang@example.org>` or the bare address. */
  from: line,
  to: z.array(line).check(z.maxLength(100)),
  subject: z.optional(line),
  text: z.optional(plain),
  /** Read only where there is no text. */
  html: z.optional(html),
  /** By name in any case. `Auto-Submitted`, `Return-Path`, `Precedence` and the like tell machines from people. */
  headers: z.optional(
    z.record(z.string().check(z.maxLength(200)), z.union([header, z.array(header).check(z.maxLength(50))])),
  ),
  /** What came with it. Only the names are taken. */
  attachments: z.optional(
    z
      .array(z.strictObject({ name: line, size: z.optional(z.int().check(z.minimum(0))) }))
      .check(z.maxLength(100)),
  ),
});

export type InboundMail = z.infer<typeof inboundMail>;
