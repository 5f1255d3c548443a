import { requireSeat } from '../organisation/authority.ts';
import type { ItemCommandOf } from './commands.ts';
import { deciderOf, pendingSteps, requireDecider, reviewersOf } from './deciders.ts';
import type { ItemEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { requireStage } from './stage.ts';
import { type Item, latest } from './state.ts';

/** Five verdicts and the secrecy check (HZ-14, HZ-49). One "no" sends the item back with the notes as the reason. */
export function review(command: ItemCommandOf<'ReviewItem'>, item: Item): readonly ItemEvent[] {
  const version = requireStage(item, 'submitted');
  requireDecider(command, version, reviewersOf(version, command.facts, command.now));
  if (!version.findings) refuse('screening-pending');
  const { verdicts, secrecy } = command.data;
  const reasons = [
    ...Object.entries(verdicts).map(([aspect, { ok, note }]) => ({ ok, note, field: `verdicts.${aspect}` })),
    { ok: secrecy.clear, note: secrecy.note, field: 'secrecy' },
  ]
    .filter(({ ok }) => !ok)
    .map(({ note, field }) => note ?? refuse('verdict-without-note', { field: `${field}.note` }));
  const reviewed: ItemEvent = { type: 'ItemReviewed', data: command.data };
  return reasons.length === 0
    ? [reviewed]
    : [reviewed, { type: 'ItemReturned', data: { reason: reasons.join('；') } }];
}

/**
 * Back to the authors, by anybody who has a say in it: reviewers, the approval chain, and the superior where it
 * decides. Also once approved, as long as nobody has been told.
 */
export function returnItem(command: ItemCommandOf<'ReturnItem'>, item: Item): readonly ItemEvent[] {
  requireStage(item, 'submitted', 'reviewed', 'approved');
  const { actor, facts, now } = command;
  if (actor.kind !== 'person' || !decidersAbove(command, item).has(actor.person)) {
    const { reviewers, approvalChains } = facts.organisation.policy;
    const chain = approvalChains[latest(item).content.matter].filter(({ step }) => step !== 'superior');
    requireSeat(actor, facts.organisation, [...reviewers, ...chain.flatMap(({ by }) => by)], now);
  }
  return [{ type: 'ItemReturned', data: command.data }];
}

/** People of the superior organisation on whom the next step of this version rests. */
function decidersAbove({ facts, now }: ItemCommandOf<'ReturnItem'>, item: Item): ReadonlySet<string> {
  if (!facts.superior) return new Set();
  const version = latest(item);
  const next =
    version.stage === 'submitted'
      ? [reviewersOf(version, facts, now)]
      : pendingSteps(version, facts.organisation).map((step) => deciderOf(step, version, facts, now));
  return new Set(next.filter(({ isSuperior }) => isSuperior).flatMap(({ people }) => [...people]));
}
