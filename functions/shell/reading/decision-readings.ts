import { type DecisionCard, decisionCardOf, decisionShown } from '../../../domain/decision/card.ts';
import { decisionHistory } from '../../../domain/decision/state.ts';
import type { StepName } from '../../../domain/decision/vocabulary.ts';
import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { faceFor } from '../../../domain/item/for-reader.ts';
import type { Tense } from '../../../domain/item/state.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import type { Matter } from '../../../domain/organisation/policy.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import { assigneesOf, type DecisionReading, readDecision } from './decision-reading.ts';
import { itemCards } from './item-cards.ts';
import { type OpenActionLine, openActionsIn } from './open-actions.ts';
import { rowsUnder } from './rows.ts';
import type { Sources } from './sources.ts';

export interface DecisionLine {
  readonly id: string;
  readonly title: string;
  readonly matter: Matter;
  readonly audience: Audience;
  readonly tense: Tense;
  readonly proposedAt: Instant;
  /** Whose turn it is; absent when it is over. */
  readonly step?: StepName;
  readonly outcome?: 'adopted' | 'rejected';
  readonly withdrawn: boolean;
  readonly skipped: readonly StepName[];
  readonly openActions: number;
  readonly item?: string;
  /** Only for those who work here: nobody else may see it yet. */
  readonly unannounced?: true;
}

/** What the organisation will do, does, or has done (LY-16). */
export interface MatterLine {
  readonly about: 'decision' | 'item';
  readonly id: string;
  readonly title: string;
  readonly tense: Tense;
  readonly since: Instant;
}

/** 重大事项决策, for those who are told of it and those who run it. */
export class DecisionReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Those that the reader may know of, last proposed first. */
  async all(scope: OrgScope, reader: Reader): Promise<readonly DecisionLine[]> {
    const cards = await this.#cards(scope, reader);
    return cards.map(lineOf).toSorted((a, b) => (a.proposedAt > b.proposedAt ? -1 : 1));
  }

  /** One of them in full. @throws Refusal `not-found`, also for what the reader may not know of */
  async one(scope: OrgScope, id: string, reader: Reader, now: Instant): Promise<DecisionReading> {
    const { aggregates, tenancy } = this.#sources;
    const [{ state, version }, tenants] = await Promise.all([
      aggregates.load(scope.stream('DECISION', id), decisionHistory),
      tenancy.tenants(scope),
    ]);
    if (!state) return refuse('not-found');
    const { organisation } = scope;
    const works = mayWork(reader, organisation, assigneesOf(state));
    const card = decisionCardOf(state, { id, organisation });
    if (!works && !maySee(reader, decisionShown(organisation, card))) refuse('not-found');
    return readDecision(state, { id, streamVersion: version }, reader, tenants, now);
  }

  /**
   * 要做什么、在做什么、做了什么: decisions and disclosed items together, as far as the reader is told of them, last
   * begun first (LY-16).
   */
  async matters(scope: OrgScope, reader: Reader, tense?: Tense): Promise<readonly MatterLine[]> {
    const told = { ...reader, official: false };
    const [decisions, items] = await Promise.all([
      this.#cards(scope, told),
      itemCards(this.#sources.views, scope),
    ]);
    return [...decisions.map(decisionMatter), ...items.flatMap((card) => itemMatter(card, told))]
      .filter((line) => tense === undefined || line.tense === tense)
      .toSorted((a, b) => (a.since > b.since ? -1 : 1));
  }

  /**
   * Whatever is to be carried out or put right by a day, first due first: actions of decisions, stages of items, and
   * what opinions led to (TZ-31, ZH-13). @throws Refusal `not-found` for who does not work here
   */
  async openActions(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly OpenActionLine[]> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { views, tenancy } = this.#sources;
    const [tenants, decisions, items, opinions] = await Promise.all([
      tenancy.tenants(scope),
      this.#cards(scope, reader),
      itemCards(views, scope),
      Array.fromAsync(rowsUnder(views, scope.partition('FEEDBACK')), ({ card }) => card as FeedbackCard),
    ]);
    return openActionsIn({ decisions, items, opinions }, tenants, dayOf(now));
  }

  /** Disclosed items that rest on the decision, for those who run it. */
  async resultsOf(scope: OrgScope, decision: string): Promise<readonly Pick<ItemCard, 'id' | 'title'>[]> {
    const cards = await itemCards(this.#sources.views, scope);
    return cards
      .filter((card) => card.decision === decision && card.releasedAt !== undefined)
      .map(({ id, title }) => ({ id, title }));
  }

  async #cards(scope: OrgScope, reader: Reader): Promise<readonly DecisionCard[]> {
    const { organisation } = scope;
    const rows = await Array.fromAsync(rowsUnder(this.#sources.views, scope.partition('DECISION')));
    return rows
      .map((row) => row.card as DecisionCard)
      .filter((card) => mayWork(reader, organisation) || maySee(reader, decisionShown(organisation, card)));
  }
}

function lineOf(card: DecisionCard): DecisionLine {
  const { id, decision, matter, audience, tense, proposedAt, step, outcome, withdrawn, skipped } = card;
  return {
    id,
    title: decision,
    matter,
    audience,
    tense,
    proposedAt,
    ...(step !== undefined && { step }),
    ...(outcome !== undefined && { outcome }),
    withdrawn,
    skipped,
    openActions: card.openActions.length,
    ...(card.item !== undefined && { item: card.item }),
    ...(!card.announced && { unannounced: true as const }),
  };
}

const decisionMatter = ({ id, decision, tense, proposedAt, decidedAt }: DecisionCard): MatterLine => ({
  about: 'decision',
  id,
  title: decision,
  tense,
  since: decidedAt ?? proposedAt,
});

function itemMatter(card: ItemCard, reader: Reader): readonly MatterLine[] {
  const face = faceFor(reader, card);
  const since = face?.releases
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (!face || since === undefined) return [];
  return [{ about: 'item', id: card.id, title: face.title, tense: card.tense, since }];
}
