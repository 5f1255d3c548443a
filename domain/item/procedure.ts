import type { Matter, Policy } from '../organisation/policy.ts';
import type { ItemFacts } from './commands.ts';
import type { ItemContent } from './content.ts';
import { refuse } from './refusals.ts';

/** What a text has to rest on is there: the decision that it names, and the items of its tender. */
export function checkProcedure({ decision, tender }: ItemContent, facts: ItemFacts): void {
  if (decision !== undefined && !facts.decision) refuse('item-decision-unknown', { field: 'decision' });
  for (const part of ['notice', 'result'] as const) {
    const item = tender?.[part];
    if (item !== undefined && !facts.tenderItems?.includes(item))
      refuse('tender-item-unknown', { field: `tender.${part}`, item });
  }
}

/**
 * 重大、人事、资金事项: not disclosed before it was decided on, where the organisation or its superior asks for that;
 * an exception says why. What names a decision waits for it in any case.
 */
export function requireDecided(content: ItemContent, { organisation, superior, decision }: ItemFacts): void {
  if (content.withheld) return;
  if (content.decision !== undefined) {
    if (!decision?.isMade) refuse('decision-not-made', { field: 'decision' });
    return;
  }
  const isAsked = [organisation.policy, superior?.policy].some((policy) => asksForDecision(content, policy));
  if (isAsked && content.noDecision === undefined) refuse('decision-missing', { field: 'decision' });
}

function asksForDecision({ matter, amounts }: ItemContent, policy: Policy | undefined): boolean {
  const required = policy?.decisionsRequired;
  if (!required) return false;
  const { matters, fromYuan } = required;
  const isLarge = fromYuan !== undefined && amounts !== undefined && amounts.totalCents >= fromYuan * 100;
  return isLarge || matters.includes(matter);
}

/** Who is named in it is told to nobody beyond the row, whatever reason is given (DF-15). */
export const isAboutPeople = ({
  matter,
  aboutPeople,
}: {
  matter: Matter;
  aboutPeople?: boolean | undefined;
}) => matter === 'personnel' || aboutPeople === true;
