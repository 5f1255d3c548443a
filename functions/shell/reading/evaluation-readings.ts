import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { findRow } from '../../../domain/catalogue/state.ts';
import type { PeriodName } from '../../../domain/duty/period.ts';
import { refuse as refuseDuty } from '../../../domain/duty/refusals.ts';
import type { DisputeCard } from '../../../domain/evaluation/card.ts';
import {
  CRITERIA,
  type Criterion,
  type CriterionId,
  SUB_SCORES,
} from '../../../domain/evaluation/criteria.ts';
import type { Evidence } from '../../../domain/evaluation/evidence.ts';
import { rounded, type Score } from '../../../domain/evaluation/score.ts';
import { type Dispute, disputeHistory, disputeId } from '../../../domain/evaluation/signal/state.ts';
import { SIGNAL_IDS, type Signal, signalsIn } from '../../../domain/evaluation/signals.ts';
import { type Standard, standardOf } from '../../../domain/evaluation/standard/state.ts';
import { faceFor } from '../../../domain/item/for-reader.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { Evidences, type Head } from '../evidence.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { disputesKey } from '../view-keys.ts';
import { type OpenPiece, openPiece } from './evaluation-scope.ts';
import { itemCards } from './item-cards.ts';
import { mayFollow } from './may-follow.ts';
import type { Sources } from './sources.ts';

/** A criterion with what it is, what it came to, and what stands behind every point. */
export interface CriterionReading extends Pick<Criterion, 'part' | 'name' | 'formula' | 'source'> {
  readonly id: CriterionId;
  readonly of: number;
  readonly share?: number;
  readonly points?: number;
  readonly pieces: readonly OpenPiece[];
}

export interface EvaluationReading
  extends Pick<Score, 'period' | 'asOf' | 'closed' | 'standard' | 'parts' | 'total'> {
  readonly organisation: OrganisationId;
  readonly criteria: readonly CriterionReading[];
  readonly satisfaction: Evidence['satisfaction'];
  readonly hidden: Evidence['hidden'];
  /** Items by form. */
  readonly mix: Readonly<Record<string, number>>;
  /** Of the items named that the reader may see. */
  readonly titles: Readonly<Record<string, string>>;
  /** Of the rows named. */
  readonly rows: Readonly<Record<string, string>>;
  /** Only for those who work here or follow it from above. */
  readonly work?: {
    readonly signals: readonly (Signal & { readonly dispute?: Dispute; readonly version: number })[];
    /** What the score was computed from: with version and hash, anybody can check that they read the same. */
    readonly record: readonly Head[];
  };
}

/** A dispute, as the superior has it. */
export type DisputeLine = Dispute & { readonly organisation: OrganisationId };

/** More than one quarter of any district will have. */
const MOST_DISPUTES = 500;

/** 考评: scores and signals, computed when they are read; and what was said of them. */
export class EvaluationReadings {
  readonly #sources: Sources;
  readonly #evidences: Evidences;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#evidences = new Evidences(sources);
  }

  /** @throws Refusal `not-found` when there is no such organisation; `period-not-open` where nothing was owed */
  async quarter(
    scope: OrgScope,
    reader: Reader,
    period: PeriodName,
    now: Instant,
  ): Promise<EvaluationReading> {
    return (await this.quarterIfAny(scope, reader, period, now)) ?? refuseDuty('period-not-open', { period });
  }

  /** The same, or undefined where nothing was owed. @throws Refusal `not-found` */
  async quarterIfAny(
    scope: OrgScope,
    reader: Reader,
    period: PeriodName,
    now: Instant,
  ): Promise<EvaluationReading | undefined> {
    const { aggregates, views, tenancy } = this.#sources;
    const tenants = await tenancy.tenants(scope);
    const isInside = mayFollow(tenants, scope, reader, now);
    const [scored, cards, { state: catalogue }] = await Promise.all([
      this.#evidences.scored(scope, period, isInside),
      itemCards(views, scope),
      loadCatalogue(aggregates, scope),
    ]);
    if (!scored) return undefined;
    const { evidence, score, standard, heads } = scored;
    const visible = new Map(
      cards.flatMap((card) => {
        const title = mayWork(reader, scope.organisation) ? card.title : faceFor(reader, card)?.title;
        return title === undefined ? [] : [[card.id, title] as const];
      }),
    );
    const criteria = score.criteria.map(({ id, part, of, share, pieces }): CriterionReading => {
      const { name, formula, source } = CRITERIA[id];
      return {
        id,
        part,
        name,
        formula,
        source,
        of,
        ...(share !== undefined && { share, points: rounded(of * share, 2) }),
        pieces: pieces.map((piece) => (isInside ? piece : openPiece(piece, (item) => visible.has(item)))),
      };
    });
    const rows = new Set(criteria.flatMap(({ pieces }) => pieces.flatMap(({ about: { row } }) => row ?? [])));
    const named = new Set(
      criteria.flatMap(({ pieces }) => pieces.flatMap(({ about: { id, of } }) => [id ?? '', of ?? ''])),
    );
    return {
      organisation: scope.organisation,
      period,
      asOf: score.asOf,
      closed: score.closed,
      standard: score.standard,
      parts: score.parts,
      ...(score.total !== undefined && { total: score.total }),
      criteria,
      satisfaction: evidence.satisfaction,
      hidden: evidence.hidden,
      mix: countEach(evidence.items.flatMap(({ forms }) => forms)),
      titles: Object.fromEntries([...visible].filter(([id]) => named.has(id))),
      rows: Object.fromEntries(
        [...rows].flatMap((id) => {
          const row = findRow(catalogue, id);
          return row ? [[id, nameOf(row)]] : [];
        }),
      ),
      ...(isInside && { work: { signals: await this.#signals(scope, evidence, standard), record: heads } }),
    };
  }

  async #signals(scope: OrgScope, evidence: Evidence, standard: Standard) {
    const disputes = await Promise.all(
      SIGNAL_IDS.map((id) => {
        const stream = scope.stream('SIGNAL', disputeId(evidence.period, id));
        return this.#sources.aggregates.load(stream, disputeHistory);
      }),
    );
    return signalsIn(evidence, standard).map((signal, place) => {
      const { state, version = 0 } = disputes[place] ?? {};
      return { ...signal, ...(state && { dispute: state }), version };
    });
  }

  /** Editions of the standard, and the one by which a period is scored. For anybody. */
  async standard(period: PeriodName) {
    const published = await this.#evidences.editions();
    return { period, ...standardOf(published, period), published, parts: SUB_SCORES };
  }

  /** What those right below dispute, last period first. @throws Refusal `not-found` for who does not work here */
  async disputes(scope: OrgScope, reader: Reader): Promise<readonly DisputeLine[]> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const page = await this.#sources.views.listIndex('board', disputesKey(scope.organisation), {
      limit: MOST_DISPUTES,
      newestFirst: true,
    });
    return page.rows.map(({ card }) => lineOf(card as DisputeCard));
  }
}

function lineOf(card: DisputeCard): DisputeLine {
  const { organisation, period, signal, to, said, reason, by, at, answer } = card;
  return { organisation, period, signal, to, said, reason, by, at, ...(answer && { answer }) };
}

function countEach(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
