import { decisionHistory, outcomeOf } from '../../domain/decision/state.ts';
import type { ItemFacts } from '../../domain/item/commands.ts';
import type { ItemContent } from '../../domain/item/content.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Aggregates } from './aggregates.ts';

/** What a content says about how its matter came about, held against the record of its organisation. */
export async function procedureFacts(
  aggregates: Aggregates,
  scope: OrgScope,
  { decision, tender }: Pick<ItemContent, 'decision' | 'tender'>,
): Promise<Pick<ItemFacts, 'decision' | 'tenderItems'>> {
  const named = [tender?.notice, tender?.result].filter((id) => id !== undefined);
  const [made, items] = await Promise.all([
    decision === undefined ? undefined : decisionNamed(aggregates, scope, decision),
    Promise.all(named.map(async (id) => ((await isItem(aggregates, scope, id)) ? [id] : []))),
  ]);
  return { ...(made && { decision: made }), tenderItems: items.flat() };
}

async function decisionNamed(aggregates: Aggregates, scope: OrgScope, id: string) {
  const { state } = await aggregates.load(scope.stream('DECISION', id), decisionHistory);
  return state && { isMade: outcomeOf(state) !== undefined };
}

const isItem = async (aggregates: Aggregates, scope: OrgScope, id: string): Promise<boolean> =>
  (await aggregates.load(scope.stream('ITEM', id), itemHistory)).state !== undefined;
