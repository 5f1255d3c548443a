import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Conveyance, carriersOver } from '../../../functions/adapters/carriers/convey.ts';
import { values } from '../../domain/display/carrier/values.ts';
import { FakeXiboCms } from './fakes/xibo-cms.ts';

const HOUR = 3_600_000;
let cms: FakeXiboCms;
let now = Date.now();
const clock = () => now;
const make = (timeoutMs = 5_000) => carriersOver({ opensLoopback: true, timeoutMs, clock }).convey;
let convey = make();

beforeEach(async () => {
  cms = await FakeXiboCms.start();
  convey = make();
});
afterEach(() => cms.stop());

const message = (change: Partial<Conveyance['values']> = {}): Conveyance => ({
  url: cms.url,
  carrier: cms.carrier,
  headers: {},
  values: values({ id: 'item-1', title: '第一版', bodyText: '正文', ...change }),
  keys: { key: cms.carrier.secrets.key },
  allowedAddresses: ['127.0.0.1'],
});
const show = (id = 'item-1', title = '第一版') => convey(message({ id, title }));
const takeDown = (id = 'item-1') => convey(message({ id, status: 'withdrawn', title: '', expiresAt: '' }));
const called = (path: string) => cms.calls.filter((call) => call.includes(path)).length;

describe('an item on show', () => {
  test('is one row, by column, with its date in the time and the form of the CMS, and the screens collect it', async () => {
    expect(await show()).toEqual({ status: 204 });
    expect(cms.rows).toMatchObject([
      { itemId: 'item-1', title: '第一版', body: '正文', until: '2026-09-30 23:59:59' },
    ]);
    expect(cms.screens).toEqual(cms.rows);
    expect(cms.calls.at(-1)).toBe('POST /cms/api/displaygroup/7/action/collectNow');
  });

  test('that changes or is sent twice stays one row, and others stay as they are', async () => {
    cms.add({ itemId: 'of-somebody', title: '别的' });
    await show();
    await show();
    await show('item-1', '第二版');
    await show('item-10', '另一项');
    expect(cms.rows.map(({ itemId, title }) => `${itemId} ${title}`)).toEqual([
      'of-somebody 别的',
      'item-1 第二版',
      'item-10 另一项',
    ]);
  });

  test('is never added by the call that makes another row each time, nor by emptying the table', async () => {
    await show();
    await takeDown();
    expect(called('POST /cms/api/dataset/data/')).toBe(0);
    const imports = cms.bodies.filter((body) => body.includes('uniqueKeys'));
    expect(imports.map((body) => JSON.parse(body))).toMatchObject([
      { truncate: false, uniqueKeys: ['itemId'] },
    ]);
  });
});

describe('an item that is taken down', () => {
  test('loses all its rows and no other that only contains its id', async () => {
    for (const id of ['item-1', 'item-10', 'old-item-1']) cms.add({ itemId: id, title: id });
    cms.add({ itemId: 'item-1', title: 'twice' });
    expect(await takeDown()).toEqual({ status: 204 });
    expect(cms.rows.map(({ itemId }) => itemId)).toEqual(['item-10', 'old-item-1']);
    expect(cms.screens).toEqual(cms.rows);
  });

  test('is found behind more rows than the CMS lists at a time', async () => {
    for (let count = 0; count < 120; count += 1) cms.add({ itemId: `item-1-${count}`, title: '' });
    cms.add({ itemId: 'item-1', title: '' });
    await takeDown();
    expect(cms.rows).toHaveLength(120);
    expect(cms.rows.some(({ itemId }) => itemId === 'item-1')).toBe(false);
  });

  test('may be gone already, all of it or while we look', async () => {
    expect(await takeDown()).toEqual({ status: 204 });
    cms.add({ itemId: 'item-1', title: '' });
    const row = cms.rows[0]?.id;
    cms.fail(`/data/12/${row}`, 404);
    expect(await takeDown()).toEqual({ status: 204 });
  });
});

describe('the token', () => {
  test('is asked for once and used until shortly before it ends', async () => {
    await show();
    now += HOUR - 150_000;
    await show();
    expect(cms.tokensGiven).toBe(1);
    now += 60_000;
    await show();
    expect(cms.tokensGiven).toBe(2);
  });

  test('that was revoked is replaced once, and the message goes through', async () => {
    await show();
    cms.revokeTokens();
    expect(await show('item-2')).toEqual({ status: 204 });
    expect(cms.tokensGiven).toBe(2);
  });

  test('that is refused again is an answer, not a loop', async () => {
    cms.fail('/column', 401, 401, 401);
    expect(await show()).toMatchObject({ status: 401 });
    expect(called('/column')).toBe(2);
    expect(cms.rows).toEqual([]);
  });

  test('that a wrong secret does not buy is an answer without the secret in it', async () => {
    const answer = await convey({ ...message(), keys: { key: 'wrong-secret' } });
    expect(answer).toMatchObject({ status: 401, excerpt: expect.stringContaining('invalid_client') });
    expect(JSON.stringify(answer)).not.toContain('wrong-secret');
  });
});

describe('a DataSet that does not fit', () => {
  test('is left alone when it has no column for the id: an import would overwrite every row of it', async () => {
    for (const id of ['a', 'b']) cms.add({ itemId: id, title: id });
    const before = structuredClone(cms.rows);
    const { carrier } = cms;
    const wrong = { ...carrier, columns: { ...carrier.columns, id: 'itemID' } };
    const answer = await convey({ ...message(), carrier: wrong });
    expect(answer).toEqual({ status: 200, refused: true, excerpt: 'the DataSet has no value column itemID' });
    expect(cms.rows).toEqual(before);
  });

  test.each([
    ['itemId', 2, 'column itemId must be of type String'],
    ['title', 3, 'column title must not be of type Date'],
    ['title', 5, 'column title must not be an image of the library'],
    ['title', 2, 'column title must not be of type Number'],
  ])('is refused when %s is of type %i', async (heading, dataTypeId, excerpt) => {
    cms.columns = cms.columns.map((each) => (each.heading === heading ? { heading, dataTypeId } : each));
    expect(await show()).toEqual({ status: 200, refused: true, excerpt });
    expect(called('importjson')).toBe(0);
  });

  test('is refused when a column is computed', async () => {
    const computed = { heading: 'title', dataTypeId: 1, dataSetColumnTypeId: 2 };
    cms.columns = cms.columns.map((each) => (each.heading === 'title' ? computed : each));
    expect(await show()).toMatchObject({ refused: true });
  });

  test('may have more columns than the CMS lists by itself', async () => {
    const others = Array.from({ length: 20 }, (_, index) => ({ heading: `other${index}`, dataTypeId: 1 }));
    cms.columns = [...others, ...cms.columns];
    expect(await show()).toEqual({ status: 204 });
  });
});

describe('a CMS that fails', () => {
  test('at the last step has not told its screens, so the message counts as failed and comes again', async () => {
    cms.fail('collectNow', 500);
    expect(await show()).toMatchObject({ status: 500 });
    expect(cms.rows).toHaveLength(1);
    expect(cms.screens).toEqual([]);
    expect(await show()).toEqual({ status: 204 });
    expect(cms.screens).toHaveLength(1);
    expect(cms.rows).toHaveLength(1);
  });

  test.each(['access_token', 'column', 'importjson', 'collectNow'])(
    'with 429 at %s says when to come again',
    async (path) => {
      cms.fail(path, { status: 429, headers: { 'retry-after': '90' } });
      expect(await show()).toMatchObject({ status: 429, retryAfter: 90 });
    },
  );

  test('with 404 because nothing was imported is a failure, and no screen is told', async () => {
    cms.fail('importjson', 404);
    expect(await show()).toMatchObject({ status: 404 });
    expect(called('collectNow')).toBe(0);
  });

  test('to list rows with 200 and an error instead takes nothing down, and says so', async () => {
    cms.add({ itemId: 'item-1', title: '' });
    cms.fail('/dataset/data/12', 200);
    expect(await takeDown()).toMatchObject({ status: 200, refused: true });
    expect(cms.rows).toHaveLength(1);
  });

  test('to answer is left after the time for the whole message', async () => {
    convey = make(300);
    now = Date.now();
    cms.fail('importjson', 'hang');
    expect(await show()).toEqual({ failure: 'timeout' });
  });

  test('by not being there is unreachable', async () => {
    const gone = message();
    await cms.stop();
    expect(await convey(gone)).toEqual({ failure: 'unreachable' });
    cms = await FakeXiboCms.start();
  });
});

test('a test of the display changes no row and has the screens collect', async () => {
  cms.add({ itemId: 'item-1', title: '' });
  expect(await convey(message({ id: 'test-1', status: 'test' }))).toEqual({ status: 204 });
  expect(cms.rows).toHaveLength(1);
  expect(cms.screens).toHaveLength(1);
  expect(called('importjson')).toBe(0);
});
