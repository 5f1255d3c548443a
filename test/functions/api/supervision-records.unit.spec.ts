import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPERVISION_ANSWERS } from '../../../functions/api/supervision-answers.ts';
import { INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, release } from './school.ts';
import {
  ABOVE,
  HELD,
  HERE,
  idOf,
  PLAN,
  SUPERVISORS,
  type SupervisedWorld,
  startSupervision,
  THERE,
} from './supervision-calls.ts';
import type { World } from './world.ts';

const { clerk, office, member, teacher } = PEOPLE;
const { inspector, appointed, watcher } = SUPERVISORS;
let world: World;
let { post, get, made, heldVisit } = {} as SupervisedWorld;

beforeAll(async () => {
  ({ world, post, get, made, heldVisit } = await startSupervision());
}, 60_000);
afterAll(() => world?.stop());

describe('what is kept', () => {
  it('[TZ-33] is counted for the report', async () => {
    const elsewhere = await heldVisit();
    const found = { aspect: 'form', text: '公开栏有过期内容。' };
    await post(`${elsewhere}/findings`, found, { person: inspector });
    const path = await made(`${THERE}/visits`, { ...PLAN, means: 'research' }, inspector);
    await post(`${path}/record`, HELD, { person: inspector });
    const solved = { aspect: 'implementation', text: '当场协调解决。', solved: true };
    await post(`${path}/findings`, solved, { person: inspector });
    await post(`${path}/findings`, { ...solved, solved: undefined }, { person: inspector });
    const counters = await get(`${THERE}/supervision?year=2026`);
    expect(SUPERVISION_ANSWERS.supervision.safeParse(counters).error).toBeUndefined();
    expect(counters).toMatchObject({ visits: { research: 1 }, findings: 2, solved: 1 });
    expect((await get(`${THERE}/supervision?year=2025`)).visits).toEqual({});
    const above = await get(`${ABOVE}/supervision?year=2026`);
    expect(above.visits.research).toBe(1);
    expect(above.findings).toBeGreaterThan(2);
  });

  it('[HZ-01] [JX-24] of bulletins, situations, consultations and supervision is a list each, and members are answered', async () => {
    const bulletin = await draft(world, { ...INSIDE_ONLY, documentType: 'bulletin', title: '党内情况通报' });
    await release(world, bulletin);
    const { lines } = await get(`${HERE}/board?documentType=bulletin`, member);
    expect(lines).toEqual([expect.objectContaining({ id: idOf(bulletin), documentType: 'bulletin' })]);
    const problem = {
      kind: 'problem',
      text: '公开栏破损。',
      from: { kind: 'organisation', organisation: SCHOOL },
      speaker: 'organisation',
      channel: 'online',
    };
    const raised = await post(`${ABOVE}/feedback`, problem, { person: clerk });
    expect((await get(`${HERE}/problems`, clerk)).problems).toContainEqual(
      expect.objectContaining({ id: raised.body.id }),
    );
    const asked = {
      kind: 'letter',
      title: '办学章程修订征求意见函',
      questions: [{ kind: 'text', text: '您的意见' }],
      groups: ['party'],
      audience: 'party',
      opensAt: '2026-09-01T01:00:00.000Z',
      closesAt: '2026-09-08T01:00:00.000Z',
    };
    const survey = await made(`${HERE}/surveys`, asked, clerk);
    expect((await get(`${HERE}/surveys`, member)).surveys).toContainEqual(
      expect.objectContaining({ id: idOf(survey), kind: 'letter' }),
    );
    const visited = await heldVisit();
    expect((await get(`${HERE}/visits`, clerk)).visits).toContainEqual(
      expect.objectContaining({ id: idOf(visited), means: 'listen' }),
    );
    const word = {
      text: '建议通报培训经费。',
      from: { kind: 'signed' },
      speaker: 'party-member',
      channel: 'online',
    };
    const { body: left } = await post(`${HERE}/feedback`, word, { person: member });
    await post(
      `${HERE}/feedback/${left.id}/answers`,
      { text: '下季度通报。', outcome: 'adopted' },
      { person: office },
    );
    expect(await get(`${HERE}/feedback/${left.id}`, clerk)).toMatchObject({
      feedback: { answer: { outcome: 'adopted', text: '下季度通报。' } },
    });
  });

  it('[XH-18] are six guarantees, each with a list of its own', async () => {
    await world.openQuarter(world.now);
    const request = {
      subject: '校车费用',
      from: { kind: 'anonymous' },
      speaker: 'parent',
      channel: 'online',
    };
    await post(`${HERE}/enquiries`, request);
    const { subject: text, ...asker } = request;
    await post(`${HERE}/feedback`, { ...asker, text });
    await heldVisit();
    const fact = { person: teacher, fact: '逾期未公开。', basis: '条例' };
    await made(`${HERE}/cases`, fact, watcher);
    const lists = {
      routine: [`${HERE}/ledgers/2026Q3`, clerk, 'duties'],
      'on-request': [`${HERE}/enquiries`, clerk, 'enquiries'],
      inspection: [`${HERE}/visits`, clerk, 'visits'],
      evaluation: [`${HERE}/evaluation`, clerk, 'criteria'],
      accountability: [`${HERE}/cases`, watcher, 'cases'],
      opinions: [`${HERE}/feedback`, clerk, 'feedback'],
    } as const;
    for (const [guarantee, [path, person, list]] of Object.entries(lists)) {
      const answer = await get(path, person);
      expect(answer[list]?.length, `${guarantee}: ${Object.keys(answer)}`).toBeGreaterThan(0);
    }
  });

  it('[LY-18] is open to everybody: strangers speak on public items, supervisors look on for their term', async () => {
    const item = await draft(world);
    await release(world, item);
    const word = {
      text: '公开得不够具体。',
      from: { kind: 'anonymous' },
      speaker: 'society',
      channel: 'online',
    };
    const left = await post(`${item}/feedback`, word);
    expect([left.status, typeof left.body.receipt]).toEqual([201, 'string']);
    const looks = async (now: string) =>
      (await world.call('GET', `${HERE}/visits`, { person: appointed, now })).status;
    expect([await looks('2027-08-31T00:00:00.000Z'), await looks('2027-09-01T00:00:00.000Z')]).toEqual([
      200, 404,
    ]);
  });

  it('of four kinds can be asked for by kind', async () => {
    const held = { heldOn: '2026-08-31', attendance: { members: 3 }, participants: [], items: [] };
    const meeting = { type: 'other', layer: 'committee' };
    for (const [kind, more] of [
      ['meeting', { meeting, minutes: '研究公开事项。' }],
      ['reading', {}],
      ['publicity', {}],
    ] as const)
      await post(`${HERE}/activities`, { kind, title: kind, ...held, ...more }, { person: clerk });
    await release(world, await draft(world));
    const entries = async (query: string, person: string = clerk) =>
      (await get(`${HERE}/ledger-entries?${query}`, person)).entries.map(
        ({ kind }: { kind: string }) => kind,
      );
    for (const kind of ['minutes', 'activities', 'documents', 'publicity'])
      expect([...new Set(await entries(`year=2026&kind=${kind}`))]).toEqual([kind]);
    expect(await entries('year=2025')).toEqual([]);
    // Whoever supervises from above sees what is open to everybody.
    expect(await entries('year=2026&kind=minutes', inspector)).toEqual([]);
    expect((await entries('year=2026&kind=documents', inspector)).length).toBeGreaterThan(0);
    expect((await world.call('GET', `${HERE}/ledger-entries`, { person: teacher })).status).toBe(404);
  });
});
