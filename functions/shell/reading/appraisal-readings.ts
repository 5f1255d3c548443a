import {
  type Assessment,
  assessmentHistory,
  isSettled,
} from '../../../domain/evaluation/assessment/state.ts';
import type { Choice } from '../../../domain/evaluation/overview.ts';
import { type Rating, type Shares, sharesOf } from '../../../domain/evaluation/rating.ts';
import { isDisclosed, type Round, roundHistory } from '../../../domain/evaluation/round/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { assessmentSort, assessmentsKey } from '../view-keys.ts';
import { type OverviewReading, overviewOf } from './evaluation-overview.ts';
import { mayFollow } from './may-follow.ts';
import { organisationCards } from './organisation-cards.ts';
import type { Sources } from './sources.ts';

/** A unit in the round, as far as it has come. */
export interface UnitLine {
  readonly id: OrganisationId;
  readonly name: string;
  readonly self?: number;
  readonly masses?: number;
  readonly superior?: number;
  readonly composite?: number;
  readonly rating?: Rating;
  readonly record?: number;
  /** An objection waits for its answer. */
  readonly objected: boolean;
  readonly settled: boolean;
}

export interface RoundReading extends Omit<Round, 'units'> {
  readonly organisation: OrganisationId;
  readonly streamVersion: number;
  /** For those who work there from the beginning, for everybody once the results were disclosed. */
  readonly units?: readonly UnitLine[];
  /** Of those that have a rating. */
  readonly shares?: Shares;
}

/** What is said of a unit's year; of it, people outside are told the verdict's numbers once the results are out. */
export interface AssessmentReading
  extends Partial<Pick<Assessment, 'self' | 'objection' | 'answer' | 'verdict'>> {
  readonly organisation: OrganisationId;
  readonly year: string;
  readonly streamVersion: number;
  readonly round?: Pick<Round, 'selfUntil' | 'note' | 'disclosed'>;
  readonly result?: Pick<
    NonNullable<Assessment['verdict']>,
    'composite' | 'rating' | 'inputs' | 'record' | 'standard'
  >;
}

const MOST_UNITS = 1000;

/** 年度考评: rounds of a superior, and what came of them for each unit. */
export class AppraisalReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** @throws Refusal `not-found` where there was no round, or no such organisation */
  async round(scope: OrgScope, reader: Reader, year: string): Promise<RoundReading> {
    return (await this.roundIfAny(scope, reader, year)) ?? refuse('not-found');
  }

  async roundIfAny(scope: OrgScope, reader: Reader, year: string): Promise<RoundReading | undefined> {
    const { aggregates } = this.#sources;
    const { state, version } = await aggregates.load(scope.stream('ROUND', year), roundHistory);
    if (!state) return undefined;
    const { units, note, ...round } = state;
    const isWorking = mayWork(reader, scope.organisation);
    const lines = isDisclosed(state) || isWorking ? await this.#lines(scope, year, units) : undefined;
    return {
      organisation: scope.organisation,
      ...round,
      ...(isWorking && note !== undefined && { note }),
      streamVersion: version,
      ...(lines && { units: lines, shares: sharesOf(lines.flatMap(({ rating }) => rating ?? [])) }),
    };
  }

  /** @throws Refusal `not-found` when there is no such organisation */
  async unit(scope: OrgScope, reader: Reader, year: string, now: Instant): Promise<AssessmentReading> {
    const { aggregates, tenancy } = this.#sources;
    const tenants = await tenancy.tenants(scope);
    const above = tenants.organisation.superior;
    const [{ state, version }, round] = await Promise.all([
      aggregates.load(scope.stream('ASSESSMENT', year), assessmentHistory),
      above === undefined
        ? undefined
        : aggregates.load(new OrgScope(above).stream('ROUND', year), roundHistory),
    ]);
    const { self, verdict, objection, answer } = state ?? {};
    const isInside = mayFollow(tenants, scope, reader, now);
    const opened = round?.state?.units.includes(scope.organisation) ? round.state : undefined;
    return {
      organisation: scope.organisation,
      year,
      streamVersion: version,
      ...(opened && { round: roundOf(opened, isInside) }),
      ...(verdict && (isInside || isDisclosed(round?.state)) && { result: resultOf(verdict) }),
      ...(isInside && {
        ...(self && { self }),
        ...(verdict && { verdict }),
        ...(objection && { objection }),
        ...(answer && { answer }),
      }),
    };
  }

  /** Every unit below beside the others. @throws Refusal `not-found` for whoever does not work here */
  overview(scope: OrgScope, reader: Reader, year: string, choice: Choice = {}): Promise<OverviewReading> {
    return overviewOf(this.#sources, scope, reader, year, choice);
  }

  async #lines(
    { organisation }: OrgScope,
    year: string,
    units: readonly OrganisationId[],
  ): Promise<readonly UnitLine[]> {
    const { views, district } = this.#sources;
    const [cards, page] = await Promise.all([
      organisationCards(views, district),
      views.listIndex('board', assessmentsKey(organisation), {
        limit: MOST_UNITS,
        prefix: assessmentSort(year, ''),
      }),
    ]);
    const names = new Map(cards.map(({ id, shortName }) => [id, shortName]));
    const known = new Map(
      page.rows.map(({ card }) => {
        const row = card as Assessment & { readonly organisation: OrganisationId };
        return [row.organisation, row] as const;
      }),
    );
    return units.map((id) => lineOf(id, names.get(id) ?? id, known.get(id)));
  }
}

function lineOf(id: OrganisationId, name: string, assessment: Assessment | undefined): UnitLine {
  const { self, verdict, objection, answer } = assessment ?? {};
  const { inputs, composite, rating, record } = verdict ?? {};
  return {
    id,
    name,
    ...(self && { self: self.score }),
    ...(inputs?.masses !== undefined && { masses: inputs.masses }),
    ...(inputs && { superior: inputs.superior }),
    ...(composite !== undefined && { composite }),
    ...(rating !== undefined && { rating }),
    ...(record !== undefined && { record }),
    objected: objection !== undefined && answer === undefined,
    settled: assessment !== undefined && isSettled(assessment),
  };
}

/** What the superior asks of its units is between them. */
const roundOf = (
  { selfUntil, note, disclosed }: Round,
  isInside: boolean,
): NonNullable<AssessmentReading['round']> => ({
  selfUntil,
  ...(isInside && note !== undefined && { note }),
  ...(disclosed && { disclosed }),
});

const resultOf = ({ composite, rating, inputs, record, standard }: NonNullable<Assessment['verdict']>) => ({
  composite,
  rating,
  inputs,
  ...(record !== undefined && { record }),
  standard,
});
