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
import { type Case, type CaseEvent, type CaseState, caseHistory } from './state.ts';

/** 责任追究: opened by a supervision group, decided by who leads, appealed against once, closed (JX-08). */
export const caseDecider: Decider<CaseCommand, CaseEvent, CaseState> = { ...caseHistory, decide, nextDue };

/** One month each to appeal and to answer the appeal (《中国共产党问责条例》 art. 21). */
const MONTH_DAYS = 30;

const inAMonth = (now: Instant): Day => addDays(dayOf(now), MONTH_DAYS);

/** A decision that nobody appeals against closes the case; an appeal that nobody answers becomes overdue. */
function nextDue(case_: CaseState): Instant | undefined {
  if (case_?.stage === 'decided' && case_.decision) return endOfDay(case_.decision.appealUntil);
  if (case_?.stage === 'appealed' && case_.appeal && !case_.appeal.overdue)
    return endOfDay(case_.appeal.dueOn);
  return undefined;
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
      return [{ type: 'CaseDecided', data: { ...command.data, appealUntil: inAMonth(command.now) } }];
    case 'AppealCase':
      return appeal(command, case_);
    case 'DecideAppeal':
      if (case_.stage !== 'appealed') refuse('case-not-appealed');
      requireDecider(command, case_);
      return [{ type: 'AppealDecided', data: command.data }];
    case 'TimePassed':
      return passTime(command, case_);
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

function appeal({ actor, data, now }: CaseCommandOf<'AppealCase'>, case_: Case): readonly CaseEvent[] {
  if (actor.kind !== 'person' || actor.person !== case_.person) refuse('case-not-yours-to-appeal');
  const { decision, stage } = case_;
  if (!decision || case_.appeal) return refuse('case-nothing-to-appeal');
  if (stage === 'closed' || dayOf(now) > decision.appealUntil)
    refuse('case-appeal-late', { until: decision.appealUntil });
  return [{ type: 'CaseAppealed', data: { ...data, dueOn: inAMonth(now) } }];
}

function passTime({ now }: CaseCommandOf<'TimePassed'>, case_: Case): readonly CaseEvent[] {
  const due = nextDue(case_);
  if (due === undefined || due > now) return [];
  if (case_.stage === 'decided') return [{ type: 'CaseClosed', data: {} }];
  return [{ type: 'AppealOverdue', data: { dueOn: case_.appeal?.dueOn ?? dayOf(now) } }];
}

function requireDecider(
  { actor, facts, now }: CaseCommandOf<'DecideCase' | 'DecideAppeal'>,
  case_: Case,
): void {
  const isOne = actor.kind === 'person' && decidersOf(case_, facts, now).includes(actor.person);
  if (!isOne) refuse('case-not-yours-to-decide');
}
