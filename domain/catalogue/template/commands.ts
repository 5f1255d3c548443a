import * as z from 'zod/mini';
import type { Command } from '../../kernel/decider.ts';
import { LIMITS } from '../../limits.ts';
import { cleanLine, cleanText } from '../../text.ts';
import type { FormVocabulary } from '../forms.ts';
import { catalogueRowSchema, rowParticulars } from '../row.ts';

/** A catalogue of more rows is none that a school can work by. */
const MOST_ROWS = 150;

const { shape } = catalogueRowSchema;
const { tags, priority } = rowParticulars;

/** A row as the district asks for it. What only an organisation can say of its own, it cannot hold. */
export const templateRowSchema = z.strictObject({
  id: z.string().check(
    z.regex(/^[a-z]-[a-z0-9-]{0,37}[a-z0-9]$/),
    z.refine((id) => !id.startsWith('l-'), 'ids of local rows begin with `l-`'),
  ),
  no: shape.no,
  level1: shape.level1,
  level2: shape.level2,
  level3: shape.level3,
  forms: shape.forms,
  openEnded: z._default(z.boolean(), true),
  audience: shape.audience,
  timing: shape.timing,
  mandated: z._default(z.boolean(), true),
  priority,
  tags,
});

export const templateCommands = {
  /** 下发目录: the next version of the template. */
  PublishTemplate: z.strictObject({
    title: cleanLine(LIMITS.title),
    /** Kinds of unit that it is for, in words: 中小学, 幼儿园, 乡镇中心校 … */
    units: z._default(z.array(cleanLine(LIMITS.name)).check(z.maxLength(10)), []),
    rows: z.array(templateRowSchema).check(z.minLength(1), z.maxLength(MOST_ROWS)),
    reason: cleanText(LIMITS.reason),
  }),
} as const;

export type TemplateRow = z.infer<typeof templateRowSchema>;

export interface TemplateFacts {
  /** Of the district's office. */
  readonly mayPublish: boolean;
  /** The template, as its stream is named. */
  readonly kind: string;
  readonly forms: FormVocabulary;
  /** Classes that the district has listed; absent while it has listed none. */
  readonly classes?: readonly string[];
}

export type PublishTemplate = Command<
  'PublishTemplate',
  z.infer<typeof templateCommands.PublishTemplate>,
  TemplateFacts
>;
