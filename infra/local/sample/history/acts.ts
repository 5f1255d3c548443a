import { calendarOf } from '../../../../domain/calendar/working-days.ts';
import { halfYearEndingWith, type Period } from '../../../../domain/duty/period.ts';
import { addDays, type Day, type Instant } from '../../../../domain/kernel/time.ts';
import { SAMPLE_ORGANISATIONS, type SampleOrganisation } from '../organisations.ts';
import { type Act, at } from './act.ts';
import { publication } from './publication.ts';
import { OWED } from './rows.ts';
import { HISTORY, type HistoryOfSchool, type Manner } from './schools.ts';

const CALENDAR = calendarOf({});

/** Days from the beginning of a quarter. */
const FIRST_ROW = 28;
const FIRST_HALF_YEARLY_ROW = 58;
const NOTHING_TO_TELL = 66;
const CATCHING_UP = 62;
/** Days past its end. */
const LATE = 9;

/** What everybody in the district did about their duties in these quarters, in the order in which it happened. */
export function actsOf(periods: readonly Period[]): readonly Act[] {
  const acts = SAMPLE_ORGANISATIONS.flatMap((organisation) => {
    const history = HISTORY[organisation.id];
    return history ? actsOfSchool(organisation, history, periods) : [];
  });
  return [...acts, ...occurrence(periods)].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function actsOfSchool(
  organisation: SampleOrganisation,
  people: HistoryOfSchool,
  periods: readonly Period[],
): readonly Act[] {
  const { quarterly, halfYearly, empty } = OWED[organisation.catalogue];
  const lastTold = new Map<string, Day>();
  return periods.flatMap((period, index) => {
    const manner = people.manners[index] ?? (people.manners.at(-1) as Manner);
    const halfYear = halfYearEndingWith(period);
    const isOwed = (row: string, from: Day) => (lastTold.get(row) ?? '') < from;
    const arrears = manner === 'catching-up' ? halfYearly : [];
    const rows = [
      ...quarterly.filter((row) => isOwed(row, period.from)),
      ...(halfYear ? halfYearly.filter((row) => isOwed(row, halfYear)) : arrears),
    ];
    const publications = rows.flatMap((row, place) => {
      const day = dayFor(manner, period, place, quarterly.includes(row));
      if (day === undefined) return [];
      const releasedOn = CALENDAR.addWorkdays(day, 1);
      lastTold.set(row, releasedOn);
      return publication({ organisation, people, row, period, day, releasedOn });
    });
    return [...publications, ...waivers({ organisation, people, periods, index, manner, rows: empty })];
  });
}

/** When the work on a row begins; undefined when nobody gets round to it. */
function dayFor(
  manner: Manner,
  { from, until }: Period,
  place: number,
  isQuarterly: boolean,
): Day | undefined {
  const inTime = addDays(from, isQuarterly ? FIRST_ROW + 7 * place : FIRST_HALF_YEARLY_ROW + 2 * place);
  switch (manner) {
    case 'punctual':
      return CALENDAR.nextWorkday(inTime);
    case 'late':
      return CALENDAR.nextWorkday(place === 0 ? inTime : addDays(until, LATE + Math.floor(place / 3)));
    case 'catching-up':
      return CALENDAR.nextWorkday(addDays(from, CATCHING_UP + Math.floor(place / 2)));
    case 'silent':
      return undefined;
  }
}

/** The superior's office excuses the rows that there is nothing to tell of (零报告), if anybody asks for it. */
function waivers(of: {
  readonly organisation: SampleOrganisation;
  readonly people: HistoryOfSchool;
  readonly periods: readonly Period[];
  readonly index: number;
  readonly manner: Manner;
  readonly rows: readonly string[];
}): readonly Act[] {
  const { organisation, people, periods, index, manner, rows } = of;
  const [now, before] = [periods[index], manner === 'catching-up' ? periods[index - 1] : undefined];
  if (!now || manner === 'silent') return [];
  const on = at(CALENDAR.nextWorkday(addDays(now.from, NOTHING_TO_TELL)), '11:00');
  return [before, now].flatMap((period) =>
    period && halfYearEndingWith(period)
      ? rows.map((row) => waiver(organisation.id, people.waiver, period.name, row, on))
      : [],
  );
}

const waiver = (organisation: string, as: string, period: string, row: string, on: Instant): Act => ({
  at: on,
  label: `${organisation}/history/${period}/${row}/waive`,
  organisation,
  as,
  path: `ledgers/${period}/waivers`,
  body: { duty: row, ground: 'nothing-to-disclose', note: '经核实，本期无此类事项，准予零报告。' },
});

/** Something happens at 云溪小学 that has to be told within seven days; in 2026 those lead into Spring Festival. */
function occurrence([first]: readonly Period[]): readonly Act[] {
  const organisation = SAMPLE_ORGANISATIONS.find(({ id }) => id === 'yunxi');
  const people = HISTORY.yunxi;
  if (!first || !organisation || !people) return [];
  const happenedOn = CALENDAR.nextWorkday(addDays(first.from, 40));
  const day = CALENDAR.nextWorkday(addDays(happenedOn, 15));
  const occurred = {
    at: at(happenedOn, '16:00'),
    label: 'yunxi/history/occurrence',
    organisation: 'yunxi',
    as: people.reviewer,
    path: `ledgers/${first.name}/occurrences`,
    body: { row: 'b-02', happenedOn, what: '课后服务收费标准调整', result: false },
  };
  const releasedOn = CALENDAR.addWorkdays(day, 1);
  return [occurred, ...publication({ organisation, people, row: 'b-02', period: first, day, releasedOn })];
}
