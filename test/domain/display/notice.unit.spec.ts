import { describe, expect, test } from 'vitest';
import type { DisplayFilter } from '../../../domain/display/commands.ts';
import {
  digestOf,
  MAX_BODY_BYTES,
  messageId,
  type NoticeSource,
  noticeBody,
  showingOf,
  type Viewpoint,
} from '../../../domain/display/notice.ts';
import type { ItemEvent } from '../../../domain/item/events.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import {
  approved,
  approvedForOffice,
  CONTENT,
  hourly,
  itemOf,
  proposed,
  released,
  revised,
  sourceOf,
  withdrawn,
} from './items.ts';

const STREET: Viewpoint = { audience: 'public' };
const STAFF_ROOM: Viewpoint = { audience: 'unit' };
const OFFICE_SYSTEM: Viewpoint = { audience: 'party' };
const RECEIVER = 'https://screens.example.cn/';

function bodyOf(
  source: NoticeSource,
  viewpoint = STREET,
  change: { revision?: number; content?: string } = {},
) {
  const body = noticeBody(source, viewpoint, {
    planned: {
      type: 'notice.released',
      revision: source.revision,
      content: digestOf(showingOf(source, viewpoint), RECEIVER),
      ...change,
    },
    receiver: RECEIVER,
    url: 'https://gongkai.example.cn/o/dongfang/items/item-1',
  });
  return { body, notice: JSON.parse(body) };
}

const upTo = (...audiences: Audience[]) =>
  sourceOf(
    itemOf(
      proposed({ releasePlan: audiences.map((audience) => ({ audience })), named: ['linxiao', 'display'] }),
      approved(...audiences),
      ...audiences.map((audience) => released(audience)),
    ),
  );

describe('who sees what', () => {
  test.each<[Audience, boolean, boolean]>([
    ['named', false, false],
    ['party', false, false],
    ['unit', false, true],
    ['public', true, true],
  ])('released to %s: street %s, staff room %s', (audience, street, staffRoom) => {
    const source = upTo(audience);
    expect(showingOf(source, STREET) !== undefined).toBe(street);
    expect(showingOf(source, STAFF_ROOM) !== undefined).toBe(staffRoom);
  });

  test.each<[Audience, boolean]>([
    ['named', false],
    ['party', true],
    ['unit', false],
    ['public', false],
  ])('approved for the office system and released to %s: read there %s', (audience, isRead) => {
    const source = (approval: ItemEvent, online = true) =>
      sourceOf(itemOf(proposed({ named: ['linxiao'] }), approval, released(audience, 1, online)));
    const isShown = (shown: NoticeSource) => showingOf(shown, OFFICE_SYSTEM) !== undefined;
    expect(isShown(source(approvedForOffice(audience)))).toBe(isRead);
    expect(isShown(source(approvedForOffice(audience), false))).toBe(false);
    expect(isShown(source(approved(audience)))).toBe(false);
  });

  test('a wider release takes nothing from the members in the office system', () => {
    const item = itemOf(
      proposed(),
      approvedForOffice('party', 'public'),
      released('party'),
      released('public'),
    );
    expect(showingOf(sourceOf(item), OFFICE_SYSTEM)?.releasedAt).toBe(hourly(2));
  });

  test('an office system is told whether the time of its members ran out or the item was taken away', () => {
    const events = [proposed(), approvedForOffice('party'), released('party')];
    const statusAfter = (event: ItemEvent) =>
      bodyOf(sourceOf(itemOf(...events, event)), OFFICE_SYSTEM).notice.data.status;
    expect(statusAfter(withdrawn(1))).toBe('withdrawn');
    expect(statusAfter({ type: 'ItemExpired', data: { version: 1 } })).toBe('expired');
  });

  test('an offline release shows nothing on a screen', () => {
    const source = sourceOf(itemOf(proposed(), approved(), released('public', 1, false)));
    expect(showingOf(source, STREET)).toBeUndefined();
  });

  test.each<[string, DisplayFilter, boolean]>([
    ['no filter at all', { rows: [], classes: [] }, true],
    ['its row', { rows: ['b-07'], classes: [] }, true],
    ['its class', { rows: [], classes: ['组织建设'] }, true],
    ['another row', { rows: ['b-08'], classes: [] }, false],
    ['another class', { rows: [], classes: ['作风建设'] }, false],
  ])('a filter on %s', (_, filter, isShown) => {
    expect(showingOf(upTo('public'), { ...STREET, filter }) !== undefined).toBe(isShown);
  });

  test('each audience has its own time of release', () => {
    const source = upTo('unit', 'public');
    expect(showingOf(source, STAFF_ROOM)?.releasedAt).toBe(hourly(2));
    expect(showingOf(source, STREET)?.releasedAt).toBe(hourly(3));
  });

  test('while a new version has reached the Party only, a screen goes on with the old one', () => {
    const plan = { releasePlan: [{ audience: 'party' as const }, { audience: 'public' as const }] };
    const item = itemOf(
      proposed(),
      approved('public'),
      released('public'),
      revised({ ...plan, title: '第二版' }),
      approved('party', 'public'),
      released('party', 2),
    );
    expect(showingOf(sourceOf(item), STREET)?.title).toBe(CONTENT.title);
  });
});

describe('noticeBody', () => {
  test('says all that a screen needs, and nothing about people', () => {
    const { notice, body } = bodyOf(upTo('public'));
    expect(notice).toEqual({
      type: 'notice.released',
      timestamp: hourly(2),
      data: {
        id: 'item-1',
        revision: 3,
        organisation: { id: 'dongfang', name: '东方小学党支部' },
        status: 'on-show',
        title: CONTENT.title,
        row: { id: 'b-07', class: '组织建设', name: '党员发展' },
        documentType: { id: 'announcement', name: '公告' },
        version: 1,
        releasedAt: hourly(2),
        url: 'https://gongkai.example.cn/o/dongfang/items/item-1',
        summary: '经研究，拟推荐张三为先进教师人选，现予公示。 公示期内可提出意见。',
        text: CONTENT.text,
      },
    });
    expect(body).not.toContain('linxiao');
  });

  test('a 公示 says until when, whom to call and how to object', () => {
    const objection = {
      periodDays: 5,
      contact: '林晓',
      phone: '010-12345678',
      supervisionPhone: '010-87654321',
      howToObject: '书面提出。',
    };
    const source = sourceOf(
      itemOf(proposed({ documentType: 'public-notice', objection }), approved('public'), released('public')),
    );
    // Five days counted from the day after release end with 6 September in Shanghai.
    expect(bodyOf(source).notice.data).toMatchObject({ objection, showUntil: '2026-09-06T16:00:00.000Z' });
  });

  test.each([
    ['withdrawn', withdrawn(1), 'withdrawn'],
    ['expired', { type: 'ItemExpired', data: { version: 1 } } as const, 'expired'],
  ])('of a %s item holds no content', (_, end, status) => {
    const source = sourceOf(itemOf(proposed(), approved('public'), released('public'), end), 4);
    expect(bodyOf(source).notice).toEqual({
      type: 'notice.withdrawn',
      timestamp: hourly(3),
      data: {
        id: 'item-1',
        revision: 4,
        organisation: { id: 'dongfang', name: '东方小学党支部' },
        status,
      },
    });
  });

  test('gives way to what has become of the item since it was planned', () => {
    const before = upTo('public');
    const planned = { revision: before.revision, content: digestOf(showingOf(before, STREET), RECEIVER) };
    const now = sourceOf(itemOf(proposed(), approved('public'), released('public'), withdrawn(1)), 4);
    expect(bodyOf(now, STREET, planned).notice).toMatchObject({
      type: 'notice.withdrawn',
      data: { revision: 4 },
    });
  });

  test('is the same, byte for byte, while nothing changes for the display', () => {
    const before = upTo('public');
    const content = digestOf(showingOf(before, STREET), RECEIVER);
    const progress = { type: 'ProgressRecorded', data: { text: '过半', percent: 50 } } as const;
    const later = sourceOf(itemOf(proposed(), approved('public'), released('public'), progress), 4);
    expect(bodyOf(later, STREET, { revision: 3, content }).body).toBe(
      bodyOf(before, STREET, { revision: 3, content }).body,
    );
  });

  test.each([
    ['一'.repeat(20_000), false],
    ['\n"'.repeat(10_000), false],
    ['一'.repeat(5_000), true],
  ])('stays under 20 kB; a text that is too long is left out', (text, isIn) => {
    const source = sourceOf(itemOf(proposed({ text }), approved('public'), released('public')));
    const { body, notice } = bodyOf(source);
    expect(Buffer.byteLength(body)).toBeLessThan(MAX_BODY_BYTES);
    expect('text' in notice.data).toBe(isIn);
    expect(notice.data.summary).toBeDefined();
  });

  test('stays under 20 kB with every other field at its longest', () => {
    const objection = {
      periodDays: 180,
      contact: '长'.repeat(60),
      phone: '长'.repeat(60),
      supervisionPhone: '长'.repeat(60),
      howToObject: '长'.repeat(2_000),
    };
    const longest = { title: '长'.repeat(120), text: '长'.repeat(20_000), objection };
    const source = sourceOf(itemOf(proposed(longest), approved('public'), released('public')));
    expect(Buffer.byteLength(bodyOf(source).body)).toBeLessThan(MAX_BODY_BYTES);
  });
});

describe('messageId', () => {
  test('goes by what is said to whom, and holds no full stop', () => {
    expect(messageId('gate-1', '{}')).toBe(messageId('gate-1', '{}'));
    expect(messageId('gate-1', '{}')).not.toBe(messageId('gate-2', '{}'));
    expect(messageId('gate-1', '{}')).not.toBe(messageId('gate-1', '{ }'));
    expect(messageId('gate-1', '{}')).toMatch(/^msg_[\w-]{27}$/);
  });
});

test('a display that moves to another address has everything on show to learn again, and nothing that is gone', () => {
  const showing = showingOf(upTo('public'), STREET);
  expect(digestOf(showing, 'https://a.cn/')).not.toBe(digestOf(showing, 'https://b.cn/'));
  expect(digestOf(undefined, 'https://a.cn/')).toBe(digestOf(undefined, 'https://b.cn/'));
});
