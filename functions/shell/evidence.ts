import { CATALOGUE_ID, findRow } from '../../domain/catalogue/state.ts';
import type { Period, PeriodName } from '../../domain/duty/period.ts';
import type { Ledger } from '../../domain/duty/state.ts';
import type { Evidence, Reads } from '../../domain/evaluation/evidence.ts';
import { evidenceOf, type Sources } from '../../domain/evaluation/facts.ts';
import { type Score, scoreOf } from '../../domain/evaluation/score.ts';
import {
  STANDARD_ID,
  type Standard,
  standardHistory,
  standardOf,
} from '../../domain/evaluation/standard/state.ts';
import type { FeedbackCard } from '../../domain/feedback/card.ts';
import type { ItemCard } from '../../domain/item/card.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { Item } from '../../domain/item/state.ts';
import { type OrganisationId, OrgScope, type StreamName } from '../../domain/kernel/scope.ts';
import { addDays, type Day, dayOf, type Instant } from '../../domain/kernel/time.ts';
import type { VisitCard } from '../../domain/supervision/card.ts';
import type { SurveyCard } from '../../domain/survey/card.ts';
import { digestOf } from '../../domain/survey/result.ts';
import { type Ballot, surveyHistory } from '../../domain/survey/state.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates, Loaded } from './aggregates.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { DayReads } from './read-counts.ts';
import { itemCards } from './reading/item-cards.ts';
import { ledgerNow } from './reading/ledger-now.ts';
import { rowsUnder } from './reading/rows.ts';
import { ballotsKey, readsKey } from './view-keys.ts';

/** A stream of the record as it was when it was read: with its version and hash anybody can check that it is the same. */
export interface Head {
  readonly stream: StreamName;
  readonly version: number;
  readonly hash: string;
}

/** A quarter of an organisation, scored. */
export interface Scored {
  readonly evidence: Evidence;
  readonly standard: Standard;
  readonly score: Score;
  /** What was read of the record itself, by name. */
  readonly heads: readonly Head[];
}

/** Gathers from record and views what a score is computed from. The views only say where to look. */
export class Evidences {
  readonly #aggregates: Aggregates;
  readonly #views: Pick<Views, 'list'>;
  readonly #district: OrganisationId;

  constructor({
    aggregates,
    views,
    district,
  }: {
    readonly aggregates: Aggregates;
    readonly views: Pick<Views, 'list'>;
    readonly district: OrganisationId;
  }) {
    this.#aggregates = aggregates;
    this.#views = views;
    this.#district = district;
  }

  /**
   * Undefined where the organisation has no ledger for the period: it owed nothing yet.
   * @param forSignals gathers also what signals alone are made of, and no score: inspections and readings
   */
  async scored(scope: OrgScope, period: PeriodName, forSignals = false): Promise<Scored | undefined> {
    const [ledger, catalogue, editions] = await Promise.all([
      ledgerNow(this.#aggregates, scope, period),
      loadCatalogue(this.#aggregates, scope),
      this.editions(),
    ]);
    if (!ledger.state) return undefined;
    const { edition, standard } = standardOf(editions, period);
    const cards = await itemCards(this.#views, scope);
    const [items, opinions, survey, inspections, reads] = await Promise.all([
      this.#items(scope, ledger.state, cards),
      this.#cards<FeedbackCard>(scope.partition('FEEDBACK')),
      this.#survey(scope, ledger.state.period),
      forSignals ? this.#inspections(scope, ledger.state.period, standard) : undefined,
      forSignals ? this.#reads(scope, ledger.state.period) : undefined,
    ]);
    const read = new Map<StreamName, Loaded<unknown>>([
      [scope.stream('LEDGER', period.toLowerCase()), ledger],
      [scope.stream('CATALOGUE', CATALOGUE_ID), catalogue],
      ...[...items].map(([id, loaded]) => [scope.stream('ITEM', id), loaded] as const),
      ...(survey ? [[scope.stream('SURVEY', survey.id), survey.loaded] as const] : []),
    ]);
    const sources: Sources = {
      organisation: scope.organisation,
      ledger: ledger.state,
      asOf: lastOf(read.values()),
      rowOf: (id) => findRow(catalogue.state, id),
      items: new Map([...items].flatMap(([id, { state }]) => (state ? [[id, state] as const] : []))),
      cards,
      opinions,
      ...(survey && { survey }),
      ...(inspections && { inspections }),
      ...(reads && { reads }),
    };
    const evidence = evidenceOf(sources, standard);
    return { evidence, standard, score: scoreOf(evidence, edition, standard), heads: headsOf(read) };
  }

  /** Those of a calendar year that there are, first quarter first, with what signals are made of. */
  async ofYear(scope: OrgScope, year: string): Promise<readonly Scored[]> {
    const periods = [1, 2, 3, 4].map((quarter) => this.scored(scope, `${year}Q${quarter}`, true));
    return (await Promise.all(periods)).filter((scored) => scored !== undefined);
  }

  /** What the district has published, first edition first. */
  async editions() {
    const stream = new OrgScope(this.#district).stream('STANDARD', STANDARD_ID);
    return (await this.#aggregates.load(stream, standardHistory)).state;
  }

  /**
   * Items that the ledger was told of, the one before under each of their rows, plans, and what was taken down: whatever
   * of them belongs to the period, the record itself says.
   */
  async #items(
    scope: OrgScope,
    { disclosed, period }: Ledger,
    cards: readonly ItemCard[],
  ): Promise<ReadonlyMap<string, Loaded<Item | undefined>>> {
    const told = disclosed.flatMap(({ item }) => item ?? []);
    const rows = new Set(disclosed.map(({ row }) => row));
    const isBefore = ({ releasedAt }: ItemCard) =>
      releasedAt !== undefined && dayOf(releasedAt) < period.from;
    const earlier = [...rows].flatMap((row) => {
      const theirs = cards.filter((card) => card.row === row && isBefore(card));
      return theirs.toSorted((a, b) => compare(releaseOf(a), releaseOf(b))).at(-1)?.id ?? [];
    });
    const others = cards
      .filter(({ releasedAt, pair, stage }) => releasedAt && (pair?.part === 'plan' || stage === 'withdrawn'))
      .map(({ id }) => id);
    const ids = [...new Set([...told, ...earlier, ...others])].toSorted();
    const loaded = ids.map(async (id) => {
      const item = await this.#aggregates.load(scope.stream('ITEM', id), itemHistory);
      return [id, item] as const;
    });
    return new Map(await Promise.all(loaded));
  }

  /** The last survey open to society that closed in the period and asked by a scale. */
  async #survey(scope: OrgScope, { from, until }: Period) {
    const cards = (await this.#cards<SurveyCard>(scope.partition('SURVEY')))
      .filter(({ audience, withdrawn }) => audience === 'public' && !withdrawn)
      .filter(({ closesAt }) => dayOf(closesAt) >= from && dayOf(closesAt) <= until)
      .toSorted((a, b) => compare(b.closesAt, a.closesAt) || compare(a.id, b.id));
    for (const { id } of cards) {
      const loaded = await this.#aggregates.load(scope.stream('SURVEY', id), surveyHistory);
      const question = loaded.state?.questions.findIndex(({ kind }) => kind === 'scale') ?? -1;
      if (!loaded.state?.closed || question === -1) continue;
      const ballots = await this.#cards<Ballot>(ballotsKey(scope.organisation, id));
      return { id, question, digest: digestOf(loaded.state, ballots, false), loaded };
    }
    return undefined;
  }

  /** Days of visits by others that were announced; undefined where none were ever kept. */
  async #inspections(
    scope: OrgScope,
    { from, until }: Period,
    { signals }: Standard,
  ): Promise<readonly Day[] | undefined> {
    const visits = await this.#cards<VisitCard>(scope.partition('VISIT'));
    const last = addDays(until, signals.burstDays);
    const days = visits
      .filter(({ means, stage }) => means !== 'self-check' && stage !== 'cancelled')
      .flatMap(({ on }) => (on >= from && on <= last ? [on] : []));
    return visits.length === 0 ? undefined : days.toSorted();
  }

  /** Of the year, and for its last quarter of the months after it; undefined where nothing was counted. */
  async #reads({ organisation }: OrgScope, { name, from }: Period): Promise<Reads | undefined> {
    const year = Number(from.slice(0, 4));
    const prefixes = name.endsWith('Q4') ? [`${year}-`, `${year + 1}-0`] : [`${year}-`];
    const rows = await Promise.all(
      prefixes.map((prefix) => this.#cards<DayReads>(readsKey(organisation), prefix)),
    );
    const days = rows.flat();
    const since = days[0]?.day;
    if (since === undefined) return undefined;
    const items: Record<string, number> = {};
    for (const [item, counts] of days.flatMap((day) => Object.entries(day.items)))
      for (const count of Object.values(counts)) items[item] = (items[item] ?? 0) + count;
    return { since, items };
  }

  async #cards<Card>(pk: string, prefix = ''): Promise<readonly Card[]> {
    const rows = await Array.fromAsync(rowsUnder(this.#views, pk, prefix));
    return rows.map(({ card }) => card as Card);
  }
}

const releaseOf = ({ releasedAt = '' }: ItemCard): Instant => releasedAt;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const lastOf = (loaded: Iterable<Loaded<unknown>>): Instant =>
  [...loaded]
    .map(({ at }) => at)
    .toSorted(compare)
    .at(-1) ?? '';

const headsOf = (read: ReadonlyMap<StreamName, Loaded<unknown>>): readonly Head[] =>
  [...read]
    .filter(([, { version }]) => version > 0)
    .map(([stream, { version, head }]) => ({ stream, version, hash: head }))
    .toSorted((a, b) => compare(a.stream, b.stream));
