import { type Climb, earliest, nextStepAt, type Steps, stepReached, stepsBy } from '../../duty/climb.ts';
import type { Decider } from '../../kernel/decider.ts';
import { refuse as refuseInput } from '../../kernel/refusal.ts';
import { addDays, type Day, dayOf, endOfDay, type Instant } from '../../kernel/time.ts';
import { holders } from '../../organisation/authority.ts';
import { isOnRoster } from '../../organisation/organisation.ts';
import { GROUP, inspectsFromAbove, type Standing } from '../inspectors.ts';
import { requireStep } from '../steps.ts';
import type { CaseCommand, CaseCommandOf } from './commands.ts';
import { decidersOf } from './people.ts';
import { refuse } from './refusals.ts';
import { type Case, type CaseEvent, type CaseState, type CaseWait, caseHistory } from './state.ts';

/** 责任追究: opened by a supervision group, decided by who leads, appealed against once, closed (JX-08). */
export const caseDecider: Decider<CaseCommand, CaseEvent, CaseState> = { ...caseHistory, decide, nextDue };

/** One month each to appeal and to answer the appeal (《中国共产党问责条例》 art. 21). */
const MONTH_DAYS = 30;

const inAMonth = (now: Instant): Day => addDays(dayOf(now), MONTH_DAYS);

/** What the case waits for, by when, and what is said of that. */
interface Wait {
  readonly owed: CaseWait;
  readonly dueOn: Day;
  readonly climb: Climb;
  /** What the end of the day brings; absent once it did. */
  readonly ends?: CaseEvent;
}

/** A decision that nobody appeals against closes the case; an appeal that nobody answers becomes overdue. */
function waitOf({ stage, decision, appeal }: Case): Wait | undefined {
  if (stage === 'decided' && decision) {
    const { appealUntil: dueOn } = decision;
    return { owed: 'appeal', dueOn, climb: decision, ends: { type: 'CaseClosed', data: {} } };
  }
  if (stage !== 'appealed' || !appeal) return undefined;
  const { dueOn, overdue } = appeal;
  const ends = { type: 'AppealOverdue', data: { dueOn } } as const;
  return { owed: 'answer', dueOn, climb: appeal, ...(!overdue && { ends }) };
}

const endOf = ({ ends, dueOn }: Wait): Instant | undefined => ends && endOfDay(dueOn);

function nextDue(case_: CaseState): Instant | undefined {
  const wait = case_ && waitOf(case_);
  return wait && earliest(endOf(wait), nextStepAt(wait.climb));
}

function decide(command: CaseCommand, state: CaseState): readonly CaseEvent[] {
  if (command.type === 'OpenCase') {
    if (state) refuse('case-exists');
    return open(command);
  }
  const case_ = state ?? refuse('case-unknown');
  switch (command.type) {
    case 'DecideCase':
      requireDecider(command, case_);
      if (case_.stage !== 'open') refuse('case-decided');
      return [{ type: 'CaseDecided', data: { ...command.data, ...windowFrom(command) } }];
    case 'AppealCase':
      return appeal(command, case_);
    case 'DecideAppeal':
      if (case_.stage !== 'appealed') refuse('case-not-appealed');
      requireDecider(command, case_);
      return [{ type: 'AppealDecided', data: command.data }];
    case 'TimePassed':
      return passTime(command.now, case_);
  }
}

function open({ actor, data, facts, now }: CaseCommandOf<'OpenCase'>): readonly CaseEvent[] {
  const { organisation, superior } = facts;
  const person = actor.kind === 'person' ? actor.person : '';
  const isAbove =
    superior !== undefined &&
    holders(superior, GROUP, now).has(person) &&
    inspectsFromAbove(person, facts, now);
  const isWithin = holders(organisation, GROUP, now).has(person);
  if (!isAbove && !isWithin)
    refuseInput('not-permitted', { allowed: '本组织或上级党务公开监督小组任一成员' });
  if (!isOnRoster(organisation, data.person)) refuse('case-person-elsewhere', { field: 'person' });
  if (data.person === person) refuse('case-own', { field: 'person' });
  requireStep(data.about, facts.steps);
  const standing: Standing = isAbove ? 'above' : 'within';
  return [{ type: 'CaseOpened', data: { ...data, standing } }];
}

function windowFrom({ facts, now }: CaseCommandOf<'DecideCase'>): { appealUntil: Day; steps: Steps } {
  const appealUntil = inAMonth(now);
  return { appealUntil, steps: stepsBy(appealUntil, facts, now) };
}

function appeal({ actor, data, facts, now }: CaseCommandOf<'AppealCase'>, case_: Case): readonly CaseEvent[] {
  if (actor.kind !== 'person' || actor.person !== case_.person) refuse('case-not-yours-to-appeal');
  const { decision, stage } = case_;
  if (!decision || case_.appeal) return refuse('case-nothing-to-appeal');
  if (stage === 'closed' || dayOf(now) > decision.appealUntil)
    refuse('case-appeal-late', { until: decision.appealUntil });
  const dueOn = inAMonth(now);
  return [{ type: 'CaseAppealed', data: { ...data, dueOn, steps: stepsBy(dueOn, facts, now) } }];
}

/** A case that closes has nothing more to say: nobody owes an appeal. */
function passTime(now: Instant, case_: Case): readonly CaseEvent[] {
  const wait = waitOf(case_);
  if (!wait) return [];
  const { owed, dueOn, climb, ends } = wait;
  const end = endOf(wait);
  const ended = ends && end !== undefined && end <= now ? [ends] : [];
  const rung = ended.some(({ type }) => type === 'CaseClosed') ? undefined : stepReached(climb, now);
  return [
    ...ended,
    ...(rung ? [{ type: 'LadderStepReached', data: { ...rung, owed, dueOn } } as const] : []),
  ];
}

function requireDecider(
  { actor, facts, now }: CaseCommandOf<'DecideCase' | 'DecideAppeal'>,
  case_: Case,
): void {
  const isOne = actor.kind === 'person' && decidersOf(case_, facts, now).includes(actor.person);
  if (!isOne) refuse('case-not-yours-to-decide');
}
