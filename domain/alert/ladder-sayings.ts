import type { LadderStepReached } from '../duty/climb.ts';
import type { DomainEvent, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import type { AlertedDuty, DutyAlertKind, Matter } from './alert.ts';
import type { Saying, TellingFacts } from './telling.ts';

/** Something that was recorded, and when. */
export interface Happening<E extends DomainEvent> {
  readonly at: Instant;
  readonly event: E;
}

/** A saying with what it is about, named for the organisation itself: that there is one, never what is in it. */
export interface LadderSaying extends Saying {
  readonly matter: Matter;
  readonly duties: readonly Required<Pick<AlertedDuty, 'id' | 'due' | 'name'>>[];
}

/** What a step of the ladder says, and of what. */
export const stepSaying = (
  { at, event: { data } }: Happening<LadderStepReached>,
  about: Pick<LadderSaying, 'matter' | 'owner' | 'ownerAbove' | 'only'>,
  { id, name }: { readonly id: string; readonly name: string },
): LadderSaying => ({
  at,
  kind: data.says,
  step: data.step,
  ids: [id],
  duties: [{ id, due: data.dueOn, name }],
  ...about,
});

/** That it is over; those are told of it who heard of it. */
export const overSaying = (
  at: Instant,
  kind: Extract<DutyAlertKind, 'met' | 'waived'>,
  step: string | undefined,
  matter: Matter,
  duties: LadderSaying['duties'],
): LadderSaying => ({ at, kind, step, matter, duties, ids: duties.map(({ id }) => id) });

/** How one kind of stream becomes sayings: the state is that after the event. */
export interface Speaker<E extends DomainEvent, S> {
  readonly history: History<E, S | undefined>;
  said(
    happening: Happening<E>,
    state: S,
    id: string,
    houses: Pick<TellingFacts, 'own' | 'superior'>,
  ): LadderSaying | undefined;
}

/** What an alert says of it; names are for the organisation itself. */
export const ladderDetails =
  ({ matter, duties }: LadderSaying, of?: OrganisationId): TellingFacts['detailsOf'] =>
  (ids, isOwn) => ({
    matter,
    duties: duties
      .filter(({ id }) => ids.includes(id))
      .map(({ id, due, name }) => ({
        id,
        due,
        ...(isOwn && { name, ...(of !== undefined && { of }) }),
      })),
  });
