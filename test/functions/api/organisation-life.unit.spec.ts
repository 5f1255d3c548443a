import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { cardsOn } from '../../../functions/shell/reading/desk-cards.ts';
import { periodUnder } from '../../../functions/shell/tallies.ts';
import { deskPrefix } from '../../../functions/shell/view-keys.ts';
import { content, DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { ABOVE, HERE, OrganisationCalls, OTHER, START, someone } from './organisation-calls.ts';
import { draft, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const { clerk, office, member, teacher, otherHead, districtOffice } = PEOPLE;
const reason = { reason: '布局调整' };
let world: World;
let calls: OrganisationCalls;

beforeAll(async () => {
  world = await startWorld(START);
  calls = new OrganisationCalls(world);
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

describe('what an organisation works by', () => {
  const rule = (title: string, about: readonly string[], audience = 'public') =>
    calls.send('POST', `${HERE}/regulations`, { title, about, audience, inForceFrom: '2026-01-01' });

  it('[HZ-28] regulations on major matters, personnel and large spending are flagged, and found by the flag', async () => {
    await rule('重大事项议事规则', ['major-matters']);
    await rule('选人用人工作办法', ['personnel', 'major-matters'], 'party');
    await rule('大额资金使用管理办法', ['large-spending']);
    await rule('党务公开文件查阅制度', ['disclosure']);
    const titles = async (about: string, person?: string) =>
      (await calls.get(`${HERE}/regulations?about=${about}`, person)).regulations.map(
        (each: { title: string }) => each.title,
      );
    expect((await titles('major-matters', member)).toSorted()).toEqual(
      ['选人用人工作办法', '重大事项议事规则'].toSorted(),
    );
    expect(await titles('large-spending')).toEqual(['大额资金使用管理办法']);
    expect(await titles('personnel', member)).toEqual(['选人用人工作办法']);
    expect(await titles('personnel')).toEqual([]);
    expect((await calls.get(`${HERE}/regulations`, member)).regulations).toHaveLength(4);
    expect((await world.call('GET', `${HERE}/regulations?about=everything`)).status).toBe(400);
  });

  it('the six lights follow what is there', async () => {
    const lit = async () =>
      (await calls.get(`${HERE}/lights`, clerk)).lights.flatMap((each: { light: string; lit: boolean }) =>
        each.lit ? [each.light] : [],
      );
    expect(await lit()).toEqual(['rules']);
    await calls.register(HERE, someone('shen-yi', '沈怡'), someone('gu-wen', '顾文'));
    await calls.seat(HERE, 'supervision-group', 'head', 'shen-yi');
    await calls.seat(HERE, 'supervisors', 'member', 'gu-wen', { until: '2026-11-01', source: 'parent' });
    await calls.send('PUT', `${HERE}/channels`, { channels: ['notice-board'] });
    expect(await lit()).toEqual(['structure', 'place', 'supervisors', 'rules']);
    expect((await world.call('GET', `${HERE}/lights`, { person: teacher })).status).toBe(404);
  });

  it('[XH-06] a pilot is flagged, and others take over its rows and policy', async () => {
    const row = {
      rowId: 'l-uniform',
      level2: '校服采购',
      forms: ['网站'],
      audience: 'public',
      timing: 'prompt',
      ...reason,
    };
    await calls.send('POST', `${HERE}/catalogue/rows`, row);
    const { work } = await calls.get(HERE, clerk);
    await calls.send('PUT', `${HERE}/policy`, {
      policy: { ...work.policy, minimumDisplayDays: 12 },
      ...reason,
    });
    expect(await calls.refusal('POST', `${OTHER}/scheme-copies`, { from: SCHOOL, ...reason })).toEqual([
      422,
      'not-a-pilot',
    ]);
    await calls.send('PUT', `${HERE}/pilot`, { pilot: true, reason: '示范带动' });
    expect((await calls.get(HERE)).pilot).toBe(true);
    const { organisations } = await calls.get('/v1/organisations');
    expect(
      organisations.filter(({ pilot }: { pilot?: true }) => pilot).map(({ id }: { id: string }) => id),
    ).toEqual([SCHOOL]);
    const body = { from: SCHOOL, ...reason };
    const again = { headers: { 'idempotency-key': 'copy-of-the-pilot' } };
    await calls.send('POST', `${OTHER}/scheme-copies`, body, otherHead, again);
    await calls.send('POST', `${OTHER}/scheme-copies`, body, otherHead, again);
    const rows = (await calls.get(`${OTHER}/catalogue`)).rows.filter(
      ({ row: { id } }: { row: { id: string } }) => id === 'l-uniform',
    );
    expect(rows).toHaveLength(1);
    expect((await calls.get(OTHER, otherHead)).work.policy.minimumDisplayDays).toBe(12);
    // Nothing of the pilot's own work comes with it.
    expect((await calls.get(`${OTHER}/items`, otherHead)).items).toEqual([]);
  });
});

describe('suspended', () => {
  const QUARTER_END = '2027-01-20T02:00:00.000Z';
  const ledger = async (path: string, now: string, person = otherHead) =>
    (await calls.get(`${path}/ledgers/2026Q4`, person, { now })).duties.map(
      ({ status }: { status: string }) => status,
    );

  it('owes nothing that falls due meanwhile, begins nothing new, and is read as before', async () => {
    await world.openQuarter(START);
    expect(await ledger(OTHER, QUARTER_END)).toContain('overdue');
    expect(await calls.refusal('POST', `${OTHER}/suspension`, reason, { person: otherHead })).toEqual([
      403,
      'not-permitted',
    ]);
    const boardBefore = await calls.get(`${OTHER}/board`);
    await calls.send('POST', `${OTHER}/suspension`, { reason: '校舍重建' });
    expect((await calls.get(OTHER)).standing).toBe('suspended');
    expect((await calls.get(OTHER)).rest).toEqual({ since: START, reason: '校舍重建' });
    expect(await ledger(OTHER, QUARTER_END)).not.toContain('overdue');
    expect(await calls.refusal('POST', `${OTHER}/items`, content(), { person: otherHead })).toEqual([
      422,
      'organisation-suspended',
    ]);
    const opinion = { text: '有建议', speaker: 'parent', channel: 'online', from: { kind: 'anonymous' } };
    expect(await calls.refusal('POST', `${OTHER}/feedback`, opinion, { person: undefined })).toEqual([
      422,
      'organisation-suspended',
    ]);
    expect(await calls.get(`${OTHER}/board`)).toEqual(boardBefore);
    // A quarter that begins meanwhile owes nothing either.
    await world.openQuarter('2027-01-04T01:00:00.000Z');
    const next = await calls.get(`${OTHER}/ledgers/2027Q1`, otherHead, { now: '2027-06-01T00:00:00.000Z' });
    expect(next.duties).toEqual([]);
    await world.wake(QUARTER_END);
    expect(await ledger(OTHER, QUARTER_END)).not.toContain('overdue');
  });

  it('works again once it is resumed', async () => {
    await calls.send('POST', `${OTHER}/resumption`, { reason: '校舍落成' }, districtOffice, {
      now: '2027-01-21T01:00:00.000Z',
    });
    expect((await calls.get(OTHER)).standing).toBe('preparing');
    expect(await ledger(OTHER, '2027-02-20T01:00:00.000Z')).not.toContain('overdue');
    const next = await calls.get(`${OTHER}/ledgers/2027Q1`, otherHead, { now: '2027-01-22T00:00:00.000Z' });
    expect(next.duties.length).toBeGreaterThan(0);
    expect(await calls.refusal('POST', `${OTHER}/items`, {}, { person: otherHead })).toEqual([
      400,
      'input-malformed',
    ]);
  });
});

describe('merged', () => {
  it('is closed with a pointer, and everything in it stays to be read', async () => {
    const shown = await draft(world, { title: '早已公开的事项' });
    await release(world, shown);
    const opinion = { text: '写得清楚。', speaker: 'parent', channel: 'online', from: { kind: 'anonymous' } };
    await calls.send('POST', `${shown}/feedback`, opinion);
    const item = await draft(world, { title: '并入前公开的事项' });
    await calls.send('POST', `${item}/submission`, {}, clerk);
    expect(await calls.refusal('POST', `${HERE}/merger`, { into: OTHER_SCHOOL, ...reason })).toEqual([
      422,
      'work-open',
    ]);
    const { work } = await calls.get(`${HERE}/open-work`, clerk);
    expect(
      work.filter(({ now }: { now: boolean }) => now).map(({ title }: { title: string }) => title),
    ).toContain('并入前公开的事项');
    for (const { id, about, now } of work) {
      if (now) await settle(about, id);
    }
    const closed = await world.commits();
    await calls.send('POST', `${HERE}/merger`, { into: OTHER_SCHOOL, ...reason });
    const after = await calls.get(HERE);
    expect(after).toMatchObject({ standing: 'closed', successor: OTHER_SCHOOL, rest: reason });
    const board = await calls.get(`${HERE}/board`);
    expect(board.lines.length).toBeGreaterThan(0);
    const [line] = board.lines;
    const { commits } = await calls.get(`${HERE}/items/${line.id}/record`, clerk);
    expect(commits.length).toBeGreaterThan(3);
    expect((await calls.get(`${shown}/answers`)).answers).toHaveLength(1);
    for (const [path, body, person] of [
      ['items', content(), clerk],
      ['people', { people: [someone('late', '迟')] }, districtOffice],
      [
        'catalogue/rows',
        { rowId: 'l-new', level2: '新', forms: ['网站'], audience: 'public', timing: 'prompt', ...reason },
        districtOffice,
      ],
      [
        'feedback',
        { text: '在吗', speaker: 'parent', channel: 'online', from: { kind: 'anonymous' } },
        undefined,
      ],
    ] as const) {
      expect(await calls.refusal('POST', `${HERE}/${path}`, body, { person }), path).toEqual([
        422,
        'organisation-closed',
      ]);
    }
    expect(await world.commits()).toBeLessThanOrEqual(closed + 3);
    await world.openQuarter('2027-04-01T01:00:00.000Z');
    expect((await world.call('GET', `${HERE}/ledgers/2027Q2`, { person: clerk })).body.code).toBe(
      'period-not-open',
    );
  });
});

/** Gives an item up; answers an opinion. */
async function settle(about: string, id: string): Promise<void> {
  if (about === 'item') {
    await calls.send('POST', `${HERE}/items/${id}/withdrawals`, { ...reason, inError: true }, office);
    return;
  }
  expect(about).toBe('feedback');
  await calls.send('POST', `${HERE}/feedback/${id}/answers`, { text: '已采纳。', outcome: 'adopted' }, clerk);
  await calls.send('POST', `${HERE}/feedback/${id}/closing`, {}, office);
}

describe('split', () => {
  it('begins with copies of rows and policy, points to its origin, and moves no record', async () => {
    const { work } = await calls.get(OTHER, otherHead);
    await calls.send('POST', '/v1/organisations', {
      id: 'hezui-north',
      name: '河嘴小学北校区党支部',
      shortName: '河嘴北校区',
      kind: 'branch',
      superior: DISTRICT,
      origin: OTHER_SCHOOL,
    });
    const branch = '/v1/organisations/hezui-north';
    expect(await calls.get(branch)).toMatchObject({
      origin: OTHER_SCHOOL,
      standing: 'preparing',
      catalogue: { template: 'branch' },
    });
    await calls.register(branch, someone('ke-lan', '柯兰'));
    await calls.seat(branch, 'office', 'head', 'ke-lan');
    expect((await calls.get(branch, 'ke-lan')).work.policy).toEqual(work.policy);
    const ids = (await calls.get(`${branch}/catalogue`)).rows.map(
      ({ row: { id } }: { row: { id: string } }) => id,
    );
    expect(ids).toContain('l-uniform');
    expect((await calls.get(`${branch}/items`, 'ke-lan')).items).toEqual([]);
    const stream = new OrgScope('hezui-north').stream('ORGANISATION', 'hezui-north');
    expect((await world.log.read(stream)).length).toBeGreaterThan(1);
    expect((await calls.get(OTHER)).standing).toBe('preparing');
  });
});

describe('moved under another superior', () => {
  const group = '/v1/organisations/jituan';
  const move = {
    to: 'jituan',
    from: '2026-10-08',
    basis: '隶属关系调整通知（〔2026〕12号）',
    reason: '集团化办学',
  };

  const report = `${OTHER}/reports/2026Q3`;

  it('is moved by the office above both, whose seat stands in the record', async () => {
    await calls.send('POST', '/v1/organisations', {
      id: 'jituan',
      name: '第一教育集团党委',
      shortName: '第一教育集团',
      kind: 'committee',
      superior: DISTRICT,
    });
    await calls.register(group, someone('yao-jun', '姚军'));
    await calls.seat(group, 'office', 'head', 'yao-jun');
    for (const person of [otherHead, 'yao-jun'])
      expect(await calls.refusal('POST', `${OTHER}/moves`, move, { person })).toEqual([403, 'not-permitted']);
    expect(await calls.refusal('POST', `${OTHER}/moves`, { ...move, to: OTHER_SCHOOL })).toEqual([
      422,
      'move-inside-itself',
    ]);
    expect(await calls.refusal('POST', `${OTHER}/moves`, { ...move, to: 'nobody' })).toEqual([
      422,
      'superior-unfit',
    ]);
    await calls.send('POST', `${OTHER}/items`, content({ accountable: otherHead }), otherHead);
    const waiting = async (id: string) => (await cardsOn(world.views, id, deskPrefix(OTHER_SCHOOL))).length;
    expect([await waiting(DISTRICT), await waiting('jituan')]).toEqual([1, 0]);
    await calls.send('POST', report, {}, otherHead);
    await calls.send('POST', `${OTHER}/moves`, move);
    expect([await waiting(DISTRICT), await waiting('jituan')]).toEqual([0, 1]);
    expect(await calls.refusal('POST', `${OTHER}/moves`, move)).toEqual([422, 'superior-same']);
    expect(await calls.get(OTHER)).toMatchObject({
      superior: 'jituan',
      affiliations: [
        { superior: DISTRICT, until: '2026-10-07' },
        { superior: 'jituan', from: '2026-10-08', basis: move.basis },
      ],
    });
    const stream = new OrgScope(OTHER_SCHOOL).stream('ORGANISATION', OTHER_SCHOOL);
    const last = (await world.log.read(stream)).at(-1);
    expect(JSON.parse(last?.body ?? '').by).toEqual({
      kind: 'person',
      person: districtOffice,
      organisation: DISTRICT,
      seat: 'office:head',
    });
  });

  it('has its last report signed for by whom it was sent to, and nobody else', async () => {
    const sign = (person: string) => calls.refusal('POST', `${report}/acknowledgement`, {}, { person });
    for (const person of ['yao-jun', otherHead]) expect(await sign(person)).toEqual([403, 'not-permitted']);
    await calls.send('POST', `${report}/acknowledgement`, {});
    const { received } = await calls.get(`${ABOVE}/reports?period=2026Q3`, districtOffice);
    expect(received).toMatchObject([{ organisation: OTHER_SCHOOL, acknowledgedAt: expect.any(String) }]);
  });

  it('counts its running quarter with the new superior, whose office works there from now on', async () => {
    const under = async (id: string) =>
      (await periodUnder(world.views, id, '2026Q4')).parts.map(({ standing }) => standing.id);
    expect(await under('jituan')).toEqual([OTHER_SCHOOL]);
    expect(await under(DISTRICT)).not.toContain(OTHER_SCHOOL);
    await calls.send('POST', `${OTHER}/suspension`, reason, 'yao-jun');
    expect(await calls.refusal('POST', `${OTHER}/resumption`, reason)).toEqual([403, 'not-permitted']);
    expect(await calls.refusal('POST', `${OTHER}/moves`, { ...move, to: DISTRICT })).toEqual([
      422,
      'organisation-suspended',
    ]);
  });
});
