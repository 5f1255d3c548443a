import type { Instant } from '../kernel/time.ts';
import type { ItemCommandOf, ItemFacts } from './commands.ts';
import { lapse } from './consulting.ts';
import type { ItemEvent } from './events.ts';
import { itemHistory } from './evolve.ts';
import { lookAgainDue, releasesDue } from './release.ts';
import { screen } from './screening.ts';
import { showsUntil } from './showing.ts';
import { faces, type Item, standing } from './state.ts';

type Waiting = (item: Item, now: Instant, facts: ItemFacts) => readonly ItemEvent[];

/**
 * What the clock alone brings about. Each step sees what the ones before it did: a version whose time is over is
 * taken down first, so that a clock that was late does not release what is to vanish at once.
 */
const STEPS: readonly Waiting[] = [
  (item, _, facts) => screen(item, facts),
  lapse,
  takeDown,
  release,
  lookAgain,
];

export function passTime(
  { now, actor, facts }: ItemCommandOf<'TimePassed'>,
  item: Item,
): readonly ItemEvent[] {
  let state = item;
  return STEPS.flatMap((step) => {
    const events = step(state, now, facts);
    state = events.reduce((s, event) => itemHistory.evolve(s, event, { at: now, by: actor }) ?? s, state);
    return events;
  });
}

function takeDown(item: Item, now: Instant): readonly ItemEvent[] {
  return faces(item)
    .map(({ version }) => version)
    .filter((version) => isOver(showsUntil(version), now))
    .map(({ number }) => ({ type: 'ItemExpired', data: { version: number } }));
}

function release(item: Item, now: Instant): readonly ItemEvent[] {
  const version = standing(item);
  if (!version) return [];
  const { number } = version;
  return releasesDue(version, now).map((audience) => ({
    type: 'ItemReleased',
    data: { version: number, audience, online: true },
  }));
}

function lookAgain(item: Item, now: Instant): readonly ItemEvent[] {
  return isOver(lookAgainDue(item), now) ? [{ type: 'LookAgainDue', data: {} }] : [];
}

const isOver = (due: Instant | undefined, now: Instant): boolean => due !== undefined && due <= now;
