import { CALENDAR_ID, type CalendarState, calendarHistory } from '../../domain/calendar/state.ts';
import { calendarOf, type WorkingCalendar } from '../../domain/calendar/working-days.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Aggregates } from './aggregates.ts';

export interface DistrictCalendar {
  readonly calendar: WorkingCalendar;
  readonly state: CalendarState;
}

/** The calendar of the district, as its office has edited it. Everybody below works by it. */
export class Calendars {
  readonly #aggregates: Aggregates;
  readonly #district: OrganisationId;
  #known: DistrictCalendar | undefined;
  #loading: Promise<DistrictCalendar> | undefined;

  constructor(aggregates: Aggregates, district: OrganisationId) {
    this.#aggregates = aggregates;
    this.#district = district;
  }

  /** Many organisations ask at once when a quarter begins: they share one look. */
  current(): Promise<DistrictCalendar> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<DistrictCalendar> {
    const stream = new OrgScope(this.#district).stream('CALENDAR', CALENDAR_ID);
    const { state } = await this.#aggregates.load(stream, calendarHistory);
    if (this.#known?.state.edition !== state.edition)
      this.#known = { calendar: calendarOf(state.edited), state };
    return this.#known as DistrictCalendar;
  }
}
