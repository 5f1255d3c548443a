import type { Enquiry } from '../../domain/enquiry/state.ts';
import { enquiryTasksNow } from '../../domain/enquiry/tasks.ts';
import { enquiryWaits } from '../../domain/enquiry/waits.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { Tenants } from '../shell/tenancy.ts';
import type { OfficeAction } from './forms/enquiry-actions.ts';

/**
 * The forms worth showing to this person now. The decider alone decides; this only spares people forms that it would
 * refuse.
 */
export function enquiryOffers(
  enquiry: Enquiry,
  tenants: Tenants,
  person: string,
  now: Instant,
): ReadonlySet<OfficeAction> {
  if (person === enquiry.asker) return new Set();
  const { organisation } = tenants;
  const { stage, proposal, extension, disclosure, promotion } = enquiry;
  const handles =
    enquiry.owner === person || holders(organisation, organisation.policy.proposers, now).has(person);
  const leads = holders(organisation, [{ body: 'leading-group' }], now).has(person);
  const mine = tasksOf(enquiry, tenants, person, now);
  const offers: readonly (readonly [boolean, ...OfficeAction[]])[] = [
    [mine.has('approve-decision') || mine.has('approve-for-school'), 'approve', 'return'],
    [mine.has('decide-complaint'), 'judge'],
    [handles && stage === 'to-approve' && !proposal, 'propose', 'ask', 'pause'],
    [handles && stage === 'clarifying', 'clarify'],
    [handles && stage === 'paused', 'resume'],
    [handles && stage === 'decided', 'disclose'],
    [handles && stage === 'closed' && disclosure !== undefined && !promotion, 'promote'],
    [handles && !['closed', 'answered'].includes(stage), 'assign'],
    [handles, 'visit'],
    [leads && stage === 'to-approve' && !extension && !enquiry.overdue, 'extend'],
  ];
  return new Set(offers.flatMap(([is, ...actions]) => (is ? actions : [])));
}

/** Kinds of tasks on the case that fall to the person. */
function tasksOf(enquiry: Enquiry, tenants: Tenants, person: string, now: Instant): ReadonlySet<string> {
  const tasks = enquiryTasksNow(enquiryWaits(enquiry), tenants, now).filter(
    ({ organisation, seats = [], people = [], except = [] }) => {
      const place = organisation === 'superior' ? tenants.superior : tenants.organisation;
      const holds = place !== undefined && holders(place, seats, now).has(person);
      return !except.includes(person) && (people.includes(person) || holds);
    },
  );
  return new Set(tasks.map(({ kind }) => kind));
}
