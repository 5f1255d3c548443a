import { vi } from 'vitest';
import { Schedule } from '../../infra/local/scheduler.ts';
import { DISTRICT, PEOPLE } from '../support/school.ts';
import { type Answer, DAY, type World } from './support.ts';

/** A duty as the API answers with it; what no scenario looks at is left out. */
export interface DutyAnswer {
  readonly id: string;
  readonly kind: string;
  readonly row?: string;
  readonly what?: string;
  readonly due: string;
  readonly status: string;
  readonly met?: string;
  readonly item?: string;
  readonly alerted?: string;
  readonly lagDays?: number;
}

export interface LedgerAnswer {
  readonly streamVersion: number;
  readonly arrears: readonly string[];
  readonly duties: readonly DutyAnswer[];
}

/** One organisation on the dashboard of its superior. */
export interface LineAnswer {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly (Readonly<Record<string, number>> | null)[];
  readonly total: Readonly<Record<'total' | 'met' | 'late' | 'excused' | 'overdue', number>>;
  readonly rate?: number;
  readonly regularity?: number;
  readonly answerHours?: number;
  readonly lastOn?: string;
}

export const pathOf = (organisation: string): string => `/v1/organisations/${organisation}`;

export const idOf = (item: string): string => item.split('/').at(-1) as string;

/** Staff who can be reached: each has a mailbox. */
export const withMail = <Person extends { readonly id: string }>(people: readonly Person[]) =>
  people.map((person) => ({ ...person, email: mailboxOf(person.id) }));

export const mailboxOf = (person: string): string => `${person}@school.example.cn`;

/** The instant of a time in Asia/Shanghai, such as `2026-10-01T02:00`. */
const instantIn = (shanghai: string): string => new Date(`${shanghai}+08:00`).toISOString();

/** Lets time pass until then (Asia/Shanghai): quarters open on their minute, all else is seen to every four weeks. */
export const leap = (world: World, shanghai: string): Promise<void> =>
  world.cloud.clock.advanceTo(instantIn(shanghai), { coarsest: 28 * DAY });

/** Until everybody has been told: ledgers speak at half past eight, digests go out at nine. */
export async function morningOf(world: World, day: string): Promise<void> {
  await leap(world, `${day}T08:35`);
  await leap(world, `${day}T09:05`);
}

/** Minute by minute, and no schedule left out: for hours at the most. */
export const live = (world: World, shanghai: string): Promise<void> =>
  world.cloud.clock.advanceTo(instantIn(shanghai));

/** Time passes and no schedule fires: the whole region is down. */
export async function sleepThrough(world: World, shanghai: string): Promise<void> {
  const fire = vi.spyOn(Schedule.prototype, 'fire').mockResolvedValue();
  try {
    await leap(world, shanghai);
  } finally {
    fire.mockRestore();
  }
}

/** Time passes and every schedule fires twice, which at-least-once delivery allows. */
export async function leapTwice(world: World, shanghai: string): Promise<void> {
  const once = Schedule.prototype.fire;
  const fire = vi.spyOn(Schedule.prototype, 'fire').mockImplementation(async function (this: Schedule, at) {
    await once.call(this, at);
    await once.call(this, at);
  });
  try {
    await leap(world, shanghai);
  } finally {
    fire.mockRestore();
  }
}

/** Changes something of an organisation as the district's office, with everything that follows from it done. */
export async function put(world: World, path: string, body: object): Promise<void> {
  await world.ok('PUT', path, PEOPLE.districtOffice, body);
  await world.cloud.idle();
}

/** A row of the school's own. Its class has no other row, so that a column of the dashboard is this row alone. */
export const addRow = (world: World, organisation: string, rowId: string, timing: string, name: string) =>
  world.act(`${pathOf(organisation)}/catalogue/rows`, PEOPLE.districtOffice, {
    rowId,
    level1: name,
    level2: name,
    forms: ['公示栏', '网站'],
    audience: 'public',
    timing,
    reason: '经支部会议研究增列。',
  });

/** What differs for an item under a row of {@link addRow}: it keeps to the row, so there is no exception. */
export const under = (row: string, title: string, changes: object = {}) => ({
  row,
  title,
  exception: undefined,
  ...changes,
});

/** 公开义务台账, as the district's office reads it. */
export const askLedger = (world: World, organisation: string, period: string): Promise<Answer> =>
  world.call('GET', `${pathOf(organisation)}/ledgers/${period}`, PEOPLE.districtOffice);

export async function ledgerOf(world: World, organisation: string, period: string): Promise<LedgerAnswer> {
  return (await world.ok('GET', `${pathOf(organisation)}/ledgers/${period}`, PEOPLE.districtOffice)).body;
}

/** The duties of one row in a period. */
export async function dutiesOf(
  world: World,
  organisation: string,
  period: string,
  row: string,
): Promise<readonly DutyAnswer[]> {
  const { duties } = await ledgerOf(world, organisation, period);
  return duties.filter((duty) => duty.row === row);
}

/** The organisation's own duty: at least one disclosure a quarter. */
export async function unitDutyOf(world: World, organisation: string, period: string) {
  const { duties } = await ledgerOf(world, organisation, period);
  return duties.find(({ kind }) => kind === 'unit');
}

/** How everybody under the district stands. `query` begins with a question mark. */
export const standingsOf = async (world: World, query = '') =>
  (await world.ok('GET', `${pathOf(DISTRICT)}/standings${query}`, PEOPLE.districtOffice)).body;

/** The words of the district's dashboard, as its office sees it in a browser. */
export async function dashboardOf(world: World, query = ''): Promise<string> {
  const { status, text } = await world.page(`/desk/o/${DISTRICT}/overview${query}`, PEOPLE.districtOffice);
  if (status !== 200) throw new Error(`the dashboard answered ${status}: ${text}`);
  return wordsOf(text);
}

/** What a page says, without its markup. */
export const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** What one person was told by mail, oldest first: when (UTC) and in which words. */
export const mailsTo = (world: World, person: string) =>
  world.cloud
    .mails()
    .filter(({ to }) => to.includes(mailboxOf(person)))
    .map(({ receivedAt, text }) => ({ day: receivedAt.slice(0, 10), text }));

/** What the record says happened to an item, in order. */
export async function eventsOf(
  world: World,
  item: string,
): Promise<readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[]> {
  const { body } = await world.ok('GET', `${item}/record`, PEOPLE.office);
  return body.commits.flatMap((commit: { body: string }) => JSON.parse(commit.body).events);
}
