import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { ok, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const displays = `/v1/organisations/${SCHOOL}/displays`;
const SECRET = 'cms-client-secret-4711';
const HALL = {
  name: '大厅屏',
  place: '大厅',
  url: 'https://cms.example.cn/xibo',
  carrier: {
    kind: 'xibo-dataset',
    clientId: 'gongkai',
    secrets: { key: SECRET },
    dataset: 12,
    displayGroup: 7,
    columns: { id: 'itemId', title: 'title' },
  },
};
const TEMPLATE = {
  kind: 'http-template',
  show: { body: '{"id":"{{id}}"}' },
  withdraw: { method: 'DELETE', path: '/{{id}}' },
};
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const register = (carrier: object) =>
  world.call('POST', displays, { person: PEOPLE.office, body: { ...HALL, carrier } });

describe('a display with a carrier', () => {
  it('is registered, listed and changed without its secret coming out again', async () => {
    const registered = await ok(world, 'POST', displays, { person: PEOPLE.office, body: HALL });
    const { id } = registered.body;
    const { carrier } = HALL;
    const { secrets: _secrets, ...silent } = carrier;
    const body = { ...HALL, name: '北厅屏', carrier: silent };
    const changed = await ok(world, 'PUT', `${displays}/${id}`, { person: PEOPLE.office, body });
    const list = await world.call('GET', displays, { person: PEOPLE.office });
    expect(list.body.displays).toMatchObject([
      {
        id,
        name: '北厅屏',
        receiver: 'https://cms.example.cn',
        carrier: { kind: 'xibo-dataset', name: 'Xibo 数据集 12，显示组 7' },
      },
    ]);
    const commits = await world.log.read(new OrgScope(SCHOOL).stream('DISPLAY', id));
    expect(commits).toHaveLength(2);
    for (const text of [registered.text, changed.text, list.text, JSON.stringify(commits)]) {
      expect(text).not.toContain(SECRET);
    }
    expect(registered.body.secret).toBeUndefined();
    expect(list.text).not.toContain('sealed1.');
  });

  it.each([
    [{ ...TEMPLATE, show: { body: '{"id":"{{ID}}"}' } }, 'carrier-variable-unknown', 'carrier.show.body'],
    [{ ...TEMPLATE, show: { body: '{"id":{{id}}}' } }, 'carrier-template-malformed', 'carrier.show.body'],
    [
      { ...TEMPLATE, withdraw: { body: '{"t":"{{title}}"}' } },
      'carrier-variable-gone',
      'carrier.withdraw.body',
    ],
    [{ ...HALL.carrier, secrets: {} }, 'carrier-secret-missing', 'carrier.secrets.key'],
    [{ kind: 'http-template', preset: 'wecom' }, 'carrier-address-wrong', 'url'],
  ])('is refused with what is wrong, where, and in both languages: %j', async (carrier, code, field) => {
    const before = await world.commits();
    const answer = await register(carrier);
    expect(answer).toMatchObject({ status: 422, body: { code, field } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(answer.body.en).not.toContain('…');
    expect(await world.commits()).toBe(before);
  });

  it.each([
    [{ kind: 'smoke-signals' }, 'carrier.kind'],
    [{ ...HALL.carrier, dataset: 'twelve' }, 'carrier.dataset'],
    [{ ...TEMPLATE, show: { method: 'GET', body: '' } }, 'carrier.show.method'],
  ])('is malformed, and the field is named: %j', async (carrier, field) => {
    const answer = await register(carrier);
    expect(answer).toMatchObject({ status: 400, body: { code: 'input-malformed' } });
    const fields = (answer.body.errors as { field: string }[]).map((error) => error.field);
    expect(fields).toContain(field);
    expect(answer.text).not.toContain(SECRET);
  });
});
