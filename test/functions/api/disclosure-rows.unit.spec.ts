import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FORMS, findForm } from '../../../domain/catalogue/forms.ts';
import { AUDIENCES, isWithin } from '../../../domain/kernel/audience.ts';
import type { ReadOperation } from '../../../functions/api/reads.ts';
import { READ_OPERATIONS } from '../../../functions/api/reads.ts';
import { content, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const HOME = `/v1/organisations/${SCHOOL}`;
const items = `${HOME}/items`;
const sees = async (item: string, person?: string) =>
  (await world.call('GET', item, { person })).status === 200;

describe('who sees what', () => {
  it('[HZ-48] has two layers at the least, in order: all members first, then people outside', async () => {
    expect(AUDIENCES.indexOf('party')).toBeLessThan(AUDIENCES.indexOf('public'));
    expect([isWithin('party', 'public'), isWithin('public', 'party')]).toEqual([true, false]);
    const item = await draft(world, {
      forms: ['设限平台', '网站'],
      exception: '先党内后党外',
      releasePlan: [{ audience: 'party' }, { audience: 'public', at: '2026-09-08T00:00:00.000Z' }],
    });
    await release(world, item);
    expect([await sees(item, PEOPLE.member), await sees(item)]).toEqual([true, false]);
    world.now = '2026-09-08T00:00:00.000Z';
    await world.wake(world.now);
    expect([await sees(item, PEOPLE.member), await sees(item)]).toEqual([true, true]);
  });

  it('[TZ-29] keeps a sensitive result to a list of people, at once', async () => {
    const { rows } = (await ok(world, 'GET', `${HOME}/catalogue`, { person: PEOPLE.clerk })).body;
    const prompt = rows.find(({ row }: { row: { timing?: string } }) => row.timing === 'prompt').row;
    const item = await draft(world, {
      row: prompt.id,
      title: '党支部委员会议定事项结果',
      forms: ['设限平台'],
      audience: 'named',
      named: [PEOPLE.member],
      releasePlan: [{ audience: 'named' }],
      exception: '敏感事项，在一定范围内公开',
    });
    await release(world, item);
    expect(await sees(item, PEOPLE.member)).toBe(true);
    for (const person of [PEOPLE.teacher, PEOPLE.otherHead, undefined])
      expect(await sees(item, person), person).toBe(false);
    // The feed of the board, for those on the list and nobody else.
    const board = (await ok(world, 'GET', `${HOME}/board`, { person: PEOPLE.member })).body;
    expect(JSON.stringify(board)).toContain('党支部委员会议定事项结果');
    expect((await world.call('GET', `${HOME}/board`)).text).not.toContain('党支部委员会议定事项结果');
  });
});

describe('what is for the Party only', () => {
  const MARK = '党内可见之情况';
  const OPEN = '社会可见之情况';

  it('[DF-19] is absent from every reading of the API that is open to strangers, lists and searches included', async () => {
    const inner = await draft(world, {
      title: MARK,
      text: `${MARK}的正文。`,
      forms: ['会议', '文件', '通报', '设限平台'],
      audience: 'party',
      releasePlan: [{ audience: 'party' }],
      exception: '只适宜在党内公开',
    });
    await release(world, inner);
    await release(world, await draft(world, { title: OPEN }));
    const id = inner.split('/').at(-1) ?? '';
    const queries: Readonly<Record<string, string>> = { matches: `?q=${encodeURIComponent('可见之情况')}` };
    const known: string[] = [];
    for (const [name, { path, signedIn }] of Object.entries<Omit<ReadOperation, 'id'>>(READ_OPERATIONS)) {
      if (signedIn) continue;
      const address =
        path
          .replace('{organisation}', SCHOOL)
          .replace(/\{(period|year)\}/, '2026')
          .replace(/\{[^}]+\}/g, id) + (queries[name] ?? '');
      for (const person of [undefined, PEOPLE.teacher, PEOPLE.otherHead]) {
        const answer = await world.call('GET', address, { person });
        expect(answer.text, `${address} for ${person}`).not.toContain(MARK);
        if (person === undefined && answer.text.includes(OPEN)) known.push(name);
      }
    }
    // What everybody may see is found where it should be, and the members do see the other.
    expect(known).toEqual(expect.arrayContaining(['districtBoard', 'board', 'catalogue', 'matches']));
    for (const path of [inner, `${HOME}/board`, `${HOME}/matches${queries.matches}`])
      expect((await ok(world, 'GET', path, { person: PEOPLE.member })).text, path).toContain(MARK);
  });
});

describe('an item and its row', () => {
  const { exception: _, ...plain } = content() as { exception?: string };
  const propose = (changes: object) =>
    world.call('POST', items, { person: PEOPLE.clerk, body: { ...plain, ...changes } });

  it('[LY-14] may be disclosed by inner documents and by the house paper, with a proof', async () => {
    for (const name of ['文件', '院报']) expect(findForm(DEFAULT_FORMS, name)?.document, name).toBe(true);
    const item = await draft(world, {
      forms: ['设限平台', '院报'],
      audience: 'unit',
      releasePlan: [{ audience: 'unit' }],
      exception: '刊载于院报',
    });
    await release(world, item);
    const proof = {
      form: '院报',
      audience: 'unit',
      place: '院报第3期',
      heldAt: world.now,
      reached: 80,
      recipients: '全体教职工',
      note: '样报存档',
    };
    await ok(world, 'POST', `${item}/proofs`, { person: PEOPLE.clerk, body: proof });
    const { proofs } = (await ok(world, 'GET', item, { person: PEOPLE.clerk })).body;
    expect(proofs).toContainEqual(expect.objectContaining({ form: '院报' }));
  });

  it('[ZH-14] need what makes a whole picture: every field, and every row with its state, or why not', async () => {
    const missing = await propose({ title: '', text: '', accountable: undefined });
    expect(missing.body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['title', 'text']),
    );
    const withheld = {
      kind: 'not-for-now',
      ground: 'under-deliberation',
      explanation: '方案尚在讨论',
      lookAgainOn: '2026-10-10',
    };
    const item = await draft(world, { row: 'b-23', withheld, exception: '暂不公开' });
    await release(world, item);
    const { rows } = (await ok(world, 'GET', `${HOME}/catalogue`, {})).body;
    expect(rows).toHaveLength(25);
    for (const { state } of rows)
      expect(['disclosed', 'offline', 'withheld', 'not-for-now', 'open']).toContain(state);
    const row = rows.find((each: { row: { id: string } }) => each.row.id === 'b-23');
    expect(row).toMatchObject({ state: 'not-for-now', withheld: [{ explanation: '方案尚在讨论' }] });
  });

  it('[JX-01] are as many as proper: the share of rows that are not disclosed on a ground is reported', async () => {
    const { summary } = (await ok(world, 'GET', `${HOME}/summaries/2026`, { person: PEOPLE.clerk })).body;
    const sentences = summary.sections.flatMap(({ paragraphs }: { paragraphs: string[] }) => paragraphs);
    expect(sentences).toContainEqual(
      expect.stringContaining('公开目录共 25 条，其中注明理由不予公开或暂不公开 1 条，占 4%'),
    );
  });
});

describe('people', () => {
  it('[JX-02] put words into a box of each school, beside meetings, briefings and bulletins', async () => {
    for (const name of ['会议', '简报', '通报', '意见箱'])
      expect(findForm(DEFAULT_FORMS, name), name).toBeDefined();
    const body = { text: '建议增加公开栏', from: { kind: 'anonymous' }, speaker: 'staff', channel: 'box' };
    await ok(world, 'POST', `${HOME}/feedback`, { person: PEOPLE.office, body });
    const boxOf = async (school: string, person: string) => {
      const { feedback } = (await ok(world, 'GET', `/v1/organisations/${school}/feedback`, { person })).body;
      return feedback.filter(({ channel }: { channel: string }) => channel === 'box').length;
    };
    expect(await boxOf(SCHOOL, PEOPLE.office)).toBe(1);
    expect(await boxOf(OTHER_SCHOOL, PEOPLE.otherHead)).toBe(0);
  });
});
