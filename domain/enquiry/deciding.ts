import { type Deciders, deciderOf, pendingSteps, requireAmongDeciders } from '../item/deciders.ts';
import type { Passage } from '../item/waits.ts';
import { dayOf } from '../kernel/time.ts';
import type { ApprovalStep } from '../organisation/policy.ts';
import { checkLinks } from './asking.ts';
import { legOf } from './clock.ts';
import type { EnquiryCommand, EnquiryCommandOf } from './commands.ts';
import type { EnquiryEvent } from './events.ts';
import { checkDay, checkText, requireOther, requireOwner, rulesIn } from './guards.ts';
import { refuse } from './refusals.ts';
import type { Enquiry, Proposal } from './state.ts';
import { givesSomething, groundFits } from './vocabulary.ts';

/** Something that is held back is looked at again within a year. */
const LONGEST_HOLD = 366;

/** 拟办意见: an outcome with its reason, on its way through the approval chain. */
export function propose(
  command: EnquiryCommandOf<'ProposeDecision'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  const { data, facts } = command;
  requireOwner(command, enquiry);
  if (enquiry.proposal) refuse('decision-pending');
  if (!groundFits(data.outcome, data.ground)) refuse('ground-does-not-fit', { field: 'ground' });
  checkLookAgain(command);
  checkText('text', data.text);
  checkLinks(facts);
  if (data.outcome === 'already-public') {
    if (data.item === undefined && data.row === undefined) refuse('link-missing', { field: 'item' });
    if (facts.links.item === 'hidden') refuse('enquiry-item-not-visible', { field: 'item' });
  }
  return [{ type: 'EnquiryDecisionProposed', data }];
}

function checkLookAgain(command: EnquiryCommandOf<'ProposeDecision'>): void {
  const { outcome, lookAgainOn } = command.data;
  const field = 'lookAgainOn';
  if (outcome !== 'not-for-now') {
    if (lookAgainOn !== undefined) refuse('look-again-day-superfluous', { field });
    return;
  }
  checkDay(field, lookAgainOn ?? refuse('look-again-day-missing', { field }), command, LONGEST_HOLD);
}

/** What of a proposal settles who decides on it. Neither whoever asked nor whoever proposed it may. */
export const passageOf = (
  { proposedBy, asker }: { readonly proposedBy: string; readonly asker?: string | undefined },
  { matter }: Pick<Proposal, 'matter'>,
  passed: Passage['approvals'],
): Passage => ({
  authors: asker === undefined ? [proposedBy] : [proposedBy, asker],
  content: { matter },
  approvals: passed.map(({ step }) => ({ step })),
});

/** The next step of the chain and who takes it. @throws Refusal `no-proposal` */
function nextStep({ facts, now }: EnquiryCommand, { proposal, asker, passed }: Enquiry) {
  const { by: proposedBy, matter } = proposal ?? refuse('no-proposal');
  const passage = passageOf({ proposedBy, asker }, { matter }, passed);
  const [step, ...later] = pendingSteps(passage, facts.organisation) as [ApprovalStep, ...ApprovalStep[]];
  return { step, isLast: later.length === 0, deciders: deciderOf(step, passage, facts, now) };
}

function requireDecider(command: EnquiryCommand, enquiry: Enquiry, deciders: Deciders) {
  requireOther(command, enquiry);
  const person = command.actor.kind === 'person' ? command.actor.person : undefined;
  if (person !== undefined && person === enquiry.proposal?.by) refuse('own-proposal');
  requireAmongDeciders(command.actor, deciders);
}

/** Passes the next step of the chain; the last one decides. */
export function approve(
  command: EnquiryCommandOf<'ApproveDecision'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  const { facts, now } = command;
  const { step, isLast, deciders } = nextStep(command, enquiry);
  requireDecider(command, enquiry, deciders);
  const passed: EnquiryEvent = {
    type: 'EnquiryStepPassed',
    data: { step: step.step, forSuperior: deciders.isSuperior },
  };
  if (!isLast) return [passed];
  const outcome = enquiry.proposal?.outcome ?? refuse('no-proposal');
  const leg = givesSomething(outcome)
    ? { leg: legOf('to-disclose', dayOf(now), rulesIn(facts).discloseDays, facts.calendar) }
    : {};
  return [passed, { type: 'EnquiryDecided', data: { outcome, ...leg } }];
}

/** Back to the owner, by whoever would take the next step. */
export function returnDecision(
  command: EnquiryCommandOf<'ReturnDecision'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  requireDecider(command, enquiry, nextStep(command, enquiry).deciders);
  return [{ type: 'EnquiryDecisionReturned', data: command.data }];
}
