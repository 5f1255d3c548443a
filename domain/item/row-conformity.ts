import { type Deviation, deviations } from '../catalogue/conformity.ts';
import type { CatalogueRow } from '../catalogue/row.ts';
import { DEFAULT_DUTY_RULES } from '../duty/rules.ts';
import { addDays, dayOf, type Instant } from '../kernel/time.ts';
import type { ItemContent } from './content.ts';

/** One respect in which a content is not what its row says: 内容、形式、时限、范围 (TZ-08). */
export interface RowDeviation extends Omit<Deviation, 'aspect'> {
  readonly aspect: Deviation['aspect'] | 'content' | 'timing';
  /** The field of the content that it is about. */
  readonly field: keyof ItemContent;
}

const FIELDS = { form: 'forms', audience: 'audience' } as const;

/**
 * Everything that the record can tell: forms and audience; a text that does not speak of the year or term of its row;
 * and a time that does not fit 长期、分期 or 即时. What 定期 means is the ledger's, which knows the period. A content
 * that is withheld is compared in form and audience only: its ground and explanation stand for the rest.
 *
 * @param isAgain what was disclosed before is told anew, so that 即时 is no longer asked of it
 */
export function rowDeviations(
  row: CatalogueRow,
  content: ItemContent,
  now: Instant,
  isAgain = false,
): readonly RowDeviation[] {
  const chosen = deviations(row, content).map((each) => ({ ...each, field: FIELDS[each.aspect] }));
  return content.withheld
    ? chosen
    : [...chosen, ...inContent(row, content), ...inTiming(row, content, now, isAgain)];
}

function inContent({ year, term }: CatalogueRow, { title, text }: ItemContent): readonly RowDeviation[] {
  const span = term ?? (year === undefined ? undefined : { from: year, until: year });
  if (!span) return [];
  const named = [...`${title}\n${text}`.matchAll(/(?<!\d)(?:19|20|21)\d\d(?=[-—–至到年\s]|$)/gm)].map(Number);
  if (named.some((each) => span.from <= each && each <= span.until)) return [];
  const allowed = span.from === span.until ? `${span.from}年度` : `${span.from}—${span.until}年`;
  return [{ aspect: 'content', field: 'text', chosen: `未写明${allowed}`, allowed }];
}

function inTiming(
  { timing }: CatalogueRow,
  content: ItemContent,
  now: Instant,
  isAgain: boolean,
): readonly RowDeviation[] {
  const off = (field: keyof ItemContent, chosen: string, allowed: string): readonly RowDeviation[] => [
    { aspect: 'timing', field, chosen, allowed },
  ];
  const { showUntil, stages, pair, releasePlan } = content;
  if (timing === 'standing' && showUntil) return off('showUntil', `展示至${showUntil}`, '长期');
  if (timing === 'staged' && !stages && !pair) return off('stages', '未列分阶段安排', '分期');
  if (timing === 'prompt' && !isAgain) {
    const { days } = DEFAULT_DUTY_RULES.prompt;
    const first = releasePlan.map(({ at }) => dayOf(at ?? now)).toSorted()[0];
    if (first !== undefined && first > addDays(dayOf(now), days))
      return off('releasePlan', `最早于${first}公开`, `即时，${days}日内`);
  }
  return [];
}
