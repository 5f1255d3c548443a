import { addDays, type Day, dayOf } from '../kernel/time.ts';
import { holders, requireAmong, requireSeat } from '../organisation/authority.ts';
import { personalData } from '../screening/personal-data.ts';
import type { EnquiryCommand, EnquiryFacts } from './commands.ts';
import { refuse } from './refusals.ts';
import { type EnquiryRules, enquiryRules } from './rules.ts';
import type { Enquiry } from './state.ts';
import { ENQUIRY_STAGES, type EnquiryStage } from './vocabulary.ts';

export const rulesIn = ({ organisation, superior }: EnquiryFacts): EnquiryRules =>
  enquiryRules(organisation.policy, superior?.policy);

export function requireStage(enquiry: Enquiry, ...stages: readonly EnquiryStage[]): void {
  if (!stages.includes(enquiry.stage)) refuse('wrong-stage', { stage: ENQUIRY_STAGES[enquiry.stage] });
}

/** Nobody handles their own request, whatever seat they hold. */
export function requireOther({ actor }: EnquiryCommand, { asker }: Pick<Enquiry, 'asker'>): void {
  if (actor.kind === 'person' && actor.person === asker) refuse('own-enquiry');
}

/** 党务公开办公室 and whoever else may propose. */
export function requireOffice({ actor, facts: { organisation }, now }: EnquiryCommand): void {
  requireSeat(actor, organisation, organisation.policy.proposers, now);
}

/** The owner or the office, and never the asker. */
export function requireOwner(command: EnquiryCommand, enquiry: Enquiry): void {
  requireOther(command, enquiry);
  const { actor } = command;
  if (actor.kind !== 'person' || actor.person !== enquiry.owner) requireOffice(command);
}

/** 领导小组, of the superior where there is none here. */
export function requireLeaders({ actor, facts: { organisation, superior }, now }: EnquiryCommand): void {
  const seat = { body: 'leading-group' } as const;
  const here = holders(organisation, [seat], now);
  const people = here.size === 0 && superior ? holders(superior, [seat], now) : here;
  requireAmong(actor, people, [seat]);
}

/** What is told to somebody outside may hold no personal data. */
export function checkText(field: string, text: string): void {
  const count = personalData(text, field).length;
  if (count > 0) refuse('reply-holds-personal-data', { field, count });
}

/** After today, and no later than so many days from now. */
export function checkDay(field: string, day: Day, { now }: EnquiryCommand, most: number): void {
  const today = dayOf(now);
  const [earliest, latest] = [addDays(today, 1), addDays(today, most)];
  if (day < earliest || day > latest) refuse('day-out-of-range', { field, earliest, latest });
}
