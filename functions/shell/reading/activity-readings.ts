import type { ActivityCard } from '../../../domain/activity/card.ts';
import {
  type Activity,
  activityHistory,
  activityShown,
  receptionEnd,
  slotStart,
} from '../../../domain/activity/state.ts';
import { type ActivityKind, totalOf } from '../../../domain/activity/vocabulary.ts';
import {
  type ActivityYear,
  activityYear,
  isInYear,
  type Trained,
  trainedSince,
} from '../../../domain/activity/year.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { versionFor } from '../../../domain/item/for-reader.ts';
import { latest } from '../../../domain/item/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import { activitiesAround, activitiesOf } from './activity-cards.ts';
import { headsOf } from './heads.ts';
import { ledUnits } from './led-units.ts';
import { personName } from './names.ts';
import { organisationCards } from './organisation-cards.ts';
import type { Sources } from './sources.ts';

/** An activity in a list. */
export interface ActivityLine
  extends Omit<ActivityCard, 'organisation' | 'activity' | 'trained' | 'waits' | 'withdrawn' | 'aims'> {
  readonly title: string;
  readonly withdrawn?: true;
}

/** A booking, as whoever holds it and the office see it. */
export interface BookingLine {
  readonly id: string;
  readonly slot: number;
  readonly from: Instant;
  /** Who had signed in, or what whoever had not is to be called; absent for a receipt alone. */
  readonly name?: string;
  readonly subject?: string;
  readonly came?: boolean;
  readonly note?: string;
}

/** One activity as the reader may see it. Names of people are in `work` only, and in the reader's own booking. */
export interface ActivityReading extends ActivityLine, Pick<Activity, 'aims' | 'attendance' | 'minutes'> {
  readonly streamVersion: number;
  /** Those that the reader may read. */
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly slots?: readonly { readonly slot: number; readonly from: Instant; readonly free: boolean }[];
  readonly own?: BookingLine;
  /** Only for those who work here. */
  readonly work?: {
    readonly participants: readonly { readonly name: string; readonly organisation?: string }[];
    readonly host?: string;
    readonly bookings: readonly BookingLine[];
    readonly withdrawn?: string;
  };
}

/** A head, and the first training of the year that they took part in. */
export interface HeadLine {
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly person?: string;
  readonly name?: string;
  readonly trained?: Trained;
}

/** 活动记录, for those who keep it and those who read it. */
export class ActivityReadings {
  readonly #sources: Pick<Sources, 'aggregates' | 'views' | 'tenancy' | 'district'>;

  constructor(sources: Pick<Sources, 'aggregates' | 'views' | 'tenancy' | 'district'>) {
    this.#sources = sources;
  }

  /** A year of the log as far as the reader may know of it, last first, and its counts. */
  async all(
    scope: OrgScope,
    reader: Reader,
    now: Instant,
    { year = Number(dayOf(now).slice(0, 4)), kind }: { year?: number; kind?: ActivityKind | undefined } = {},
  ): Promise<{ readonly activities: readonly ActivityLine[]; readonly year: ActivityYear }> {
    const cards = (await activitiesOf(this.#sources.views, scope.organisation)).filter((card) =>
      mayRead(reader, scope, card),
    );
    const lines = cards
      .filter((card) => isInYear(card, year) && (kind === undefined || card.kind === kind))
      .toSorted((a, b) => (a.heldOn > b.heldOn ? -1 : 1));
    return { activities: lines.map(lineOf), year: activityYear(cards, year, dayOf(now)) };
  }

  /**
   * One activity.
   * @param receipt id that the receipt of the request leads to, if it brought one
   * @throws Refusal `not-found`, also for what the reader may not know of
   */
  async one(scope: OrgScope, id: string, reader: Reader, receipt?: string): Promise<ActivityReading> {
    const [{ state, version }, tenants] = await Promise.all([
      this.#sources.aggregates.load(scope.stream('ACTIVITY', id), activityHistory),
      this.#sources.tenancy.tenants(scope),
    ]);
    if (!state || !mayRead(reader, scope, { ...state, withdrawn: state.withdrawn !== undefined }))
      return refuse('not-found');
    const { reception, withdrawn, title, recordedAt: _, participants, items, ...told } = state;
    const bookings = bookingsOf(state, (person) => personName(tenants, person) ?? person);
    const own = bookings.find(
      (booking) =>
        booking.id === receipt ||
        (reader.person !== undefined && reception?.bookings[booking.id]?.person === reader.person),
    );
    return {
      ...told,
      id,
      title,
      attended: totalOf(state.attendance),
      streamVersion: version,
      items: await this.#items(scope, items, reader),
      ...(withdrawn && { withdrawn: true as const }),
      ...(reception && {
        reception: {
          startsAt: reception.startsAt,
          endsAt: receptionEnd(reception),
          free: reception.slots - bookings.length,
        },
        slots: Array.from({ length: reception.slots }, (_, slot) => ({
          slot,
          from: slotStart(reception, slot),
          free: bookings.every((booking) => booking.slot !== slot),
        })),
      }),
      ...(own && { own }),
      ...(mayWork(reader, scope.organisation) && {
        work: {
          participants: await this.#named(scope, participants),
          ...(reception && { host: personName(tenants, reception.host) ?? reception.host }),
          bookings,
          ...(withdrawn && { withdrawn: withdrawn.reason }),
        },
      }),
    };
  }

  /**
   * Every head below, or of the organisation itself where nobody stands below it, with the training of the year (XH-15,
   * QD-06). Those who had none come first.
   * @throws Refusal `not-found` for who does not work there
   */
  async trainings(
    scope: OrgScope,
    reader: Reader,
    now: Instant,
    year = Number(dayOf(now).slice(0, 4)),
  ): Promise<{ readonly year: number; readonly heads: readonly HeadLine[] }> {
    const top = scope.organisation;
    if (!mayWork(reader, top)) refuse('not-found');
    const { views, district, tenancy } = this.#sources;
    const cards = await organisationCards(views, district);
    const units = ledUnits(cards, top);
    const [activities, ...found] = await Promise.all([
      activitiesAround(views, cards, { top, units, years: [year] }),
      ...units.map(async (unit) => ({ unit, organisation: await tenancy.find(new OrgScope(unit.id)) })),
    ]);
    const trainings = activities.filter(({ kind }) => kind === 'training');
    const heads = found.flatMap(({ unit, organisation }) =>
      organisation
        ? headsOf(unit.id, organisation, now).map((head): HeadLine => {
            const name = head.person === undefined ? undefined : organisation.people[head.person]?.name;
            const trained = trainedSince(head, trainings, `${year}-01-01`, `${year}-12-31`);
            return {
              ...head,
              organisationName: unit.shortName,
              ...(name !== undefined && { name }),
              ...(trained && { trained }),
            };
          })
        : [],
    );
    return { year, heads: heads.toSorted((a, b) => Number(!!a.trained) - Number(!!b.trained)) };
  }

  async #items(scope: OrgScope, ids: readonly string[], reader: Reader): Promise<ActivityReading['items']> {
    const found = ids.map(async (id) => {
      const { state } = await this.#sources.aggregates.load(scope.stream('ITEM', id), itemHistory);
      if (!state) return [];
      const version = mayWork(reader, scope.organisation)
        ? latest(state)
        : versionFor(reader, state, scope.organisation);
      return version ? [{ id, title: version.content.title }] : [];
    });
    return (await Promise.all(found)).flat();
  }

  async #named(scope: OrgScope, participants: Activity['participants']) {
    const found = participants.map(async ({ person, organisation }) => {
      const unit = await this.#sources.tenancy.find(new OrgScope(organisation));
      const name = unit?.people[person]?.name ?? person;
      return organisation === scope.organisation
        ? { name }
        : { name, organisation: unit?.shortName ?? organisation };
    });
    return Promise.all(found);
  }
}

const mayRead = (
  reader: Reader,
  { organisation }: OrgScope,
  activity: Pick<ActivityCard, 'audience' | 'withdrawn'>,
): boolean => mayWork(reader, organisation) || maySee(reader, activityShown(organisation, activity));

const lineOf = (card: ActivityCard): ActivityLine => {
  const { organisation: _o, activity: title, trained: _t, waits: _w, aims: _a, withdrawn, ...line } = card;
  return { ...line, title, ...(withdrawn && { withdrawn: true as const }) };
};

function bookingsOf({ reception }: Activity, nameOf: (person: string) => string): readonly BookingLine[] {
  if (!reception) return [];
  return Object.entries(reception.bookings)
    .map(([id, { slot, person, name = person && nameOf(person), subject, attended }]) => ({
      id,
      slot,
      from: slotStart(reception, slot),
      ...(name !== undefined && { name }),
      ...(subject !== undefined && { subject }),
      ...(attended && { came: attended.came }),
      ...(attended?.note !== undefined && { note: attended.note }),
    }))
    .toSorted((a, b) => a.slot - b.slot);
}
