import type { ItemCard } from '../../../domain/item/card.ts';
import { faceFor } from '../../../domain/item/for-reader.ts';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { endOfDay, type Instant } from '../../../domain/kernel/time.ts';
import type {
  CaseCard,
  FollowUpCard,
  LineOf,
  SupervisionCard,
  VisitCard,
} from '../../../domain/supervision/card.ts';
import { type SupervisionCounters, supervisionCounters } from '../../../domain/supervision/counters.ts';
import type { Example } from '../../../domain/supervision/example/state.ts';
import { type FollowUp, followUpHistory } from '../../../domain/supervision/followup/state.ts';
import { type Houses, type Standing, standingOf } from '../../../domain/supervision/inspectors.ts';
import { ATTACHABLE, type Attachable } from '../../../domain/supervision/steps.ts';
import { type Visit, visitHistory } from '../../../domain/supervision/visit/state.ts';
import { mayWork, type Reader, stranger } from '../../../domain/visibility.ts';
import { supervisedKey } from '../view-keys.ts';
import { rowsUnder } from './rows.ts';
import type { Sources } from './sources.ts';

const PAGE = 500;
type Supervised = 'VISIT' | 'FOLLOWUP' | 'CASE';

/** A step of something in work: what happened, when and under which seat; never what it says. */
export interface StepReading {
  readonly step: number;
  readonly at: Instant;
  readonly events: readonly string[];
  readonly seat?: string;
}

export interface VisitReading extends Visit {
  readonly id: string;
  readonly streamVersion: number;
  readonly followUps: readonly LineOf<FollowUpCard>[];
  /** From where the reader supervises; absent for who only works here. */
  readonly standing?: Standing;
}

export interface FollowUpReading extends FollowUp {
  readonly id: string;
  readonly streamVersion: number;
  /** From where the reader supervises. */
  readonly readerStanding?: Standing;
}

export interface ExampleLine extends Omit<Example, 'current'> {
  readonly id: string;
  readonly title: string;
}

export interface FollowUpFilter {
  readonly overdue?: boolean | undefined;
  /** The item that they are about. */
  readonly item?: string | undefined;
}

/** 督查: for those who work in the organisation and those who supervise it; figures and examples for everybody. */
export class SupervisionReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Last planned first. @throws Refusal `not-found` for others */
  async visits(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly LineOf<VisitCard>[]> {
    await this.#admit(scope, reader, now);
    return (await this.#lines<VisitCard>(scope, 'VISIT')).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  }

  /** @throws Refusal `not-found` */
  async visit(scope: OrgScope, id: string, reader: Reader, now: Instant): Promise<VisitReading> {
    const standing = await this.#admit(scope, reader, now);
    const [{ state, version }, followUps] = await Promise.all([
      this.#sources.aggregates.load(scope.stream('VISIT', id), visitHistory),
      this.#lines<FollowUpCard>(scope, 'FOLLOWUP'),
    ]);
    return {
      ...(state ?? refuse('not-found')),
      id,
      streamVersion: version,
      followUps: followUps.filter(({ visit }) => visit === id),
      ...(standing && { standing }),
    };
  }

  /** What is due first comes first, what is settled last. @throws Refusal `not-found` for others */
  async followUps(
    scope: OrgScope,
    reader: Reader,
    now: Instant,
    { overdue, item }: FollowUpFilter = {},
  ): Promise<readonly LineOf<FollowUpCard>[]> {
    await this.#admit(scope, reader, now);
    const cards = (await this.#lines<FollowUpCard>(scope, 'FOLLOWUP')).map((card) => ({
      ...card,
      overdue: isOverdue(card, now),
    }));
    return cards
      .filter((card) => overdue === undefined || card.overdue === overdue)
      .filter(({ about }) => item === undefined || (about?.kind === 'item' && about.id === item))
      .toSorted((a, b) => Number(isSettled(a)) - Number(isSettled(b)) || (a.dueOn < b.dueOn ? -1 : 1));
  }

  /** Also for whoever has to put it right. @throws Refusal `not-found` */
  async followUp(scope: OrgScope, id: string, reader: Reader, now: Instant): Promise<FollowUpReading> {
    const stream = scope.stream('FOLLOWUP', id);
    const { state, version } = await this.#sources.aggregates.load(stream, followUpHistory);
    const isOwner = reader.person !== undefined && state?.owner === reader.person;
    const standing = isOwner ? undefined : await this.#admit(scope, reader, now);
    return {
      ...(state ?? refuse('not-found')),
      id,
      streamVersion: version,
      ...(standing && { readerStanding: standing }),
    };
  }

  /**
   * Every step of something in work, and when it was taken (JX-06). Empty where there is no such thing.
   * @throws Refusal `not-found` for who neither works here nor supervises
   */
  async steps(
    scope: OrgScope,
    kind: Attachable,
    id: string,
    reader: Reader,
    now: Instant,
  ): Promise<readonly StepReading[]> {
    await this.#admit(scope, reader, now);
    const commits = await this.#sources.log.read(scope.stream(ATTACHABLE[kind].stream, id));
    return commits.map(openCommit).map(({ version, at, by, events }) => ({
      step: version,
      at,
      events: events.map(({ type }) => type),
      ...(by.kind === 'person' && by.seat !== undefined && { seat: by.seat }),
    }));
  }

  /**
   * How much was done in a year here and right below, for anybody (TZ-33).
   * @throws Refusal `not-found` when there is no such organisation
   */
  async counters(scope: OrgScope, year: number, now: Instant): Promise<SupervisionCounters> {
    await this.#houses(scope);
    const [visits, followUps, cases] = await Promise.all([
      this.#linesAround<VisitCard>(scope, 'VISIT'),
      this.#linesAround<FollowUpCard>(scope, 'FOLLOWUP'),
      this.#linesAround<CaseCard>(scope, 'CASE'),
    ]);
    return supervisionCounters({ visits, followUps, cases }, year, now);
  }

  /**
   * What the organisation marked for others to learn from, as far as society may still read it, last marked first.
   * @throws Refusal `not-found` when there is no such organisation
   */
  async examples(scope: OrgScope): Promise<readonly ExampleLine[]> {
    await this.#houses(scope);
    const marked = await Array.fromAsync(rowsUnder(this.#sources.views, scope.partition('EXAMPLE')));
    const lines = marked.map(async ({ card }): Promise<ExampleLine[]> => {
      const { current, ...example } = card as Example & { readonly id: string };
      const place = new OrgScope(example.organisation);
      const row = current && (await this.#sources.views.get(place.partition('ITEM'), example.item));
      const face = row && faceFor(stranger(place.organisation), row.card as ItemCard);
      return face ? [{ ...example, title: face.title }] : [];
    });
    return (await Promise.all(lines)).flat().toSorted((a, b) => (a.markedAt < b.markedAt ? 1 : -1));
  }

  /** Lets in who works here or supervises. */
  async #admit(scope: OrgScope, reader: Reader, now: Instant): Promise<Standing | undefined> {
    const standing =
      reader.person === undefined ? undefined : standingOf(reader.person, await this.#houses(scope), now);
    if (!standing && !mayWork(reader, scope.organisation)) refuse('not-found');
    return standing;
  }

  async #houses(scope: OrgScope): Promise<Houses> {
    return { id: scope.organisation, ...(await this.#sources.tenancy.tenants(scope)) };
  }

  /** Of the organisation, and of those right below it. */
  async #linesAround<Card extends SupervisionCard>(
    scope: OrgScope,
    kind: Supervised,
  ): Promise<LineOf<Card>[]> {
    const lines = await this.#lines<Card>(scope, kind);
    let after: string | undefined;
    do {
      const key = supervisedKey(scope.organisation, kind);
      const page = await this.#sources.views.listIndex('board', key, { limit: PAGE, after });
      lines.push(...page.rows.map(({ card }) => lineOf(card as Card)));
      after = page.next;
    } while (after !== undefined);
    return lines;
  }

  async #lines<Card extends SupervisionCard>(scope: OrgScope, kind: Supervised): Promise<LineOf<Card>[]> {
    const rows = await Array.fromAsync(rowsUnder(this.#sources.views, scope.partition(kind)));
    return rows.map(({ card }) => lineOf(card as Card));
  }
}

const lineOf = <Card extends SupervisionCard>({ supervision: _, waits: __, ...line }: Card): LineOf<Card> =>
  line;

const isSettled = ({ stage }: Pick<FollowUpCard, 'stage'>): boolean =>
  stage === 'settled' || stage === 'withdrawn';

const isOverdue = (card: LineOf<FollowUpCard>, now: Instant): boolean =>
  !isSettled(card) && endOfDay(card.dueOn) <= now;
