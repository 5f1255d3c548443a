import * as z from 'zod/mini';
import type { Typed } from '../catalogue/document-types.ts';
import { MAX_FILES } from '../file/types.ts';
import { AUDIENCES } from '../kernel/audience.ts';
import { LIMITS } from '../limits.ts';
import { day, identifier, instant } from '../organisation/commands.ts';
import { MATTER_NAMES } from '../organisation/policy.ts';
import { cleanLine, cleanText } from '../text.ts';
import { procedureFields } from './procedure-fields.ts';
import { BASES, WITHHOLDING_GROUNDS } from './vocabulary.ts';

const oneOf = <Table extends object>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]);

const title = cleanLine(LIMITS.title);
const reason = cleanText(LIMITS.reason);
const shortText = cleanLine(LIMITS.name);

/** Particulars that the form of a 公示 calls for: period, contact, supervision phone, how to object. */
const objectionTerms = z.strictObject({
  /** Counted from the day after release; the notice comes down at the end of the last one. */
  periodDays: z.int().check(z.minimum(1), z.maximum(180)),
  contact: shortText,
  phone: shortText,
  supervisionPhone: shortText,
  howToObject: cleanText(LIMITS.note),
});

const releaseStep = z.strictObject({
  audience: z.enum(AUDIENCES),
  /** Absent: as soon as the item is approved. */
  at: z.optional(instant),
});

/** Ten thousand million yuan: sums of 200 lines stay exact. */
const cents = z.int().check(z.minimum(-1_000_000_000_000), z.maximum(1_000_000_000_000));

/** Party fees, special funds, goods: a table whose total must match its lines (DF-16, TZ-15). */
const amounts = z.strictObject({
  unit: z.literal('yuan'),
  lines: z.array(z.strictObject({ label: shortText, cents })).check(z.minLength(1), z.maxLength(200)),
  totalCents: z.int(),
});

/** The sister streams that an item may point to; they never take its place (HZ-47, XH-38). */
const related = z.strictObject({
  stream: z.enum(['校务', '政务']),
  url: z.httpUrl().check(z.maxLength(500)),
});

/** Files of the organisation, each named once. */
export const fileIds = z.array(identifier).check(
  z.minLength(1),
  z.maxLength(MAX_FILES),
  z.refine((ids) => new Set(ids).size === ids.length, 'files must differ'),
);

export const itemContent = z.strictObject({
  /** Row of the organisation's catalogue under which the matter is disclosed. */
  row: identifier,
  title,
  /** Markdown subset; see rendering. */
  text: cleanText(LIMITS.text),
  basis: oneOf(BASES),
  /** Id of a type of the district's vocabulary; which ones those are, the rules say that have it before them. */
  documentType: identifier.check(
    z.describe('Id of a document type in force, as `/v1/vocabulary` lists them: `matter`, `public-notice` …'),
  ),
  matter: z.enum(MATTER_NAMES),
  /** Important items stay up at least the policy's minimum (全市: 不少于一周). */
  important: z.boolean(),
  forms: z.array(shortText).check(z.minLength(1), z.maxLength(10)),
  audience: z.enum(AUDIENCES),
  /** Who may read it when the audience is `named`. */
  named: z.optional(z.array(identifier).check(z.maxLength(200))),
  releasePlan: z.array(releaseStep).check(z.minLength(1), z.maxLength(4)),
  /** Taken down at the end of this day. */
  showUntil: z.optional(day),
  objection: z.optional(objectionTerms),
  /** Who supplies the content: an office, or the individual concerned (DF-22). */
  provider: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('office'), name: shortText }),
    z.strictObject({ kind: z.literal('person'), person: identifier }),
  ]),
  /** Answers for completeness and truth (HZ-38). */
  accountable: identifier,
  /** Three tiers of responsibility: who leads, who manages, who carries out (TZ-04). */
  responsibility: z.optional(
    z.strictObject({ leader: identifier, manager: identifier, executor: identifier }),
  ),
  /** Title or number of the document that it rests on (LY-19). */
  basedOn: z.optional(cleanLine(LIMITS.title)),
  amounts: z.optional(amounts),
  /** Shown with the text, to the same readers. */
  attachments: z.optional(fileIds),
  related: z.optional(related),
  /** Why content, form, audience or time differ from the catalogue row; without it a difference is refused (TZ-08). */
  exception: z.optional(reason),
  /** Not disclosed, and why; then approval leads to the full-picture page instead of a release. */
  withheld: z.optional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cannot'), ground: oneOf(WITHHOLDING_GROUNDS), explanation: reason }),
      z.strictObject({
        kind: z.literal('not-for-now'),
        ground: oneOf(WITHHOLDING_GROUNDS),
        explanation: reason,
        /** The day on which somebody has to look again. */
        lookAgainOn: day,
      }),
    ]),
  ),
  ...procedureFields,
  /** A plan waits for its result, a result names its plan; a half pair is listed (DF-08, JX-14). */
  pair: z.optional(
    z.discriminatedUnion('part', [
      z.strictObject({ part: z.literal('plan') }),
      z.strictObject({ part: z.literal('result'), plan: identifier }),
    ]),
  ),
  stages: z.optional(
    z.array(z.strictObject({ name: shortText, plannedOn: day })).check(
      z.minLength(1),
      z.maxLength(12),
      z.refine(
        (stages) => new Set(stages.map(({ name }) => name)).size === stages.length,
        'names must differ',
      ),
    ),
  ),
});
export type ItemContent = z.infer<typeof itemContent>;

/** As it is recorded: with what the type of the document was called, unless that goes without saying. */
export type RecordedContent = ItemContent & Pick<Typed, 'documentTypeName'>;
