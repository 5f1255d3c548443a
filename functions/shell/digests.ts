import { createHash } from 'node:crypto';
import { type Alert, isAbout, newIn, type Telling } from '../../domain/alert/alert.ts';
import { digestDecider } from '../../domain/alert/digest.ts';
import type { DigestCommand } from '../../domain/alert/digest-events.ts';
import { type DigestState, digestHistory, digestId } from '../../domain/alert/digest-state.ts';
import { digestDay } from '../../domain/alert/sending-hours.ts';
import { CALENDAR_ID, type CalendarEvent, calendarHistory } from '../../domain/calendar/state.ts';
import { calendarOf, type WorkingCalendar } from '../../domain/calendar/working-days.ts';
import { openCommit } from '../../domain/kernel/commit.ts';
import { type OrganisationId, OrgScope, type StreamName } from '../../domain/kernel/scope.ts';
import { addDays, type Instant } from '../../domain/kernel/time.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates, Loaded } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';
import { Turns } from './turns.ts';

/** A command on a digest, without what the record itself supplies. */
export type DigestRequest = Omit<Request<DigestCommand, DigestState>, 'stream' | 'facts'>;

/** What made somebody tell something. */
export type TellingOccasion = Pick<DigestRequest, 'now' | 'actor' | 'commandId' | 'cause' | 'correlation'>;

/** What people and robots are told, day by day. */
export class Digests {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #district: OrganisationId;
  readonly #calendars: Calendars;
  readonly #tenancy: Tenancy;
  readonly #turns = new Turns();

  constructor(log: Log, aggregates: Aggregates, district: OrganisationId) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#district = district;
    this.#calendars = new Calendars(aggregates, district);
    this.#tenancy = new Tenancy(aggregates);
  }

  load(scope: OrgScope, id: string): Promise<Loaded<DigestState>> {
    return this.#aggregates.load(scope.stream('DIGEST', id), digestHistory);
  }

  issue(scope: OrgScope, id: string, request: DigestRequest): Promise<Outcome<DigestState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, digestDecider, {
      ...request,
      stream: scope.stream('DIGEST', id),
      facts: async () =>
        request.type === 'TimePassed' || request.type === 'RecordFailure'
          ? { calendar: (await this.#calendars.current()).calendar }
          : undefined,
    });
  }

  /**
   * Puts an alert into the digest of its day, or, where that has gone out already, into the first one that has not.
   * Telling it again changes nothing: its days follow from the time of the event and from the calendar as it was then,
   * and it is looked for in each digest on the way. Nothing is told to an organisation that is suspended or
   * closed, nor about it: what is under way there may be finished, but nobody is pressed.
   */
  async tell({ organisation, addressee, at, alert }: Telling, occasion: TellingOccasion): Promise<void> {
    if (await this.#isSilent(organisation, isAbout(alert))) return;
    const scope = new OrgScope(organisation);
    const calendar = await this.#calendarAt(at);
    let day = digestDay(at, calendar);
    for (let rest: Alert | undefined = alert; rest; day = calendar.nextWorkday(addDays(day, 1))) {
      const id = digestId(addressee, day);
      const data = { addressee, day, alert: rest };
      // Three hundred schools are late on the same morning, and all of them go into one digest of the district.
      const { state } = await this.#turns.take(`${organisation}#${id}`, () =>
        this.issue(scope, id, {
          ...occasion,
          commandId: `${occasion.commandId}:${hashOf(data)}`,
          type: 'Notify',
          data,
        }),
      );
      rest = newIn(rest, state?.alerts ?? []);
    }
  }

  async #isSilent(...organisations: readonly (OrganisationId | undefined)[]): Promise<boolean> {
    const found = [...new Set(organisations)].map((id) =>
      id === undefined ? undefined : this.#tenancy.find(new OrgScope(id)),
    );
    return (await Promise.all(found)).some(
      (organisation) => (organisation?.merged ?? organisation?.suspended) !== undefined,
    );
  }

  /** The calendar as it was known then: edits that were made since must not send an alert to two days. */
  async #calendarAt(at: Instant): Promise<WorkingCalendar> {
    const stream: StreamName = new OrgScope(this.#district).stream('CALENDAR', CALENDAR_ID);
    const latest = await this.#aggregates.load(stream, calendarHistory);
    if (latest.at <= at) return (await this.#calendars.current()).calendar;
    const commits = (await this.#log.read(stream)).map(openCommit).filter((commit) => commit.at <= at);
    const state = commits.reduce(
      (before, { events, at, by }) =>
        (events as CalendarEvent[]).reduce(
          (folded, event) => calendarHistory.evolve(folded, event, { at, by }),
          before,
        ),
      calendarHistory.initial,
    );
    return calendarOf(state.edited);
  }
}

/** An event that is taken twice gives the same command the same id; if things changed meanwhile, it is another one. */
const hashOf = (data: unknown): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 16);
