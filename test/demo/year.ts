import { calendarOf } from '../../domain/calendar/working-days.ts';
import { periodNamed, periodTitle } from '../../domain/duty/period.ts';
import { addDays, type Day, dayOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import type { Cloud } from '../../infra/local/cloud.ts';
import { actsOf } from '../../infra/local/sample/history/acts.ts';
import { hopsOf, play } from '../../infra/local/sample/history/play.ts';
import { HISTORY } from '../../infra/local/sample/history/schools.ts';
import { openDistrict } from '../../infra/local/sample/load.ts';
import { SAMPLE_ORGANISATIONS } from '../../infra/local/sample/organisations.ts';
import { startDistrict } from './district.ts';
import { mailLines } from './mails.ts';
import { type Counts, type YearOfSchool, yearTable } from './year-table.ts';

const PERIODS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(periodNamed);
/** Half an hour into the year: the first quarter is opened at two. */
const START = '2025-12-31T16:30:00.000Z';
const END = '2026-12-31T15:00:00.000Z';

/**
 * Four quarters of the sample district: who kept its duties and who did not, who was told of it when and why, and how
 * the year ended.
 *
 * @throws Error when anything is not as it should be
 */
export async function showYear(): Promise<void> {
  const cloud = await startDistrict(START);
  try {
    await new YearDemo(cloud).run();
  } finally {
    await cloud.stop();
  }
}

class YearDemo {
  readonly #cloud: Cloud;
  readonly #calendar = calendarOf({});
  #printed = 0;
  #quarters = 0;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  async run(): Promise<void> {
    console.log('\n━━ 一年：2026年1月1日至12月31日，六个单位，提醒逐封列出 ━━');
    await openDistrict({
      url: this.#cloud.url,
      tokenFor: (sub) => this.#cloud.tokenFor(sub),
      now: instantOf(this.#cloud.clock.now()),
    });
    await play(this.#cloud, actsOf(PERIODS), (at) => this.#print(at));
    await this.#cloud.clock.advanceTo(END, hopsOf(this.#cloud));
    this.#print(END);
    const schools = await this.#schools();
    console.log(`\n━━ 全年台账（已公开/应公开） ━━\n`);
    const names = PERIODS.map(({ name }) => name);
    console.log(yearTable(names, schools));
    this.#expectHolidays();
    expectManners(new Map(schools.map(({ name, counts }) => [name, counts])));
  }

  /** What came in by mail since the last time, under the quarter in which it came. */
  #print(now: Instant): void {
    const fresh = this.#cloud.mails().slice(this.#printed);
    this.#printed += fresh.length;
    const byMorning = Map.groupBy(fresh, ({ receivedAt }) => receivedAt);
    for (const receivedAt of [...byMorning.keys()].toSorted()) {
      this.#beginQuarters(dayOf(receivedAt));
      const kindOf = (day: Day) => this.#calendar.dayKind(day);
      for (const line of mailLines(byMorning.get(receivedAt) ?? [], kindOf)) console.log(line);
    }
    this.#beginQuarters(dayOf(now));
  }

  #beginQuarters(today: Day): void {
    for (const period of PERIODS.slice(this.#quarters)) {
      if (period.from > today) return;
      this.#quarters += 1;
      console.log(`\n■ ${periodTitle(period.name)}`);
    }
  }

  #schools(): Promise<readonly YearOfSchool[]> {
    return Promise.all(
      SAMPLE_ORGANISATIONS.map(async ({ id, shortName }) => ({
        name: shortName,
        counts: await Promise.all(PERIODS.map(({ name }) => this.#countsOf(id, name))),
      })),
    );
  }

  async #countsOf(organisation: string, period: string): Promise<Counts> {
    const clerk = HISTORY[organisation]?.clerk ?? '';
    const response = await fetch(`${this.#cloud.url}/v1/organisations/${organisation}/ledgers/${period}`, {
      headers: { authorization: `Bearer ${await this.#cloud.tokenFor(clerk)}` },
    });
    if (!response.ok) throw new Error(`${organisation} has no ledger of ${period}: ${response.status}`);
    return ((await response.json()) as { counts: Counts }).counts;
  }

  #expectHolidays(): void {
    const mails = this.#cloud.mails();
    const daysOff = daysFrom(PERIODS[0]?.from ?? '', dayOf(END)).filter(
      (day) => !this.#calendar.dayKind(day).working,
    );
    const disturbed = mails.filter(({ receivedAt }) => daysOff.includes(dayOf(receivedAt)));
    if (mails.length === 0 || disturbed.length > 0) {
      throw new Error(`${disturbed.length} of ${mails.length} mails came on a day off`);
    }
    const holidays = daysOff.filter((day) => this.#calendar.dayKind(day).reason === 'holiday');
    console.log(
      `\n全年发出提醒 ${mails.length} 封；双休日和节假日 ${daysOff.length} 天（法定节假日 ${holidays.length} 天，` +
        '含春节、国庆节），其间发出 0 封。',
    );
  }
}

function daysFrom(first: Day, last: Day): readonly Day[] {
  const days = [first];
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The punctual one owes nothing, the late one was late, the silent one cannot hide, and who caught up is late only. */
function expectManners(schools: ReadonlyMap<string, readonly Counts[]>): void {
  const sum = (name: string, status: keyof Counts) =>
    (schools.get(name) ?? []).reduce((total, counts) => total + (counts[status] ?? 0), 0);
  const isRight =
    sum('杏澜中学党委', 'overdue') + sum('杏澜中学党委', 'met-late') === 0 &&
    sum('云溪小学党支部', 'met-late') > 0 &&
    sum('荷塘村小学党支部', 'overdue') > 0 &&
    sum('荷塘村小学党支部', 'met') === 0 &&
    sum('白禾幼儿园党支部', 'met-late') > 0 &&
    sum('白禾幼儿园党支部', 'overdue') === 0;
  if (!isRight) throw new Error(`the year went otherwise: ${JSON.stringify([...schools])}`);
}
