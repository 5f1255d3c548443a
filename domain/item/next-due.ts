import type { Instant } from '../kernel/time.ts';
import { consultationDue } from './consulting.ts';
import { lookAgainDue, releasesAhead } from './release.ts';
import { screeningDue } from './screening.ts';
import { showsUntil } from './showing.ts';
import { faces, type Item, type ItemState, standing } from './state.ts';

/** The next instant at which the item wants to be woken; see `Decider.nextDue`. */
export function nextDue(item: ItemState): Instant | undefined {
  if (!item) return undefined;
  const ends = faces(item).map(({ version }) => showsUntil(version));
  const dues = [...ends, screeningDue(item), consultationDue(item), lookAgainDue(item), ...releaseDues(item)];
  return dues.filter((due) => due !== undefined).toSorted()[0];
}

function releaseDues(item: Item): readonly Instant[] {
  const version = standing(item);
  return version ? releasesAhead(version).map(({ from }) => from) : [];
}
