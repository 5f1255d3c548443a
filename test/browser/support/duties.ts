import { catalogue } from '../../../domain/catalogue/catalogue.ts';
import { CATALOGUE_ID, effectiveRows } from '../../../domain/catalogue/state.ts';
import { templateFor } from '../../../domain/catalogue/templates.ts';
import { periodNamed, quarterFrom } from '../../../domain/duty/period.ts';
import { sumOf, type TrendPoint } from '../../../domain/duty/tally.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { OrganisationKind } from '../../../domain/organisation/kinds.ts';
import { periodUnder, type TallyCard } from '../../../functions/shell/tallies.ts';
import { dutiesKey, tallySort, tallyUnderSort } from '../../../functions/shell/view-keys.ts';
import { ADMINISTRATOR, DISTRICT, MemoryDistrict } from './memory-district.ts';

/** Its name, its kind, and how many in ten of its rows it has disclosed this quarter and the last one. */
type Unit = readonly [id: string, name: string, kind: OrganisationKind, now: number, before: number];

const SCHOOLS: readonly Unit[] = [
  ['yizhong', '滨湖第一中学党委', 'committee', 10, 10],
  ['erzhong', '滨湖第二中学党委', 'committee', 7, 9],
  ['waiguoyu', '滨湖外国语学校党总支', 'general-branch', 9, 10],
  ['dongfang', '东方小学党支部', 'branch', 6, 10],
  ['hehua', '荷花池小学党支部', 'branch', 10, 8],
  ['chengnan', '城南实验小学党支部', 'branch', 8, 10],
  ['xinhu', '新湖小学党支部', 'branch', 3, 6],
  ['lihu', '蠡湖中心小学党支部', 'branch', 5, 7],
  ['taihu', '太湖路幼儿园党支部', 'branch', 9, 9],
  ['zhijiao', '滨湖职业技术学校党总支', 'general-branch', 4, 5],
  ['teshu', '滨湖特殊教育学校党支部', 'branch', 10, 10],
  ['qingshan', '青山村小学党支部', 'branch', 0, 0],
];
const BETWEEN: Unit = ['xueqian', '学前教育党总支', 'general-branch', 8, 9];
const BELOW: Unit = ['chunya', '春芽幼儿园党支部', 'branch', 8, 8];

/** Of these the page of the school is looked at. */
export const BUSY = 'dongfang';
export const SILENT = 'qingshan';
export const SUPERVISOR = 'feng-lan';
/** A Friday in the last working week of the quarter: whatever is due at its end is due soon. */
export const TODAY: Instant = '2026-12-25T01:30:00.000Z';

const SYSTEM: Actor = { kind: 'system', name: 'fixture' };
const directorOf = (id: string): string => `director-of-${id}`;
const ids = { count: 0 };

const at = (now: Instant, actor: Actor = SYSTEM) => {
  ids.count += 1;
  return { now, actor, commandId: `duties-${ids.count}`, correlation: 'fixture' };
};
const person = (id: string, organisation: string): Actor => ({ kind: 'person', person: id, organisation });

/** A district with schools that are punctual, late, silent and catching up, in the last week of 2026Q4. */
export async function dutyDistrict(): Promise<MemoryDistrict> {
  const district = new MemoryDistrict();
  const superior: Unit = [DISTRICT, '滨湖区教育党工委', 'committee', 9, 9];
  await found(district, superior, undefined);
  for (const unit of SCHOOLS) await found(district, unit, DISTRICT);
  await found(district, BETWEEN, DISTRICT);
  await found(district, BELOW, 'xueqian');
  for (const unit of [superior, ...SCHOOLS, BETWEEN, BELOW]) await live(district, unit);
  await sums(district);
  district.time = Date.parse(TODAY);
  return district;
}

async function found(
  district: MemoryDistrict,
  [id, name, kind]: Unit,
  superior: string | undefined,
): Promise<void> {
  const scope = new OrgScope(id);
  const began = '2026-07-01T01:00:00.000Z';
  const admin = person(ADMINISTRATOR, DISTRICT);
  const issue = (request: object) =>
    district.organisations.issue(scope, { ...at(began, admin), ...request } as never);
  await issue({
    type: 'OnboardOrganisation',
    data: { name, shortName: name, kind, ...(superior && { superior }) },
  });
  const people = [
    [directorOf(id), '李文静'],
    [ADMINISTRATOR, '赵启明'],
    [SUPERVISOR, '冯岚'],
  ] as const;
  await issue({
    type: 'RegisterPeople',
    data: {
      people: people.map(([who, called]) => ({ id: who, name: called, partyMember: true, staff: true })),
    },
  });
  // The district's office looks after the branch that stands between.
  const leads = id === DISTRICT || id === BETWEEN[0];
  const seats = leads
    ? [
        ['office', ADMINISTRATOR],
        ['supervision-group', SUPERVISOR],
      ]
    : [['office', directorOf(id)]];
  for (const [body, holder] of seats)
    await issue({ type: 'FillSeat', data: { body, position: 'head', person: holder, from: '2025-01-01' } });
  await district.catalogues.issue(scope, {
    ...at(began, admin),
    type: 'AdoptTemplate',
    data: { template: templateFor(kind), version: 1 },
  });
  if (id !== SILENT)
    await issue({
      type: 'DeclareChannels',
      data: { channels: id.length > 6 ? ['notice-board'] : ['notice-board', 'member-window', 'internet'] },
    });
  await district.settle();
  await district.ledgers.open(scope, periodNamed('2026Q3'), at(began));
  await district.settle();
}

/** Half a year of it. */
async function live(district: MemoryDistrict, [id, , kind, now, before]: Unit): Promise<void> {
  const scope = new OrgScope(id);
  const { aggregates } = district.services('');
  const { state } = await aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogue);
  const rows = effectiveRows(state).filter(({ timing }) => timing === 'periodic');
  const disclose = async (row: string, on: string, item: string) =>
    district.ledgers.disclose(
      scope,
      { row, item, on, forms: ['公示栏', '会议'], exception: row.endsWith('7') },
      at(`${on}T03:00:00.000Z`),
    );
  for (const [index, row] of rows.entries()) {
    if (index % 10 < before) await disclose(row.id, day('2026-08-03', index * 4), `${row.id}-q3`);
  }
  await district.ledgers.open(scope, periodNamed('2026Q4'), at('2026-09-30T16:30:00.000Z'));
  for (const [index, row] of rows.entries()) {
    if ((index * 3) % 10 < now) await disclose(row.id, day('2026-10-08', index * 5), `${row.id}-q4`);
  }
  await occurrences(district, scope, kind, now);
  const early = rows.findLast((_, index) => (index * 3) % 10 >= now);
  if (early && id === BUSY)
    await district.ledgers.issue(scope, '2026Q4', {
      ...at('2026-12-20T03:00:00.000Z', person(ADMINISTRATOR, DISTRICT)),
      type: 'WaiveDuty',
      data: { duty: early.id, ground: 'nothing-to-disclose', note: '本季度没有发生此类事项，已作零报告。' },
    });
  if (now > 0)
    await district.ledgers.issue(scope, '2026Q4', {
      ...at(TODAY),
      type: 'NoteAnswer',
      data: { hours: 20 + now * 7 },
    });
  await district.settle();
}

/** What happened, and was told late or not at all. */
async function occurrences(
  district: MemoryDistrict,
  scope: OrgScope,
  kind: OrganisationKind,
  now: number,
): Promise<void> {
  const id = scope.organisation;
  const prompt = kind === 'branch' || kind === 'general-branch' ? ['b-11', 'b-01'] : ['c-01', 'c-02'];
  const { aggregates } = district.services('');
  const { state } = await aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogue);
  const rows = effectiveRows(state).filter(({ timing }) => timing === 'prompt');
  const [first, second] =
    rows.filter(({ id: row }) => prompt.includes(row)).length > 1
      ? rows.filter(({ id: row }) => prompt.includes(row))
      : rows;
  if (!first || !second || id === DISTRICT || id === BETWEEN[0]) return;
  const happen = (row: string, on: string, what: string) =>
    district.ledgers.issue(scope, '2026Q4', {
      ...at(`${on}T04:00:00.000Z`, person(directorOf(id), id)),
      type: 'RecordOccurrence',
      data: { row, happenedOn: on, what, result: false },
    });
  await happen(first.id, day('2026-11-20', now), '确定发展对象');
  if (now < 9) await happen(second.id, day('2026-12-08', now), '支部大会作出决议');
  if (now > 6)
    await district.ledgers.disclose(
      scope,
      { row: first.id, on: day('2026-12-01', now), forms: ['网站'], exception: false },
      at(`${day('2026-12-01', now)}T05:00:00.000Z`),
    );
}

/** The daily sum, of the district with three years behind it and of the branch that has a school below. */
async function sums(district: MemoryDistrict): Promise<void> {
  const { views } = district.services('');
  const standings = async (superior: string) =>
    (await periodUnder(views, superior, '2026Q4')).parts.map(({ standing }) => standing);
  const below = sumOf(await standings('xueqian'), {
    id: 'xueqian',
    name: '学前教育党总支',
    period: '2026Q4',
  });
  await views.put({
    pk: dutiesKey(DISTRICT),
    sk: tallyUnderSort('2026Q4', 'xueqian'),
    version: 1,
    card: below,
  });
  const standing = sumOf(await standings(DISTRICT), {
    id: DISTRICT,
    name: '滨湖区教育党工委',
    period: '2026Q4',
  });
  const card: TallyCard = { standing, trend: trend(), takenAt: '2026-12-24T22:00:00.000Z' };
  await views.put({ pk: dutiesKey(DISTRICT), sk: tallySort('2026Q4'), version: 1, card });
}

const trend = (): readonly TrendPoint[] =>
  Array.from({ length: 11 }, (_, back) => {
    const { name: period } = quarterFrom(periodNamed('2026Q4'), back - 11);
    const late = 34 - back * 2;
    const overdue = back === 10 ? 5 : 0;
    return {
      period,
      units: 14,
      total: 190,
      met: 190 - late - overdue - 6,
      late,
      overdue,
      excused: 6,
      soon: 0,
      open: 0,
    };
  });

const day = (from: string, later: number): string =>
  new Date(Date.parse(`${from}T00:00:00.000Z`) + later * 86_400_000).toISOString().slice(0, 10);
