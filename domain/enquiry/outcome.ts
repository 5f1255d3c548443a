import { refuse as refuseInput } from '../kernel/refusal.ts';
import { dayOf, type Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import { type SeatRule, seatTitle } from '../organisation/body.ts';
import { SUPERIOR_SEATS } from '../organisation/policy.ts';
import { personalData } from '../screening/personal-data.ts';
import { checkLinks, isAsker } from './asking.ts';
import { legOf } from './clock.ts';
import type { EnquiryCommandOf, EnquiryFacts } from './commands.ts';
import type { EnquiryEvent } from './events.ts';
import { checkText, requireOther, requireOwner, rulesIn } from './guards.ts';
import { refuse } from './refusals.ts';
import { decisionOf, type Enquiry } from './state.ts';

/** Hands over what was asked for: in words, or as an item that the asker may see. */
export function disclose(
  command: EnquiryCommandOf<'DiscloseEnquiry'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  requireOwner(command, enquiry);
  checkText('text', command.data.text);
  const { item = 'visible' } = command.facts.links;
  if (item !== 'visible') refuse('enquiry-item-not-visible', { field: 'item' });
  return [{ type: 'EnquiryDisclosed', data: command.data }];
}

/** What one person had to ask for may be owed to everybody: a new row or item, or a reason why not (DF-17). */
export function settlePromotion(
  command: EnquiryCommandOf<'SettlePromotion'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  requireOwner(command, enquiry);
  if (!enquiry.disclosure) refuse('not-disclosed');
  if (enquiry.promotion) refuse('promotion-settled');
  if (command.data.as === 'declined') checkText('reason', command.data.reason);
  checkLinks(command.facts);
  return [{ type: 'EnquiryPromotionSettled', data: command.data }];
}

/** Against any decision that gave less than was asked for, once. */
export function complain(
  command: EnquiryCommandOf<'FileComplaint'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  const { data, facts, now, actor } = command;
  if (!isAsker(actor, enquiry, facts)) refuse('not-the-asker');
  const decision = decisionOf(enquiry);
  if (!decision || decision.outcome === 'disclosed') refuse('nothing-to-complain-of');
  if (enquiry.complaint) refuse('already-complained');
  const count = personalData(data.text, 'text').length;
  if (count > 0) refuse('question-holds-personal-data', { field: 'text', count });
  const leg = legOf('complaint', dayOf(now), rulesIn(facts).complaintDays, facts.calendar);
  return [{ type: 'EnquiryComplaintFiled', data: { ...data, leg } }];
}

/** The supervision group upholds the complaint, and the case begins again, or says why not. */
export function decideComplaint(
  command: EnquiryCommandOf<'DecideComplaint'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  const { data, facts, now, actor } = command;
  requireOther(command, enquiry);
  const { seats, people } = supervisors(involvedIn(enquiry), facts, now);
  if (actor.kind !== 'person' || !people.includes(actor.person))
    refuseInput('not-permitted', { allowed: seats.map(seatTitle).join('、') });
  checkText('text', data.text);
  const leg = data.upheld
    ? { leg: legOf('complaint-upheld', dayOf(now), rulesIn(facts).decideDays, facts.calendar) }
    : {};
  return [{ type: 'EnquiryComplaintDecided', data: { ...data, ...leg } }];
}

/** Whoever asked, proposed or approved: none of them judges the complaint. */
export function involvedIn(enquiry: Enquiry): readonly string[] {
  const { asker, decisions } = enquiry;
  const deciders = decisions.flatMap(({ by, approvers }) => [by, ...approvers]);
  return [...new Set(asker === undefined ? deciders : [asker, ...deciders])];
}

const SUPERVISION: readonly SeatRule[] = [{ body: 'supervision-group' }];

/** 监督小组 of the organisation; where none of it is left, the superior's leaders or office. */
export function supervisors(
  barred: readonly string[],
  { organisation, superior }: Pick<EnquiryFacts, 'organisation' | 'superior'>,
  now: Instant,
): { readonly seats: readonly SeatRule[]; readonly people: readonly string[]; readonly isSuperior: boolean } {
  const own = [...holders(organisation, SUPERVISION, now)].filter((person) => !barred.includes(person));
  if (own.length > 0 || !superior) return { seats: SUPERVISION, people: own, isSuperior: false };
  const people = [...holders(superior, SUPERIOR_SEATS, now)].filter((person) => !barred.includes(person));
  return { seats: SUPERIOR_SEATS, people, isSuperior: true };
}
