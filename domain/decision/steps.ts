import type { Tense } from '../item/state.ts';
import { addDays, type Day, dayOf, type Instant } from '../kernel/time.ts';
import { isGrave } from './rules.ts';
import { type Decision, outcomeOf, type Recorded } from './state.ts';
import {
  MECHANISMS,
  type Mechanism,
  STEP_NAMES,
  STEPS,
  type StepName,
  type StepStatus,
} from './vocabulary.ts';

/** One step of a decision, as everybody sees it who sees the decision. */
export interface Step {
  readonly step: StepName;
  readonly status: StepStatus;
  /** Who recorded it last, or who skipped it. */
  readonly recorded?: Recorded;
  /** Why it was skipped. */
  readonly reason?: string;
  /** What is not as the rules have it: the notice was too short, or there was none. */
  readonly flag?: string;
}

/** Every step in its order, on that day. */
export const stepsOf = (decision: Decision, today: Day): readonly Step[] =>
  STEP_NAMES.map((step) => {
    const flag = step === 'notice' ? noticeFlag(decision) : undefined;
    const flagged = flag === undefined ? {} : { flag };
    const skipped = decision.skipped[step];
    if (skipped) return { step, status: 'skipped', recorded: skipped, reason: skipped.reason, ...flagged };
    const recorded = lastRecord(decision, step);
    const status = statusOf(decision, step, today);
    return {
      step,
      status: decision.withdrawn && status === 'waiting' ? 'not-needed' : status,
      ...(recorded && { recorded }),
      ...flagged,
    };
  });

function statusOf(decision: Decision, step: StepName, today: Day): StepStatus {
  const { notice, rounds, rules, publicity, meeting, actions, implemented } = decision;
  switch (step) {
    case 'notice':
      if (!notice) return 'waiting';
      return !meeting && today < leadOver(decision) ? 'under-way' : 'done';
    case 'consultation':
      if (rounds.length >= rules.rounds) return rounds.length > 0 ? 'done' : 'not-needed';
      return rounds.length > 0 ? 'under-way' : 'waiting';
    case 'publicity':
      if (publicity) return !meeting && today <= publicity.until ? 'under-way' : 'done';
      return rules.publicityDays > 0 ? 'waiting' : 'not-needed';
    case 'vote':
      if (decision.vote) return 'done';
      return isGrave(decision) || meeting?.outcome === 'to-vote' ? 'waiting' : 'not-needed';
    case 'tracking':
      if (implemented) return 'done';
      if (outcomeOf(decision) === 'rejected') return 'not-needed';
      return actions.length > 0 ? 'under-way' : 'waiting';
    case 'deliberation':
      return decision.deliberation ? 'done' : isGrave(decision) ? 'waiting' : 'not-needed';
    default:
      return decision[step] ? 'done' : 'waiting';
  }
}

/** First day on which the meeting may be held without being too soon after the notice. */
export const leadOver = ({ notice, rules }: Decision): Day =>
  notice ? addDays(dayOf(notice.at), rules.noticeDays) : '';

/** TZ-25: a meeting without notice, or with too short a one, says so for ever. */
function noticeFlag({ meeting, rules }: Decision): string | undefined {
  if (!meeting) return undefined;
  if (meeting.leadDays === undefined) return '未经预告召开会议';
  return meeting.leadDays < rules.noticeDays
    ? `提前 ${meeting.leadDays} 日预告，少于规定的 ${rules.noticeDays} 日`
    : undefined;
}

const RECORDS: Readonly<Record<StepName, (decision: Decision) => Recorded | undefined>> = {
  notice: ({ notice }) => notice,
  deliberation: ({ deliberation }) => deliberation,
  consultation: ({ rounds }) => rounds.at(-1),
  publicity: ({ publicity }) => publicity,
  meeting: ({ meeting }) => meeting,
  vote: ({ vote }) => vote,
  disclosure: ({ disclosure }) => disclosure,
  tracking: ({ implemented }) => implemented,
};
const lastRecord = (decision: Decision, step: StepName) => RECORDS[step](decision);

/** Nothing has to be done for it before the next one; a period that still runs holds up the meeting only. */
const isSettled = ({ step, status }: Step): boolean =>
  status === 'under-way' ? step === 'notice' || step === 'publicity' : status !== 'waiting';

/** The first step for which something has to be done; undefined when the decision is over. */
export const currentStep = (decision: Decision): StepName | undefined =>
  decision.withdrawn ? undefined : stepsOf(decision, NO_DAY).find((step) => !isSettled(step))?.step;
/** Whether a period is over does not matter for whose turn it is. */
const NO_DAY: Day = '';

/** The step, or one that comes after it, has been recorded or skipped. */
export const isBehind = (decision: Decision, step: StepName): boolean =>
  STEP_NAMES.slice(STEP_NAMES.indexOf(step) + 1).some(
    (later) => decision.skipped[later] || lastRecord(decision, later),
  );

/** One of the six, with the steps that make it. */
export interface MechanismState {
  readonly mechanism: Mechanism;
  readonly status: StepStatus;
  readonly steps: readonly Step[];
}

/** The six mechanisms in their order (TZ-24). One of which a step was skipped is never simply done. */
export const mechanismsOf = (steps: readonly Step[]): readonly MechanismState[] =>
  (Object.keys(MECHANISMS) as Mechanism[]).map((mechanism) => {
    const own = steps.filter(({ step }) => STEPS[step].mechanism === mechanism);
    return { mechanism, status: summary(own.map(({ status }) => status)), steps: own };
  });

function summary(all: readonly StepStatus[]): StepStatus {
  const needed = all.filter((status) => status !== 'not-needed');
  if (needed.length === 0) return 'not-needed';
  if (needed.every((status) => status === 'waiting')) return 'waiting';
  if (needed.some((status) => status === 'waiting' || status === 'under-way')) return 'under-way';
  return needed.includes('skipped') ? 'skipped' : 'done';
}

/** 将要做 / 正在做 / 已做完 (LY-16): until it is decided, while it is carried out, and afterwards. */
export function tenseOfDecision(decision: Decision): Tense {
  if (decision.withdrawn || currentStep(decision) === undefined) return 'done';
  const outcome = outcomeOf(decision);
  if (outcome === undefined) return 'planned';
  return outcome === 'rejected' ? 'done' : 'under-way';
}

/** Last day on which the result is disclosed in time: of a sensitive matter the day of the decision itself. */
export function discloseBy({ meeting, sensitive, rules, ...decision }: Decision): Day | undefined {
  if (!meeting || outcomeOf({ ...decision, meeting }) === undefined) return undefined;
  return addDays(meeting.heldOn, sensitive ? 0 : rules.disclosureDays);
}

/** When it was decided; undefined while it has not been. */
export const decidedAt = (decision: Decision): Instant | undefined =>
  outcomeOf(decision) === undefined ? undefined : (decision.vote ?? decision.meeting)?.at;
