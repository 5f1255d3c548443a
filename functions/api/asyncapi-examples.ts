import type { CatalogueRow } from '../../domain/catalogue/row.ts';
import type { NoticeType } from '../../domain/display/delivery-commands.ts';
import { deliveryId } from '../../domain/display/delivery-state.ts';
import {
  digestOf,
  messageId,
  type NoticeSource,
  noticeBody,
  showingOf,
} from '../../domain/display/notice.ts';
import { challengeBody, testBody } from '../../domain/display/probe-messages.ts';
import { signatureHeaders } from '../../domain/display/signature.ts';
import type { ItemContent } from '../../domain/item/content.ts';
import type { ItemEvent } from '../../domain/item/events.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { Item } from '../../domain/item/state.ts';
import { openCommit, sealCommit } from '../../domain/kernel/commit.ts';
import { OrgScope, type StreamKind } from '../../domain/kernel/scope.ts';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import { DisplaySecrets } from '../adapters/secrets.ts';
import { type BusEvent, busEventsOf } from '../edge/bus-event.ts';
import type { DisplayMessageType } from './asyncapi-schemas.ts';

/** Examples come out of the very code that sends, run on an invented school; none is written by hand. */
const SCHOOL = { id: 'example-school', name: '示例小学党支部' };
const SCOPE = new OrgScope(SCHOOL.id);
const DISPLAY = {
  id: 'gate-screen',
  name: '校门口屏',
  place: '校门口',
  audience: 'public' as const,
  url: 'https://signage.example.edu.cn/notices',
};
const ITEM = 'canteen-notice';
const PAGE = `https://gongkai.example.edu.cn/o/${SCHOOL.id}/items/${ITEM}`;
const CLERK = { kind: 'person', person: 'office-clerk', organisation: SCHOOL.id } as const;
const BEGAN: Instant = '2026-11-18T01:00:00.000Z';

const SECRETS = new DisplaySecrets('a master key that protects nothing at all');

/** With which the examples are signed, so that a receiver can be tried on them. It protects nothing. */
export const EXAMPLE_SECRET = SECRETS.secret(SCHOOL.id, DISPLAY.id, 1);

/** The event as it crosses the bus when a stream of that kind records it. */
export function exampleEvent(kind: StreamKind, type: string): BusEvent {
  const stream = SCOPE.stream(kind, 'example-one');
  const data = type === 'ItemReleased' ? { version: 1, audience: 'public', online: true } : {};
  const body = {
    at: BEGAN,
    by: CLERK,
    command: 'example-command',
    correlation: 'example-request',
    events: [{ type, data }],
  };
  const [event] = busEventsOf(openCommit(sealCommit(stream, 1, '', body)));
  if (!event) throw new Error('a commit of one event without an event');
  return event;
}

const ROW: CatalogueRow = {
  id: 'b-16',
  level1: '联系和服务党员、群众情况',
  level2: '对党员群众意见建议的采纳及反馈的情况',
  forms: ['公示栏', '电子屏'],
  openEnded: true,
  audience: 'public',
  mandated: true,
  origin: 'template',
};

const CONTENT: ItemContent = {
  row: ROW.id,
  title: '关于食堂意见采纳情况的公示',
  text: '9 月收到的 12 条食堂意见已逐条研究，**采纳 9 条**，现予公示。',
  basis: 'voluntary',
  documentType: 'public-notice',
  matter: 'ordinary',
  important: false,
  forms: ['公示栏', '电子屏'],
  audience: 'public',
  releasePlan: [{ audience: 'public' }],
  objection: {
    periodDays: 7,
    contact: '党务公开办公室',
    phone: '021-55550101',
    supervisionPhone: '021-55550102',
    howToObject: '请在公示期内以书面或电话方式实名反映。',
  },
  provider: { kind: 'office', name: '总务处' },
  accountable: CLERK.person,
};

const shows = (version: number): readonly ItemEvent[] => [
  { type: 'ItemApproved', data: { releasesOnline: ['public'], minimumDisplayDays: 7 } },
  { type: 'ItemReleased', data: { version, audience: 'public', online: true } },
];
const REVISED: ItemContent = { ...CONTENT, text: '9 月收到的 12 条食堂意见，**采纳 10 条**，现予更正公示。' };

/** A life: what is recorded until the display is told, and then what it is told. */
const LIFE: readonly (readonly [NoticeType, readonly ItemEvent[]])[] = [
  ['notice.released', [{ type: 'ItemProposed', data: CONTENT }, ...shows(1)]],
  [
    'notice.updated',
    [{ type: 'ItemRevised', data: { content: REVISED, reason: '更正采纳条数', answers: [] } }, ...shows(2)],
  ],
  [
    'notice.withdrawn',
    [{ type: 'ItemWithdrawn', data: { reason: '内容有误', inError: true, versions: [2] } }],
  ],
];

export interface ExampleMessage {
  readonly headers: ReturnType<typeof signatureHeaders>;
  readonly payload: object;
}

/** One signed message of each type: an item comes up, is put right and is taken down; a test; a challenge. */
export function exampleMessages(): Readonly<Record<DisplayMessageType, ExampleMessage>> {
  const probe = { organisation: SCHOOL, id: DISPLAY.id, display: DISPLAY, requestedAt: BEGAN };
  const challenge = SECRETS.challenge(SCHOOL.id, DISPLAY.id, 1, DISPLAY.url);
  return {
    ...exampleNotices(),
    'notice.test': signed(DISPLAY.id, testBody(probe, 1), BEGAN),
    'display.challenge': signed(DISPLAY.id, challengeBody(probe, challenge), BEGAN),
  };
}

function exampleNotices(): Readonly<Record<NoticeType, ExampleMessage>> {
  const told: [NoticeType, ExampleMessage][] = [];
  let item: Item | undefined;
  let revision = 0;
  for (const [type, events] of LIFE) {
    for (const event of events) {
      item = itemHistory.evolve(item, event, { at: hourOf(revision), by: CLERK });
      revision += 1;
    }
    if (item) told.push([type, noticeOf(type, item, revision)]);
  }
  return Object.fromEntries(told) as Record<NoticeType, ExampleMessage>;
}

function noticeOf(type: NoticeType, item: Item, revision: number): ExampleMessage {
  const source: NoticeSource = {
    id: ITEM,
    item,
    revision,
    organisation: SCHOOL,
    isMember: () => true,
    rowOf: () => ROW,
  };
  const content = digestOf(showingOf(source, DISPLAY), DISPLAY.url);
  const body = noticeBody(source, DISPLAY, {
    planned: { type, revision, content },
    receiver: DISPLAY.url,
    url: PAGE,
  });
  return signed(deliveryId(DISPLAY.id, ITEM), body, hourOf(revision));
}

function signed(about: string, body: string, at: Instant): ExampleMessage {
  const message = { id: messageId(about, body), timestamp: epochOf(at) / 1000, body };
  return { headers: signatureHeaders(message, [EXAMPLE_SECRET]), payload: JSON.parse(body) };
}

/** The n-th hour of the example. */
const hourOf = (hours: number): Instant => instantOf(epochOf(BEGAN) + hours * 3_600_000);
