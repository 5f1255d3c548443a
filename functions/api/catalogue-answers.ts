import * as z from 'zod/mini';
import { ADJUSTMENT_KINDS } from '../../domain/catalogue/adjustments.ts';
import { ROW_ATTRIBUTES } from '../../domain/catalogue/diff.ts';
import { catalogueRowSchema } from '../../domain/catalogue/row.ts';
import { WORD_ATTRIBUTES, WORD_CHANGES, WORD_KINDS } from '../../domain/catalogue/vocabulary/diff.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import { POWER_OUTCOMES } from '../../domain/power/vocabulary.ts';
import { audience, instant, keysOf } from './answer-parts.ts';

const attributeChange = z.object({
  attribute: keysOf(ROW_ATTRIBUTES),
  before: z.optional(z.unknown()),
  after: z.optional(z.unknown()),
});
const diff = z.object({
  added: z.array(catalogueRowSchema),
  removed: z.array(catalogueRowSchema),
  changed: z.array(z.object({ row: catalogueRowSchema, changes: z.array(attributeChange) })),
});

const power = z.looseObject({
  id: z.string(),
  holder: z.looseObject({ kind: z.enum(['collective', 'leader']) }),
  name: z.string(),
  basis: z.string(),
  scope: z.optional(z.string()),
  person: z.optional(z.string()).check(z.describe('Name of the leader.')),
  findings: z.array(
    z.object({ outcome: keysOf(POWER_OUTCOMES), problem: z.string(), measure: z.string(), at: instant }),
  ),
});

const form = z.object({
  name: z.string(),
  aliases: z.optional(z.array(z.string())),
  online: z.boolean(),
  widest: z.enum(AUDIENCES),
  boardPage: z.boolean(),
  display: z.boolean(),
  officeSystem: z.optional(z.boolean()),
  document: z.boolean(),
});

const documentType = z.object({
  id: z.string(),
  name: z.string(),
  asksObjections: z
    .boolean()
    .check(z.describe('A text of this type says for how long, whom to call and how to object.')),
  retired: z
    .optional(z.literal(true))
    .check(z.describe('Nothing new is written as one; what was stays what it is.')),
});

const wordChange = z.object({
  kind: keysOf(WORD_KINDS),
  id: z.string(),
  name: z.string(),
  change: keysOf(WORD_CHANGES),
  attributes: z.array(
    z.object({
      attribute: keysOf(WORD_ATTRIBUTES),
      before: z.optional(z.unknown()),
      after: z.optional(z.unknown()),
    }),
  ),
});

/** What readings of catalogues answer with. */
export const CATALOGUE_ANSWERS = {
  catalogue: z.object({
    rows: z.array(
      z.object({
        row: catalogueRowSchema,
        priority: z.boolean(),
        tags: z.array(z.string()),
        state: z.enum(['disclosed', 'offline', 'withheld', 'not-for-now', 'open']),
        items: z.array(z.object({ id: z.string(), title: z.string(), releasedAt: instant })),
        elsewhere: z.int(),
        offline: z.array(z.object({ audience, at: instant })),
        withheld: z.array(z.looseObject({ kind: z.string(), ground: z.string(), explanation: z.string() })),
        warnings: z.array(z.looseObject({ code: z.string(), zh: z.string(), en: z.string() })),
      }),
    ),
    completeness: z
      .object({
        mandated: z.int(),
        settled: z.int(),
        optional: z.int(),
        optionalSettled: z.int(),
        later: z.int(),
      })
      .check(z.describe('Rows that are owed today; completeness is `settled` of `mandated`.')),
  }),
  catalogueView: z.object({
    view: z.string(),
    name: z.string(),
    headings: z.array(
      z.object({
        tag: z.string(),
        name: z.string(),
        text: z.optional(z.string()),
        rows: z.array(catalogueRowSchema),
      }),
    ),
  }),
  catalogueVersion: z.object({
    version: z.int(),
    title: z.optional(z.string()),
    rows: z.array(catalogueRowSchema),
  }),
  catalogueDiff: diff,
  adjustments: z.object({
    year: z.int(),
    counts: z.record(keysOf(ADJUSTMENT_KINDS), z.int()),
    summary: z.string().check(z.describe('Chinese, plain text, ready to be edited.')),
    adjustments: z.array(
      z.looseObject({
        version: z.int(),
        at: instant,
        kind: keysOf(ADJUSTMENT_KINDS),
        about: z.object({ id: z.string(), name: z.string() }),
        reason: z.optional(z.string()),
        changes: z.array(attributeChange),
        approved: z.optional(z.boolean()),
      }),
    ),
  }),
  catalogueChanges: z.object({
    streamVersion: z.int(),
    waiting: z.array(
      z.looseObject({
        id: z.string(),
        at: instant,
        event: z.looseObject({ type: z.enum(['RowRefined', 'LocalRowAdded', 'RowDropped']) }),
      }),
    ),
    below: z.array(z.object({ organisation: z.string(), waiting: z.int() })),
  }),
  templates: z.object({
    templates: z.array(
      z.object({
        template: z.string(),
        title: z.string(),
        version: z.int(),
        rows: z.int(),
        units: z.array(z.string()),
        publishedAt: z.optional(instant),
      }),
    ),
  }),
  template: z.object({
    template: z.string(),
    version: z.int(),
    title: z.string(),
    rows: z.array(catalogueRowSchema),
    versions: z.array(z.looseObject({ version: z.int(), title: z.string(), rows: z.int() })),
  }),
  templateDiff: diff,
  vocabulary: z.object({
    version: z.int(),
    forms: z.array(form),
    classes: z.array(z.string()),
    documentTypes: z.array(documentType),
  }),
  vocabularyVersions: z.object({
    versions: z.array(
      z.object({
        version: z.int(),
        at: z.optional(instant),
        reason: z.optional(z.string()),
        changes: z.array(wordChange),
      }),
    ),
  }),
  vocabularyDiff: z.object({ changes: z.array(wordChange) }),
  powers: z.object({
    edition: z.optional(
      z.looseObject({ version: z.int(), audience: z.enum(AUDIENCES), at: instant, powers: z.array(power) }),
    ),
    versions: z.array(z.object({ version: z.int(), at: instant })),
    work: z.optional(z.object({ powers: z.array(power) })),
  }),
} as const;
