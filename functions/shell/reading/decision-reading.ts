import { isAnnounced } from '../../../domain/decision/card.ts';
import {
  type Action,
  type Decision,
  isDone,
  outcomeOf,
  type Recorded,
} from '../../../domain/decision/state.ts';
import {
  currentStep,
  mechanismsOf,
  type Step,
  stepsOf,
  tenseOfDecision,
} from '../../../domain/decision/steps.ts';
import {
  MECHANISMS,
  type Mechanism,
  STEPS,
  type StepName,
  type StepStatus,
} from '../../../domain/decision/vocabulary.ts';
import type { Tense } from '../../../domain/item/state.ts';
import { type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Tenants } from '../tenancy.ts';
import { namesOf, personName } from './names.ts';
import { seatTitleOf } from './steps.ts';

/** Who recorded something: by name for people of the organisation, by seat for everybody else. */
interface Signed {
  readonly at: Instant;
  readonly who: string;
}

export interface StepLine {
  readonly step: StepName;
  readonly zh: string;
  readonly status: StepStatus;
  readonly signed?: Signed;
  readonly reason?: string;
  readonly flag?: string;
}

export interface MechanismLine {
  readonly mechanism: Mechanism;
  readonly zh: string;
  readonly en: string;
  readonly status: StepStatus;
  readonly steps: readonly StepLine[];
}

export interface ActionLine extends Pick<Action, 'number' | 'task' | 'dueOn'> {
  /** Only for people of the organisation. */
  readonly assignee?: string;
  readonly done: boolean;
  readonly overdue: boolean;
  readonly reports: readonly { readonly at: Instant; readonly note: string; readonly done: boolean }[];
}

type Unsigned<T> = Omit<T, keyof Recorded>;

/** A decision as the reader may see it, whatever step it is at. */
export interface DecisionReading
  extends Pick<Decision, 'title' | 'summary' | 'matter' | 'hot' | 'sensitive' | 'audience'> {
  readonly id: string;
  readonly streamVersion: number;
  readonly announced: boolean;
  readonly tense: Tense;
  readonly outcome?: 'adopted' | 'rejected';
  readonly mechanisms: readonly MechanismLine[];
  readonly notice?: Unsigned<NonNullable<Decision['notice']>> & { readonly at: Instant };
  readonly deliberation?: Unsigned<NonNullable<Decision['deliberation']>>;
  readonly rounds: readonly Unsigned<Decision['rounds'][number]>[];
  readonly publicity?: Unsigned<NonNullable<Decision['publicity']>>;
  readonly meeting?: Unsigned<NonNullable<Decision['meeting']>>;
  /** Who chose what in an open vote is for those who work here. */
  readonly vote?: Unsigned<NonNullable<Decision['vote']>>;
  readonly disclosure?: { readonly item: string; readonly at: Instant };
  readonly actions: readonly ActionLine[];
  readonly implemented?: { readonly note: string; readonly at: Instant };
  readonly withdrawn?: { readonly reason: string; readonly at: Instant };
  /** Only for those who work on it. */
  readonly work?: DecisionWork;
}

export interface DecisionWork {
  /** Whose turn it is; absent when it is over. */
  readonly step?: StepName;
  readonly rules: Decision['rules'];
  /** Names by id. */
  readonly people: Readonly<Record<string, string>>;
  /** Runs the decision; the others carry something out. */
  readonly official: boolean;
  /** Numbers of the actions that the reader has to carry out. */
  readonly mine: readonly number[];
}

/** @param id of the decision, at that version of its stream */
export function readDecision(
  decision: Decision,
  { id, streamVersion }: Pick<DecisionReading, 'id' | 'streamVersion'>,
  reader: Reader,
  tenants: Tenants,
  now: Instant,
): DecisionReading {
  const { title, summary, matter, hot, sensitive, audience, rounds, actions } = decision;
  const { notice, deliberation, publicity, meeting, vote, disclosure, implemented, withdrawn } = decision;
  const outcome = outcomeOf(decision);
  const today = dayOf(now);
  const isOfficial = mayWork(reader, reader.organisation);
  const isInside = isOfficial || reader.partyMember || reader.staff;
  const signed = (recorded: Recorded) => ({ at: recorded.at, who: whoIs(recorded, tenants, isInside) });
  return {
    id,
    streamVersion,
    title,
    summary,
    matter,
    ...(hot && { hot }),
    ...(sensitive && isOfficial && { sensitive }),
    audience,
    announced: isAnnounced(decision),
    tense: tenseOfDecision(decision),
    ...(outcome !== undefined && { outcome }),
    mechanisms: mechanismsOf(stepsOf(decision, today)).map(({ mechanism, status, steps }) => ({
      mechanism,
      ...MECHANISMS[mechanism],
      status,
      steps: steps.map((step) => stepLine(step, signed)),
    })),
    ...(notice && { notice: { ...unsigned(notice), at: notice.at } }),
    ...(deliberation && { deliberation: unsigned(deliberation) }),
    rounds: rounds.map(unsigned),
    ...(publicity && { publicity: unsigned(publicity) }),
    ...(meeting && { meeting: unsigned(meeting) }),
    ...(vote && { vote: voteOf(vote, isOfficial) }),
    ...(disclosure && { disclosure: { item: disclosure.item, at: disclosure.at } }),
    actions: actions.map((action) => actionLine(action, tenants, isInside, today)),
    ...(implemented && { implemented: { note: implemented.note, at: implemented.at } }),
    ...(withdrawn && { withdrawn: { reason: withdrawn.reason, at: withdrawn.at } }),
    ...workOf(decision, reader, tenants, isOfficial),
  };
}

/** Whose help it needs: those who carry something out, while they do. */
export const assigneesOf = ({ actions }: Decision): readonly string[] =>
  actions.map(({ assignee }) => assignee);

function workOf(
  decision: Decision,
  reader: Reader,
  tenants: Tenants,
  official: boolean,
): { readonly work?: DecisionWork } {
  if (!mayWork(reader, reader.organisation, assigneesOf(decision))) return {};
  const step = currentStep(decision);
  const mine = decision.actions.filter((action) => action.assignee === reader.person && !isDone(action));
  return {
    work: {
      ...(step !== undefined && { step }),
      rules: decision.rules,
      people: namesOf(tenants),
      official,
      mine: mine.map(({ number }) => number),
    },
  };
}

function whoIs({ by, seat }: Recorded, tenants: Tenants, isInside: boolean): string {
  const title = (seat !== undefined && seatTitleOf(seat)) || tenants.organisation.shortName;
  const name = isInside ? personName(tenants, by) : undefined;
  return name === undefined ? title : `${title} ${name}`;
}

const stepLine = (
  { step, status, recorded, reason, flag }: Step,
  signed: (recorded: Recorded) => Signed,
): StepLine => ({
  step,
  zh: STEPS[step].zh,
  status,
  ...(recorded && { signed: signed(recorded) }),
  ...(reason !== undefined && { reason }),
  ...(flag !== undefined && { flag }),
});

const unsigned = <T extends Recorded>({ by: _b, seat: _s, at: _a, ...data }: T): Unsigned<T> => data;

function voteOf(vote: NonNullable<Decision['vote']>, isOfficial: boolean) {
  const { names, ...totals } = unsigned(vote);
  return isOfficial && names ? { ...totals, names } : totals;
}

const actionLine = (action: Action, tenants: Tenants, isInside: boolean, today: Day): ActionLine => {
  const { number, task, dueOn, assignee, reports } = action;
  const name = isInside ? personName(tenants, assignee) : undefined;
  const done = isDone(action);
  return {
    number,
    task,
    dueOn,
    ...(name !== undefined && { assignee: name }),
    done,
    overdue: !done && dueOn < today,
    reports: reports.map(({ at, note, done }) => ({ at, note, done })),
  };
};
