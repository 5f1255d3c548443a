import type { Decider } from '../../kernel/decider.ts';
import { dayOf, endOfDay, type Instant } from '../../kernel/time.ts';
import { holders, requireSeat } from '../../organisation/authority.ts';
import { inspectsFromAbove, requireSupervisor, SUPERVISION, sourceFor } from '../inspectors.ts';
import { refuse } from '../refusals.ts';
import { requireStep } from '../steps.ts';
import { checkWords } from '../words.ts';
import type { VisitCommand, VisitCommandOf } from './commands.ts';
import { type Visit, type VisitEvent, type VisitState, visitHistory } from './state.ts';

/** 督查: planned for a day, recorded by those who went, with findings on any step of the work (XH-32, JX-07). */
export const visitDecider: Decider<VisitCommand, VisitEvent, VisitState> = {
  ...visitHistory,
  decide,
  nextDue,
};

/** A visit that is planned and was not recorded by the end of its day. */
function nextDue(visit: VisitState): Instant | undefined {
  return visit?.stage === 'planned' && !visit.overdue ? endOfDay(visit.on) : undefined;
}

function decide(command: VisitCommand, state: VisitState): readonly VisitEvent[] {
  if (command.type === 'PlanVisit') {
    if (state) refuse('visit-exists');
    return plan(command);
  }
  const visit = state ?? refuse('visit-unknown');
  switch (command.type) {
    case 'CancelVisit':
      requireVisitor(command, visit);
      if (visit.stage !== 'planned') refuse('visit-over');
      return [{ type: 'VisitCancelled', data: command.data }];
    case 'HoldVisit':
      return hold(command, visit);
    case 'AddFinding':
      return find(command, visit);
    case 'TimePassed': {
      const due = nextDue(visit);
      return due !== undefined && due <= command.now
        ? [{ type: 'VisitOverdue', data: { on: visit.on } }]
        : [];
    }
  }
}

function plan(command: VisitCommandOf<'PlanVisit'>): readonly VisitEvent[] {
  const { actor, data, facts, now } = command;
  const person = actor.kind === 'person' ? actor.person : '';
  const visitors = [...new Set(data.visitors ?? [person])];
  if (data.means === 'self-check') requireSelf(command, visitors);
  else requireAbove(command, visitors);
  if (data.on < dayOf(now)) refuse('visit-in-the-past', { field: 'on' });
  checkWords('purpose', data.purpose);
  const source = data.source ?? sourceFor(person, facts, now);
  return [{ type: 'VisitPlanned', data: { ...data, visitors, source } }];
}

/** Whoever plans it and whoever goes come from above, and from nowhere else. */
function requireAbove({ actor, facts, now }: VisitCommandOf<'PlanVisit'>, visitors: readonly string[]): void {
  const { person } = requireSupervisor(actor, facts, now);
  const areFree = [person, ...visitors].every((each) => inspectsFromAbove(each, facts, now));
  if (!areFree) refuse('visitor-conflict', { field: 'visitors' });
}

function requireSelf(
  { actor, facts: { organisation }, now }: VisitCommandOf<'PlanVisit'>,
  visitors: readonly string[],
): void {
  const seats = [...organisation.policy.proposers, ...SUPERVISION];
  requireSeat(actor, organisation, seats, now);
  const own = holders(organisation, seats, now);
  if (!visitors.every((visitor) => own.has(visitor))) refuse('self-check-by-others', { field: 'visitors' });
}

function hold(command: VisitCommandOf<'HoldVisit'>, visit: Visit): readonly VisitEvent[] {
  requireVisitor(command, visit);
  if (visit.stage !== 'planned') refuse('visit-over');
  if (command.data.on > dayOf(command.now)) refuse('visit-not-yet', { field: 'on' });
  checkWords('summary', command.data.summary);
  return [{ type: 'VisitHeld', data: command.data }];
}

function find(command: VisitCommandOf<'AddFinding'>, visit: Visit): readonly VisitEvent[] {
  requireVisitor(command, visit);
  if (visit.stage !== 'held') refuse('visit-not-held');
  requireStep(command.data.about, command.facts.steps);
  checkWords('text', command.data.text);
  return [{ type: 'FindingAdded', data: command.data }];
}

function requireVisitor({ actor }: VisitCommand, { visitors }: Visit): void {
  if (actor.kind !== 'person' || !visitors.includes(actor.person)) refuse('visit-not-yours');
}
