import { type Day, dayOf } from '../kernel/time.ts';
import { holders, requireAmong, requireSeat } from '../organisation/authority.ts';
import { seatTitle } from '../organisation/body.ts';
import { isOnRoster, type Organisation } from '../organisation/organisation.ts';
import { personalData } from '../screening/personal-data.ts';
import type { DecisionCommand } from './commands.ts';
import { refuse } from './refusals.ts';
import type { Decision } from './state.ts';
import { currentStep, isBehind } from './steps.ts';
import { STEP_NAMES, STEPS, type StepName } from './vocabulary.ts';

export const requireOffice = ({ actor, facts: { organisation }, now }: DecisionCommand): string =>
  requireSeat(actor, organisation, organisation.policy.proposers, now);

/** Those who approve such matters answer for leaving a step out. */
export function requireLeader(
  { actor, facts: { organisation }, now }: DecisionCommand,
  { matter }: Decision,
) {
  const chain = organisation.policy.approvalChains[matter].filter(({ step }) => step !== 'superior');
  const seats = chain.flatMap(({ by }) => by);
  const allowed = [...new Set(seats.map(seatTitle))].join('、');
  requireAmong(actor, holders(organisation, seats, now), seats, allowed);
}

/**
 * Steps are taken in their order: all before it are settled, none after it has begun.
 * @throws Refusal `decision-step-first` naming the one whose turn it is, `decision-step-over`
 */
export function requireTurn(decision: Decision, step: StepName): void {
  const current = currentStep(decision);
  const place = STEP_NAMES.indexOf(step);
  if (current !== undefined && STEP_NAMES.indexOf(current) < place)
    refuse('decision-step-first', { step: STEPS[current].zh });
  if (isBehind(decision, step)) refuse('decision-step-over', { step: STEPS[step].zh });
}

export function requirePast(day: Day, { now }: DecisionCommand, field: string): void {
  if (day > dayOf(now)) refuse('decision-day-ahead', { field });
}

export function requireAhead(day: Day, { now }: DecisionCommand, field: string): void {
  if (day < dayOf(now)) refuse('decision-day-past', { field });
}

export function requirePeople(people: readonly string[], organisation: Organisation, field: string): void {
  people.forEach((person, index) => {
    if (!isOnRoster(organisation, person))
      refuse('decision-person-unknown', { field: field.replace('#', String(index)), person });
  });
}

/** Nobody reviews these words before others read them. @throws Refusal `decision-holds-personal-data` */
export function requireImpersonal(value: unknown, field = ''): void {
  if (typeof value === 'string') {
    const count = personalData(value, field).length;
    if (count > 0) refuse('decision-holds-personal-data', { field, count });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) requireImpersonal(part, field ? `${field}.${key}` : key);
  }
}
