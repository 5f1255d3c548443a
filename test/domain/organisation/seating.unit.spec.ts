import { describe, expect, test } from 'vitest';
import { holders } from '../../../domain/organisation/authority.ts';
import { seatTitle } from '../../../domain/organisation/body.ts';
import { inspectorsFor, SUPERVISOR_SOURCES } from '../../../domain/organisation/supervisors.ts';
import { bodiesOf } from '../../../functions/shell/reading/bodies.ts';
import { at, NOW } from '../item/school.ts';
import { type DataOf, fill, head, issue, PEOPLE, people, school, staffed, stateOf } from './samples.ts';

type Places = DataOf<'LayOutBody'>['places'];
const TODAY = '2026-09-01';

/** One head, some deputies and some members: 1+2+5. */
const places = (deputies: number, members: number): Places => [
  { id: 'head', position: 'head' },
  ...Array.from({ length: deputies }, (_, index) => ({ id: `d${index + 1}`, position: 'deputy' as const })),
  ...Array.from({ length: members }, (_, index) => ({ id: `m${index + 1}`, position: 'member' as const })),
];
const layOut = (body: DataOf<'LayOutBody'>['body'], of: Places, host?: string) =>
  issue('LayOutBody', { body, places: of, ...(host && { host }) });
const supervisor = (who: string, more: Partial<DataOf<'FillSeat'>> = {}) =>
  fill({
    body: 'supervisors',
    position: 'member',
    person: who,
    until: '2028-01-01',
    source: 'retired-cadre',
    ...more,
  });

describe('a body that was laid out', () => {
  test('[XH-02] has typed places: the leading group of annex 1 loads as 1+2+5', () => {
    const laid = school().when(layOut('leading-group', places(2, 5)));
    const filled = stateOf(laid).layouts?.['leading-group']?.places.reduce(
      (outcome, { id, position }, index) =>
        outcome.when(fill({ position, place: id, person: PEOPLE[index] ?? '' })),
      laid,
    );
    const [group] = bodiesOf(stateOf(filled ?? laid), TODAY, true);
    expect(group?.seats.map(({ title }) => title)).toEqual([
      '组长',
      ...Array(2).fill('副组长'),
      ...Array(5).fill('成员'),
    ]);
    expect(group?.seats.map((seat) => seat.person)).toEqual(PEOPLE);
    // There is no ninth seat, and none is filled twice.
    const full = filled ?? laid;
    full
      .when(people('late'))
      .when(fill({ position: 'member', place: 'm6', person: 'late' }))
      .thenRefused('place-unknown');
    full
      .when(people('late'))
      .when(fill({ position: 'member', place: 'm5', person: 'late' }))
      .thenRefused('place-taken');
    full
      .when(people('late'))
      .when(fill({ position: 'member', person: 'late' }))
      .thenRefused('place-unknown');
    full
      .when(people('late'))
      .when(fill({ position: 'deputy', place: 'm5', person: 'late' }))
      .thenRefused('place-unknown');
  });

  test('[XH-03] an office is hosted by a unit and loads as 1+1+5', () => {
    const laid = school().when(layOut('office', places(1, 5), '纪工委监察室'));
    const [office] = bodiesOf(stateOf(laid), TODAY, true);
    expect(office).toMatchObject({ name: '党务公开办公室', host: '纪工委监察室' });
    expect(office?.seats.map(({ title }) => title)).toEqual(['主任', '副主任', ...Array(5).fill('成员')]);
    expect(office?.seats.every(({ since }) => since === undefined)).toBe(true);
  });

  test('[ZH-04] is one of three teams: one leads, one works, one supervises', () => {
    const [leader = '', worker = '', inspector = ''] = PEOPLE;
    const teams = stateOf(
      school()
        .when(head('leading-group', leader))
        .when(head('working-group', worker))
        .when(head('supervision-group', inspector)),
    );
    const { proposers, reviewers } = teams.policy;
    const may = (rules: typeof proposers) => [...holders(teams, rules, NOW)];
    expect(may(proposers)).toContain(worker);
    expect(may(reviewers)).not.toContain(worker);
    expect(may([...proposers, ...reviewers])).not.toContain(inspector);
    expect(bodiesOf(teams, TODAY, false).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['党务公开领导小组', '党务公开工作小组', '党务公开监督小组']),
    );
  });

  test('[ZH-02] has seats by office, there before anybody fills them', () => {
    const byOffice: Places = [
      { id: 'head', position: 'head', office: '镇党委书记' },
      { id: 'd1', position: 'deputy', office: '纪委书记' },
      { id: 'm1', position: 'member', office: '组织委员' },
    ];
    const laid = school().when(layOut('leading-group', byOffice));
    const filled = laid.when(fill({ place: 'head', person: 'zhou' }));
    expect(bodiesOf(stateOf(filled), TODAY, true)[0]?.seats).toEqual([
      { title: '组长', office: '镇党委书记', since: '2026-01-01', person: 'zhou', name: 'zhou' },
      { title: '副组长', office: '纪委书记' },
      { title: '成员', office: '组织委员' },
    ]);
    expect(bodiesOf(stateOf(filled), TODAY, false)[0]?.seats[0]).toEqual({
      title: '组长',
      office: '镇党委书记',
      since: '2026-01-01',
    });
    // Whoever succeeds to the office succeeds to the seat.
    const handed = filled
      .when(issue('VacateSeat', { body: 'leading-group', position: 'head', person: 'zhou', until: TODAY }))
      .when(fill({ place: 'head', person: 'chen', from: TODAY }));
    expect(bodiesOf(stateOf(handed), TODAY, true)[0]?.seats[0]).toMatchObject({
      office: '镇党委书记',
      person: 'chen',
    });
  });

  test('keeps the places that are filled, and no position that it has not', () => {
    const filled = school()
      .when(layOut('leading-group', places(1, 1)))
      .when(fill({ position: 'deputy', place: 'd1', person: 'zhou' }));
    filled.when(layOut('leading-group', places(0, 3))).thenRefused('place-filled', { place: 'd1' });
    filled.when(layOut('leading-group', places(3, 0))).thenTypes('BodyLaidOut');
    filled
      .when(layOut('supervisors', [{ id: 'head', position: 'head' }]))
      .thenRefused('position-not-in-body', { field: 'places.0.position' });
    school()
      .when(fill({ body: 'posts', person: 'zhou' }))
      .thenRefused('position-not-in-body');
  });
});

describe('roles', () => {
  test('[TZ-05] are spokesperson, office director and information liaison too', () => {
    const outcome = school()
      .when(fill({ body: 'posts', position: 'spokesperson', person: 'zhou' }))
      .when(fill({ body: 'office', person: 'chen' }))
      .when(fill({ body: 'posts', position: 'liaison', person: 'lin' }));
    expect(stateOf(outcome).seats.map(seatTitle)).toEqual(['新闻发言人', '党务公开办公室主任', '信息联络员']);
  });

  test('[LY-06] whoever is seconded to the daily work has it from one day to another', () => {
    const outcome = school().when(
      fill({ body: 'posts', position: 'editor', person: 'wu', from: TODAY, until: '2027-03-01' }),
    );
    const editors = (day: string) =>
      holders(stateOf(outcome), [{ body: 'posts', position: 'editor' }], at(`${day} 09:00`));
    expect(['2026-08-31', TODAY, '2027-02-28', '2027-03-01'].map((day) => editors(day).size)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  test('[HZ-37] the head of the leading group need not be the secretary', () => {
    const outcome = school()
      .when(fill({ body: 'party-committee', person: 'chen' }))
      .when(layOut('leading-group', [{ id: 'head', position: 'head', office: '校长' }]))
      .when(fill({ place: 'head', person: 'zhou' }));
    expect([...holders(stateOf(outcome), [{ body: 'leading-group', position: 'head' }], NOW)]).toEqual([
      'zhou',
    ]);
    const bodies = bodiesOf(stateOf(outcome), TODAY, true);
    expect(
      bodies.map(({ body, seats: [first] }) => [body, first?.title, first?.office, first?.person]),
    ).toEqual([
      ['leading-group', '组长', '校长', 'zhou'],
      ['party-committee', '书记', undefined, 'chen'],
    ]);
  });

  test('a term may be cut short, and a seat that is over is left no more', () => {
    const appointed = school().when(supervisor('wu'));
    const leave = (until: string, now = NOW) =>
      issue('VacateSeat', { body: 'supervisors', position: 'member', person: 'wu', until }, {}, now);
    appointed.when(leave('2027-01-01')).thenTypes('SeatVacated');
    appointed.when(leave('2028-02-01')).thenRefused('seat-not-held');
    appointed.when(leave('2027-12-01', at('2028-03-01 09:00'))).thenRefused('seat-not-held');
    const again = appointed.when(supervisor('wu', { from: '2028-01-01', until: '2030-01-01' }));
    expect(stateOf(again.when(leave('2029-01-01'))).seats.map(({ until }) => until)).toEqual([
      '2028-01-01',
      '2029-01-01',
    ]);
    appointed.when(supervisor('wu', { from: '2027-06-01', until: '2030-01-01' })).thenRefused('seat-taken');
    school()
      .when(supervisor('wu', { until: '2026-01-01' }))
      .thenRefused('seat-ends-before-it-begins');
  });
});

describe('supervisors', () => {
  test('are appointed for a term, from somewhere, and lead nothing that they watch', () => {
    school()
      .when(fill({ body: 'supervisors', position: 'member', person: 'wu', source: 'parent' }))
      .thenRefused('term-missing');
    school()
      .when(fill({ body: 'supervisors', position: 'member', person: 'wu', until: '2028-01-01' }))
      .thenRefused('source-missing');
    staffed().when(supervisor('zhou')).thenRefused('supervisor-in-leading-group');
    school()
      .when(supervisor('wu'))
      .when(head('leading-group', 'wu'))
      .thenRefused('supervisor-in-leading-group');
    // Once the term is over they may.
    school()
      .when(supervisor('wu'))
      .when(fill({ person: 'wu', from: '2028-01-01' }))
      .thenTypes('SeatFilled');
  });

  test('[XH-05] nobody inspects their own school', () => {
    const group = (['zhou', 'chen', 'lin', 'he', 'wu', 'sun'] as const).reduce(
      (outcome, who, index) =>
        outcome.when(
          fill({
            body: 'supervision-group',
            position: index === 0 ? 'head' : 'member',
            person: who,
            ...(who === 'lin' && { unit: 'nanmo' }),
            ...(who === 'he' && { unit: 'pingjiang', until: '2026-06-01' }),
          }),
        ),
      school(),
    );
    const { seats } = stateOf(group);
    const may = (id: string, staff: readonly string[], day = TODAY) => [
      ...inspectorsFor(seats, { id, people: Object.fromEntries(staff.map((one) => [one, {}])) }, day),
    ];
    expect(may('nanmo', [])).toEqual(['zhou', 'chen', 'wu', 'sun']);
    expect(may('sunshine', ['wu'])).toEqual(['zhou', 'chen', 'lin', 'sun']);
    expect(may('pingjiang', [], '2026-05-31')).toEqual(['zhou', 'chen', 'lin', 'wu', 'sun']);
    expect(may('elsewhere', [], '2026-05-31')).toHaveLength(6);
  });

  test('[TZ-21] come from the sources that the documents list', () => {
    expect(Object.values(SUPERVISOR_SOURCES)).toEqual(
      expect.arrayContaining(['两代表一委员', '离退休老干部', '教职工（职工）代表']),
    );
  });
});
