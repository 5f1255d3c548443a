import type { FollowedItem } from '../../domain/duty/commands.ts';
import { type ItemState, published, stagesOf, type Version } from '../../domain/item/state.ts';
import { type Day, dayOf } from '../../domain/kernel/time.ts';

/** What a ledger follows of an item in stages; undefined while nobody has seen it, and of an item without stages. */
export function followedItem(id: string, item: ItemState): FollowedItem | undefined {
  const version = item && published(item);
  const from = item && firstDisclosure(item.versions);
  if (!item || !version || from === undefined || stagesOf(item).length === 0) return undefined;
  const closedOn = item.closed?.summary === undefined ? undefined : dayOf(item.closed.at);
  return { item: id, row: version.content.row, from, stages: stagesOf(item), closedOn };
}

/** The day on which any of the versions first reached somebody; a meeting counts on the day it was held. */
export const firstDisclosure = (versions: readonly Version[]): Day | undefined =>
  versions.flatMap(({ releases }) => releases.map(({ heldAt, at }) => dayOf(heldAt ?? at))).toSorted()[0];
