import { isInvolved } from '../../domain/feedback/hearing.ts';
import { feedbackHistory } from '../../domain/feedback/state.ts';
import { askedOn } from '../../domain/item/asked-on.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Aggregates } from '../shell/aggregates.ts';

/** See {@link Permits.isAsked}. Loaded for whoever holds no seat: officials, who do nearly everything, need none of it. */
export async function isAsked(
  aggregates: Aggregates,
  scope: OrgScope,
  item: string,
  person: string,
): Promise<boolean> {
  const { state } = await aggregates.load(scope.stream('ITEM', item), itemHistory);
  return state !== undefined && askedOn(state).includes(person);
}

/** See {@link Permits.ownsFeedback}. */
export async function ownsFeedback(
  aggregates: Aggregates,
  scope: OrgScope,
  feedback: string,
  person: string,
): Promise<boolean> {
  const { state } = await aggregates.load(scope.stream('FEEDBACK', feedback), feedbackHistory);
  return state !== undefined && (isInvolved(state, person) || state.author === person);
}
