import { countBy } from '../kernel/count-by.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day } from '../kernel/time.ts';
import type { ActivityCard } from './card.ts';
import {
  type ActivityKind,
  type Layer,
  type MeetingType,
  YEARLY_MEETINGS,
  type YearlyMeeting,
} from './vocabulary.ts';

/** What a yearly report says of the log; a kind, type or layer of which there was nothing is absent (DF-03). */
export interface ActivityYear {
  readonly year: number;
  readonly kinds: Readonly<Partial<Record<ActivityKind, number>>>;
  readonly meetings: Readonly<Partial<Record<MeetingType, number>>>;
  readonly layers: Readonly<Partial<Record<Layer, number>>>;
  /** Everybody who was there, each time that they were. */
  readonly attended: number;
  /** The yearly meetings (QS-08): when each was held last; absent when it was not. */
  readonly yearly: Readonly<Partial<Record<YearlyMeeting, Day>>>;
}

export const isInYear = ({ heldOn }: Pick<ActivityCard, 'heldOn'>, year: number): boolean =>
  heldOn.startsWith(`${year}-`);

/** @param today what is planned for later is not counted */
export function activityYear(cards: readonly ActivityCard[], year: number, today: Day): ActivityYear {
  const held = cards.filter((card) => !card.withdrawn && isInYear(card, year) && card.heldOn <= today);
  const meetings = held.flatMap(({ meeting, heldOn }) => (meeting ? [{ ...meeting, heldOn }] : []));
  const lastOf = (type: YearlyMeeting): Day | undefined =>
    meetings
      .filter((meeting) => meeting.type === type)
      .map(({ heldOn }) => heldOn)
      .toSorted()
      .at(-1);
  return {
    year,
    kinds: countBy(held, ({ kind }) => kind),
    meetings: countBy(meetings, ({ type }) => type),
    layers: countBy(meetings, ({ layer }) => layer),
    attended: held.reduce((sum, { attended }) => sum + attended, 0),
    yearly: Object.fromEntries(
      YEARLY_MEETINGS.flatMap((type) => {
        const on = lastOf(type);
        return on === undefined ? [] : [[type, on]];
      }),
    ),
  };
}

/** 负责人 of a unit; without a person where the seat is vacant. */
export interface Head {
  readonly organisation: OrganisationId;
  readonly person?: string;
}

/** A training that a head took part in. */
export interface Trained {
  readonly on: Day;
  readonly organisation: OrganisationId;
  readonly activity: string;
}

/** The first training that the head took part in on or after the day and, if one is named, not after the last. */
export function trainedSince(
  { organisation, person }: Head,
  trainings: readonly ActivityCard[],
  from: Day,
  until?: Day,
): Trained | undefined {
  if (person === undefined) return undefined;
  const [first] = trainings
    .filter(
      ({ withdrawn, heldOn }) => !withdrawn && heldOn >= from && (until === undefined || heldOn <= until),
    )
    .filter(({ trained = [] }) =>
      trained.some((one) => one.person === person && one.organisation === organisation),
    )
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
  return first && { on: first.heldOn, organisation: first.organisation, activity: first.id };
}
