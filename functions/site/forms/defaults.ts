import {
  type DocumentTypes,
  findDocumentType,
  plainType,
  typesInForce,
} from '../../../domain/catalogue/document-types.ts';
import { DEFAULT_FORMS, findForm } from '../../../domain/catalogue/forms.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';

/**
 * What the form starts from, so that a routine matter takes few inputs: the last item of the same row brought forward
 * by one period, or else what follows from the row itself.
 */
export function startingContent(
  row: CatalogueRow,
  organisation: Organisation,
  person: string,
  now: Instant,
  types: DocumentTypes,
  last?: ItemContent,
): Partial<ItemContent> {
  if (last) return broughtForward(last, types);
  const audience = row.audience ?? 'party';
  return {
    title: row.timing === 'periodic' ? `${quarterOf(now)}${nameOf(row)}` : '',
    basis: row.mandated ? 'statutory' : 'voluntary',
    documentType: plainType(types),
    matter: 'ordinary',
    important: false,
    forms: startingForms(row),
    audience,
    releasePlan: [{ audience }],
    provider: { kind: 'office', name: '党务公开办公室' },
    accountable: headOf(organisation) ?? person,
  };
}

/** The forms of the row that a page carries; where none is, the first: it is to choose from, not all at once. */
function startingForms({ forms }: CatalogueRow): string[] {
  const online = forms.filter((name) => findForm(DEFAULT_FORMS, name)?.online);
  return online.length > 0 ? online : forms.slice(0, 1);
}

const headOf = ({ seats }: Organisation): string | undefined =>
  seats.find((seat) => seat.body === 'leading-group' && seat.position === 'head' && seat.until === undefined)
    ?.person;

/** What belonged to the last one: its days and reasons, and how it came about. */
const OWN: ReadonlySet<string> = new Set<keyof ItemContent>([
  'showUntil',
  'withheld',
  'pair',
  'stages',
  'decision',
  'noDecision',
  'lifeMeeting',
  'tender',
]);

/** The rest usually stays as it was, without times. */
function broughtForward(last: ItemContent, types: DocumentTypes): Partial<ItemContent> {
  const { releasePlan, title, documentType } = last;
  const kept: Partial<ItemContent> = Object.fromEntries(
    Object.entries(last).filter(([name]) => !OWN.has(name)),
  );
  return {
    ...kept,
    title: nextPeriod(title),
    documentType: findDocumentType(typesInForce(types), documentType) ? documentType : plainType(types),
    releasePlan: releasePlan.map(({ audience }) => ({ audience })),
  };
}

const QUARTERS = ['一', '二', '三', '四'] as const;

/** 2026年第四季度 */
function quarterOf(now: Instant): string {
  const [year, month] = dayOf(now).split('-');
  return `${year}年第${QUARTERS[Math.floor((Number(month) - 1) / 3)]}季度`;
}

/** The title with its quarter, half-year or year moved on by one; unchanged when it names none. */
export function nextPeriod(title: string): string {
  const quarter = /(\d{4})年第?([一二三四])季度/.exec(title);
  if (quarter) {
    const at = QUARTERS.indexOf(quarter[2] as (typeof QUARTERS)[number]);
    const year = Number(quarter[1]) + (at === 3 ? 1 : 0);
    return title.replace(quarter[0], `${year}年第${QUARTERS[(at + 1) % 4]}季度`);
  }
  const half = /(\d{4})年(上|下)半年/.exec(title);
  if (half) {
    const next = half[2] === '上' ? `${half[1]}年下半年` : `${Number(half[1]) + 1}年上半年`;
    return title.replace(half[0], next);
  }
  return title.replace(/(\d{4})(年度|年)/, (_, year: string, unit: string) => `${Number(year) + 1}${unit}`);
}
