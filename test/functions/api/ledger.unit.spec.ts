import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DISTRICT, INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { at, codeOf, dutyOf, ledgerPath } from './duties.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { type Call, startWorld, type World } from './world.ts';

const { clerk, office, head, teacher, member, otherHead, passerBy } = PEOPLE;
const { districtOffice, districtHead } = PEOPLE;
const SUPERVISOR = 'yan-fei';
const OFFICE_MEMBER = 'fan-rui';
let world: World;

const post = (place: string, person: string, body: object, call: Call = {}, period?: string) =>
  world.call('POST', `${ledgerPath(period)}/${place}`, { person, body, ...call });
const read = (day: string, person: string = clerk, path = ledgerPath()) =>
  world.call('GET', path, { person, now: at(day) });

beforeAll(async () => {
  world = await startWorld(at('2026-07-01'));
  await openSchools(world);
  const people = [SUPERVISOR, OFFICE_MEMBER].map((id) => ({
    id,
    name: '严飞',
    partyMember: true,
    staff: true,
  }));
  const put = (path: string, body: object) =>
    ok(world, 'POST', `/v1/organisations/${DISTRICT}/${path}`, { person: districtOffice, body });
  await put('people', { people });
  for (const [body, person] of [
    ['supervision-group', SUPERVISOR],
    ['office', OFFICE_MEMBER],
  ])
    await put('seats', { body, position: 'member', person, from: '2026-01-01' });
  await release(world, await draft(world, INSIDE_ONLY));
}, 60_000);
afterAll(() => world?.stop());

describe('a ledger', () => {
  it('shows every duty with its status, what met it, and why it is due', async () => {
    const answer = await read('2026-07-01');
    expect(answer.body).toMatchObject({
      period: '2026Q3',
      today: '2026-07-01',
      counts: { met: 2, open: 12 },
    });
    expect(answer.body.duties).toHaveLength(14);
    expect(dutyOf(answer, INSIDE_ONLY.row)).toMatchObject({
      row: INSIDE_ONLY.row,
      rowName: expect.stringMatching(/\p{Script=Han}/u),
      status: 'met',
      met: '2026-07-01',
      item: expect.any(String),
    });
    const { status, due, why } = dutyOf(answer, 'b-13');
    expect([status, due]).toEqual(['open', '2026-09-30']);
    expect(why).toMatchObject({
      rule: expect.stringContaining('每季度'),
      from: '2026-07-01',
      provisional: false,
    });
    expect(why.editions).toEqual({ rules: 0, catalogue: expect.any(Number), calendar: 0 });
    expect(why.steps.map(({ step }: { step: string }) => step)).toContain('T+10');
  });

  it('is for officials and for whoever holds a seat above, and is not there for others', async () => {
    for (const person of [clerk, head, districtHead, districtOffice, SUPERVISOR, OFFICE_MEMBER])
      expect((await read('2026-07-01', person)).status, person).toBe(200);
    for (const person of [teacher, member, otherHead, passerBy])
      expect(codeOf(await read('2026-07-01', person)), person).toEqual([404, 'not-found']);
    expect((await world.call('GET', ledgerPath())).status).toBe(401);
  });

  it('is named by a quarter, and any other name is said to be wrong', async () => {
    for (const period of ['2026q3', '2026H2', '2026Q5', '26Q1', '0000Q1', '9999Q4', '2026Q3%23']) {
      const answers = [
        await read('2026-07-01', clerk, ledgerPath(period)),
        await post('acknowledgements', clerk, { duty: 'b-13' }, {}, period),
      ];
      for (const { status, body } of answers) {
        expect(status, period).toBe(400);
        expect(body.errors).toMatchObject([{ field: 'period', code: 'period-malformed' }]);
      }
    }
  });

  it('of a quarter without one is not open', async () => {
    for (const answer of [
      await read('2026-07-01', clerk, ledgerPath('2020Q1')),
      await post('acknowledgements', clerk, { duty: 'b-13' }, {}, '2020Q1'),
    ]) {
      expect(codeOf(answer)).toEqual([404, 'period-not-open']);
      expect(answer.body.zh).toContain('2020Q1');
    }
  });
});

describe('a waiver', () => {
  const waiver = { duty: 'b-10', ground: 'nothing-to-disclose', note: '本季度无此类事项。' };

  it('is never granted by the organisation itself', async () => {
    const before = await world.commits();
    for (const person of [office, clerk, head, districtHead]) {
      expect(codeOf(await post('waivers', person, waiver)), person).toEqual([403, 'waiver-not-permitted']);
      const ending = await post('waiver-endings', person, { duty: 'b-10', reason: '情况有变。' });
      expect(codeOf(ending), person).toEqual([403, 'waiver-not-permitted']);
    }
    expect(codeOf(await post('waivers', SUPERVISOR, waiver))).toEqual([403, 'not-permitted']);
    expect(await world.commits()).toBe(before);
  });

  it('is granted by anybody of the superior’s office, under their seat, and shown with its ground', async () => {
    expect((await post('waivers', OFFICE_MEMBER, waiver)).body).toMatchObject({
      id: '2026Q3',
      repeated: false,
    });
    const commits = await world.log.read(`ORG#${SCHOOL}#LEDGER#2026q3` as never);
    expect(JSON.parse(commits.at(-1)?.body ?? '').by).toEqual({
      kind: 'person',
      person: OFFICE_MEMBER,
      organisation: DISTRICT,
      seat: 'office:member',
    });
    const answer = await read('2026-07-02');
    expect(dutyOf(answer, 'b-10')).toMatchObject({
      status: 'waived',
      waived: { ground: waiver.ground, note: waiver.note, by: '严飞', on: '2026-07-01' },
    });
    expect(answer.body.counts.waived).toBe(1);
  });

  it('can be taken back once, after which the duty is open again', async () => {
    const ending = { duty: 'b-10', reason: '情况有变。' };
    expect((await post('waiver-endings', districtOffice, ending)).status).toBe(200);
    expect(dutyOf(await read('2026-07-02'), 'b-10').status).toBe('open');
    expect(codeOf(await post('waiver-endings', districtOffice, ending))).toEqual([422, 'waiver-absent']);
  });

  it('is refused for a duty that is not there or met, and for the past', async () => {
    const grant = async (changes: object) =>
      codeOf(await post('waivers', districtOffice, { ...waiver, ...changes }));
    expect(await grant({ duty: 'no-such-duty' })).toEqual([404, 'duty-unknown']);
    expect(await grant({ duty: '__proto__' })).toEqual([404, 'duty-unknown']);
    expect(await grant({ duty: INSIDE_ONLY.row })).toEqual([422, 'duty-met']);
    expect(await grant({ until: '2026-06-30' })).toEqual([422, 'waiver-until-past']);
    expect(await grant({ ground: 'too-busy' })).toEqual([400, 'input-malformed']);
  });
});

describe('those who keep a ledger', () => {
  it('say that they see to a duty, and put off what is said before its day', async () => {
    expect((await post('acknowledgements', clerk, { duty: 'b-11' })).status).toBe(200);
    expect((await post('snoozes', clerk, { duty: 'b-11', until: '2026-09-25' })).status).toBe(200);
    expect(dutyOf(await read('2026-07-02'), 'b-11')).toMatchObject({
      acknowledged: { by: '周敏', on: '2026-07-01' },
      snoozedUntil: '2026-09-25',
    });
    const late = await post('snoozes', clerk, { duty: 'b-11', until: '2026-09-30' });
    expect(codeOf(late)).toEqual([422, 'snooze-too-late']);
    for (const [place, body] of [
      ['acknowledgements', { duty: 'b-12' }],
      ['snoozes', { duty: 'b-12', until: '2026-09-25' }],
      ['confirmations', { row: 'b-12' }],
      ['occurrences', { row: 'b-16', happenedOn: '2026-07-01', what: '家访', result: false }],
    ] as const)
      expect(codeOf(await post(place, districtOffice, body)), place).toEqual([403, 'not-permitted']);
  });

  it('confirm a standing row, once it has been disclosed', async () => {
    const row = { forms: ['公示栏', '网站'], audience: 'public', timing: 'standing', reason: '长期公开。' };
    await ok(world, 'POST', `/v1/organisations/${SCHOOL}/catalogue/rows`, {
      person: office,
      body: { rowId: 'l-charter', level2: '学校章程', ...row },
    });
    const confirm = (id: string) => post('confirmations', clerk, { row: id });
    expect(codeOf(await confirm('b-13'))).toEqual([422, 'row-not-standing']);
    expect(codeOf(await confirm('l-charter'))).toEqual([422, 'row-never-disclosed']);
    await release(world, await draft(world, { row: 'l-charter', title: '学校章程' }));
    expect((await confirm('l-charter')).status).toBe(200);
  });

  it('change nothing by a repeat, nor when the ledger has moved on', async () => {
    const { streamVersion } = (await read('2026-07-02')).body;
    const headers = { 'idempotency-key': 'acknowledge-b-12', 'if-match': `"${streamVersion}"` };
    const first = await post('acknowledgements', clerk, { duty: 'b-12' }, { headers });
    expect(first.headers.etag).toBe(`"${streamVersion + 1}"`);
    const before = await world.commits();
    const again = await post('acknowledgements', clerk, { duty: 'b-12' }, { headers });
    expect([again.status, again.body]).toEqual([200, { ...first.body, repeated: true }]);
    const stale = { 'if-match': `"${streamVersion}"` };
    const refused = await post('acknowledgements', clerk, { duty: 'b-13' }, { headers: stale });
    expect([...codeOf(refused), refused.body.currentVersion]).toEqual([
      412,
      'version-conflict',
      streamVersion + 1,
    ]);
    expect(await world.commits()).toBe(before);
  });
});
