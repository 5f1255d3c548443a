import type { Task } from '../item/tasks.ts';
import type { Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import type { SupervisionTaskKind, SupervisionWait } from './card.ts';
import { decidersOf } from './case/people.ts';
import { type Houses, SUPERVISION } from './inspectors.ts';

type SupervisionTask = Task<SupervisionTaskKind>;

/** Whose turn it is, with the organisations as they are at `now`. */
export const supervisionTasksNow = (
  waits: readonly SupervisionWait[],
  houses: Houses,
  now: Instant,
): readonly SupervisionTask[] =>
  waits.flatMap((wait): readonly SupervisionTask[] => {
    const { kind, since, due, except, above, by, people } = wait;
    const when = { kind, since, ...(due !== undefined && { due }), ...(except && { except }) };
    if (wait.on) return deciding(wait.on, when, houses, now);
    if (by === 'office')
      return [{ ...when, seats: houses.organisation.policy.proposers, organisation: 'own' }];
    const organisation = above || by === 'above' ? 'superior' : 'own';
    return [{ ...when, ...(people && { people }), ...(by && { seats: SUPERVISION }), organisation }];
  });

/** In whichever of the two places each decider sits. */
function deciding(
  on: NonNullable<SupervisionWait['on']>,
  when: Omit<SupervisionTask, 'organisation'>,
  houses: Houses,
  now: Instant,
): readonly SupervisionTask[] {
  const { organisation } = houses;
  const own = holders(organisation, [{ body: 'leading-group' }], now);
  const isOwn = on.standing === 'within';
  return Map.groupBy(decidersOf(on, houses, now), (person) => isOwn && own.has(person))
    .entries()
    .map(([here, people]): SupervisionTask => ({ ...when, people, organisation: here ? 'own' : 'superior' }))
    .toArray();
}
