import { deviations } from '../catalogue/conformity.ts';
import type { CatalogueRow } from '../catalogue/row.ts';
import { isPriority } from '../catalogue/views.ts';
import { type Duty, lastDayOf, statusOf } from '../duty/duty.ts';
import type { Ledger } from '../duty/state.ts';
import type { FeedbackCard } from '../feedback/card.ts';
import type { ItemCard } from '../item/card.ts';
import { resultsOf } from '../item/pairs.ts';
import { type Item, tenseOf, type Version } from '../item/state.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { addDays, type Day, dayOf, type Instant } from '../kernel/time.ts';
import { isInsideFirst } from '../organisation/policy.ts';
import type { Digest } from '../survey/result.ts';
import { copiedShare } from './copying.ts';
import type {
  Checks,
  Evidence,
  ItemFact,
  OpinionFact,
  PlanFact,
  Reads,
  SatisfactionFact,
} from './evidence.ts';
import { isNarrow } from './pieces.ts';
import type { Standard, TemplateField } from './standard/state.ts';

/** What the record holds of an organisation and a quarter, in whatever order it was read. */
export interface Sources {
  readonly organisation: OrganisationId;
  readonly ledger: Ledger;
  /** When the last event of any of it was recorded. */
  readonly asOf: Instant;
  /** Rows, whether in force or not. */
  readonly rowOf: (id: string) => CatalogueRow | undefined;
  /** Items that the ledger was told of, plans, and what was taken down. */
  readonly items: ReadonlyMap<string, Item>;
  /** Every item in short. */
  readonly cards: readonly ItemCard[];
  readonly opinions: readonly FeedbackCard[];
  /** The last survey open to society that closed in the period, with its first scale. */
  readonly survey?: { readonly id: string; readonly question: number; readonly digest: Digest };
  readonly inspections?: readonly Day[];
  readonly reads?: Reads;
}

/** The evidence in the record. Pure: the same record gives the same evidence, whenever and in whatever order it is read. */
export function evidenceOf(sources: Sources, standard: Standard): Evidence {
  const { organisation, ledger, asOf, rowOf, inspections, reads } = sources;
  const { name: period, from, until } = ledger.period;
  const isWithin = (day: Day): boolean => day >= from && day <= until;
  const duties = Object.values(ledger.duties).map((duty) => dutyFact(duty, rowOf, dayOf(asOf)));
  return {
    organisation,
    period,
    from,
    until,
    asOf,
    closed: ledger.closed === true,
    duties: byId(duties),
    items: byId(itemFacts(sources, standard)),
    told: ledger.disclosed
      .filter(({ on }) => isWithin(on))
      .map(({ on, item }) => ({ on, ...(item !== undefined && { item }) })),
    recent: ledger.recent,
    opinions: byId(sources.opinions.flatMap((card) => opinionFact(card, isWithin))),
    plans: planFacts(sources, standard).filter(({ dueOn }) => isWithin(dueOn)),
    ...satisfactionOf(sources.survey),
    ...(inspections && { inspections }),
    ...(reads && { reads }),
  };
}

const byId = <T extends { readonly id: string }>(facts: readonly T[]): readonly T[] =>
  facts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

function dutyFact(duty: Duty, rowOf: Sources['rowOf'], asOf: Day): Evidence['duties'][number] {
  const { id, kind, row, met } = duty;
  return {
    id,
    kind,
    ...(row !== undefined && { row }),
    priority: isPriorityRow(row === undefined ? undefined : rowOf(row)),
    due: lastDayOf(duty),
    status: statusOf(duty, asOf, undefined),
    ...(met?.item !== undefined && { item: met.item }),
  };
}

const isPriorityRow = (row: CatalogueRow | undefined): boolean => row !== undefined && isPriority(row);

/** One version of an item, by the day on which it first reached anybody. */
interface Shown {
  readonly id: string;
  readonly version: Version;
  readonly on: Day;
}

function shownIn(items: Sources['items']): readonly Shown[] {
  return [...items].flatMap(([id, { versions }]) =>
    versions.flatMap((version): Shown[] => {
      const [first] = version.releases.map(({ at }) => dayOf(at)).toSorted();
      return first === undefined ? [] : [{ id, version, on: first }];
    }),
  );
}

/** Each item once, by the last of its versions that was first shown in the period. */
function itemFacts({ ledger, rowOf, items }: Sources, standard: Standard): readonly ItemFact[] {
  const { from, until } = ledger.period;
  const shown = shownIn(items);
  const latest = new Map<string, Shown>();
  for (const each of shown) if (each.on >= from && each.on <= until) latest.set(each.id, each);
  return [...latest.values()].map(({ id, version, on }) => {
    const { content, withdrawn } = version;
    const row = rowOf(content.row);
    const before = shown
      .filter((each) => each.id !== id && each.on < from && each.version.content.row === content.row)
      .toSorted((a, b) => (`${a.on}#${a.id}` < `${b.on}#${b.id}` ? -1 : 1))
      .at(-1);
    const share = before && copiedShare(content.text, before.version.content.text);
    return {
      id,
      row: content.row,
      priority: isPriorityRow(row),
      on,
      forms: content.forms,
      online: version.releases.some((release) => release.online),
      mayVary: !row || row.forms.length === 0 || !isNarrow(row.forms),
      template: templateOf(version, row, standard),
      steps: stepsOf(version),
      inError: withdrawn?.inError === true,
      ...(before && share !== undefined && { copied: { of: before.id, share } }),
    };
  });
}

function templateOf({ content }: Version, row: CatalogueRow | undefined, { fields }: Standard): Checks {
  const found = row ? deviations(row, content).map(({ aspect }) => aspect) : [];
  const asked = fields.filter(({ rows }) => rows === undefined || rows.includes(content.row));
  const has = (field: TemplateField): boolean => content[field] !== undefined;
  return {
    forms: !found.includes('form'),
    audience: !found.includes('audience'),
    ...Object.fromEntries(asked.map(({ field }) => [field, has(field)])),
  };
}

function stepsOf({ review, approvals, authors, content, releases }: Version): Checks {
  const party = releases.find(({ audience }) => audience === 'party');
  const deciding = [...(review ? [review.by] : []), ...approvals.map(({ by }) => by)];
  return {
    reviewed: review?.secrecy.clear === true && Object.values(review.verdicts).every(({ ok }) => ok),
    approved: approvals.length > 0,
    apart: deciding.every((person) => !authors.includes(person)),
    insideFirst:
      !isInsideFirst(content.matter) ||
      releases.every(({ at, audience }) => audience === 'named' || (party !== undefined && party.at <= at)),
  };
}

/** What was merged is answered with the other one; problems of those below are no voices of readers. */
function opinionFact(card: FeedbackCard, isWithin: (day: Day) => boolean): OpinionFact[] {
  const { id, kind, into, dueOn, answeredAt, overdue } = card;
  if (kind === 'problem' || into !== undefined || !isWithin(dueOn)) return [];
  return [{ id, dueOn, overdue, ...(answeredAt !== undefined && { answeredOn: dayOf(answeredAt) }) }];
}

function planFacts({ cards, items }: Sources, { resultDays }: Standard): readonly PlanFact[] {
  const plans = shownIn(items).filter(({ version }) => version.content.pair?.part === 'plan');
  return [...Map.groupBy(plans, ({ id }) => id)].flatMap(([id, versions]): PlanFact[] => {
    const item = items.get(id);
    const last = versions.at(-1);
    if (!item || !last) return [];
    const planned = last.version.content.stages?.map(({ plannedOn }) => plannedOn).toSorted();
    const result = resultsOf(cards, id)[0]?.id ?? (tenseOf(item) === 'done' ? id : undefined);
    const dueOn = planned?.at(-1) ?? addDays(versions[0]?.on ?? last.on, resultDays);
    return [{ item: id, dueOn, ...(result !== undefined && { result }) }];
  });
}

function satisfactionOf(survey: Sources['survey']): Pick<Evidence, 'satisfaction' | 'hidden'> {
  const satisfaction: SatisfactionFact[] = [];
  const hidden: Evidence['hidden'][number][] = [];
  for (const said of survey?.digest ?? []) {
    const answer = said.shown ? said.questions[survey?.question ?? 0] : undefined;
    if (!survey || !answer?.shown || !answer.satisfied) hidden.push(said.group);
    else {
      const { share, margin } = answer.satisfied;
      satisfaction.push({ survey: survey.id, group: said.group, n: answer.n, share, margin });
    }
  }
  return { satisfaction, hidden };
}
