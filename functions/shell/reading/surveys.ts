import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import type { SurveyCard } from '../../../domain/survey/card.ts';
import { type Digest, digestOf, turnoutOf } from '../../../domain/survey/result.ts';
import {
  type Ballot,
  type Survey,
  surveyHistory,
  surveyShown,
  surveyStageAt,
} from '../../../domain/survey/state.ts';
import { type Group, groupOf, type SurveyStage } from '../../../domain/survey/vocabulary.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { ballotsKey } from '../view-keys.ts';
import { rowsUnder } from './rows.ts';

export interface SurveyLine
  extends Pick<SurveyCard, 'id' | 'kind' | 'audience' | 'groups' | 'opensAt' | 'closesAt' | 'item'> {
  readonly title: string;
  readonly stage: SurveyStage;
}

/** A survey as the reader may see it. What was answered is told once it has closed, and never below the threshold. */
export interface SurveyReading extends SurveyLine, Pick<Survey, 'intro' | 'questions' | 'threshold'> {
  readonly streamVersion: number;
  /** As which the reader would answer; absent when that group is not asked. */
  readonly group?: Group;
  readonly digest?: Digest;
  readonly conclusion?: { readonly text: string; readonly at: Instant };
  readonly withdrawn?: { readonly reason: string; readonly at: Instant };
  /** Only for those who work here. */
  readonly work?: { readonly turnout: ReturnType<typeof turnoutOf>; readonly concludeBy?: Day };
}

/** 征求意见, for those who answer and those who ask. */
export class SurveyReadings {
  readonly #aggregates: Aggregates;
  readonly #views: Views;

  constructor({ aggregates, views }: { readonly aggregates: Aggregates; readonly views: Views }) {
    this.#aggregates = aggregates;
    this.#views = views;
  }

  /** Those that the reader may know of, last closing first; withdrawn ones for those who work here only. */
  async all(scope: OrgScope, reader: Reader, now: Instant, item?: string): Promise<readonly SurveyLine[]> {
    const rows = await Array.fromAsync(rowsUnder(this.#views, scope.partition('SURVEY')));
    return rows
      .map((row) => row.card as SurveyCard)
      .filter((card) => item === undefined || card.item === item)
      .filter((card) => mayRead(reader, scope, card))
      .map((card) => lineOf(card, surveyStageAt(card, now)))
      .toSorted((a, b) => (a.closesAt > b.closesAt ? -1 : 1));
  }

  /** One of them in full. @throws Refusal `not-found`, also for what the reader may not know of */
  async one(scope: OrgScope, id: string, reader: Reader, now: Instant): Promise<SurveyReading> {
    const { state, version } = await this.#aggregates.load(scope.stream('SURVEY', id), surveyHistory);
    if (!state || !mayRead(reader, scope, state)) return refuse('not-found');
    const { intro, questions, threshold, closed, concluded, withdrawn, title } = state;
    const isWorking = mayWork(reader, scope.organisation);
    const ballots = closed || isWorking ? await this.#ballots(scope, id) : [];
    const group = groupOf(reader);
    return {
      ...lineOf({ ...state, id, survey: title }, surveyStageAt(state, now)),
      streamVersion: version,
      ...(intro !== undefined && { intro }),
      questions,
      threshold,
      ...(state.groups.includes(group) && { group }),
      ...(closed && { digest: digestOf(state, ballots, isWorking) }),
      ...(concluded && { conclusion: { text: concluded.text, at: concluded.at } }),
      ...(withdrawn && { withdrawn: { reason: withdrawn.reason, at: withdrawn.at } }),
      ...(isWorking && {
        work: {
          turnout: turnoutOf(state, ballots),
          ...(closed && { concludeBy: closed.concludeBy }),
        },
      }),
    };
  }

  async #ballots(scope: OrgScope, survey: string): Promise<readonly Ballot[]> {
    const rows = await Array.fromAsync(rowsUnder(this.#views, ballotsKey(scope.organisation, survey)));
    return rows.map((row) => row.card as Ballot);
  }
}

const mayRead = (
  reader: Reader,
  { organisation }: OrgScope,
  survey: Parameters<typeof surveyShown>[1],
): boolean => mayWork(reader, organisation) || maySee(reader, surveyShown(organisation, survey));

const lineOf = (
  {
    id,
    survey,
    kind,
    audience,
    groups,
    opensAt,
    closesAt,
    item,
  }: Omit<SurveyLine, 'title' | 'stage'> & {
    survey: string;
  },
  stage: SurveyStage,
): SurveyLine => ({
  id,
  title: survey,
  kind,
  audience,
  groups,
  opensAt,
  closesAt,
  ...(item !== undefined && { item }),
  stage,
});
