import * as z from 'zod/mini';
import { ADJUSTMENT_KINDS } from '../../domain/catalogue/adjustments.ts';
import { ROW_ATTRIBUTES } from '../../domain/catalogue/diff.ts';
import { catalogueRowSchema } from '../../domain/catalogue/row.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import { POWER_OUTCOMES } from '../../domain/power/vocabulary.ts';
import { instant, keysOf } from './answer-parts.ts';

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
  document: z.boolean(),
});

/** What readings of catalogues answer with. */
export const CATALOGUE_ANSWERS = {
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
  vocabulary: z.object({ forms: z.array(form), classes: z.array(z.string()) }),
  powers: z.object({
    edition: z.optional(
      z.looseObject({ version: z.int(), audience: z.enum(AUDIENCES), at: instant, powers: z.array(power) }),
    ),
    versions: z.array(z.object({ version: z.int(), at: instant })),
    work: z.optional(z.object({ powers: z.array(power) })),
  }),
} as const;
