import { globSync, readFileSync } from 'node:fs';
import specification from '@asyncapi/specs/schemas/3.0.0.json' with { type: 'json' };
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { digestOf, noticeBody, showingOf } from '../../../domain/display/notice.ts';
import type { ItemEvent } from '../../../domain/item/events.ts';
import { eventTypes } from '../../../functions/api/asyncapi-events.ts';
import { EXAMPLE_SECRET } from '../../../functions/api/asyncapi-examples.ts';
import { busEvent, DISPLAY_MESSAGES } from '../../../functions/api/asyncapi-schemas.ts';
import { readBusEvent } from '../../../functions/edge/bus-event.ts';
import { approved, itemOf, proposed, released, sourceOf, withdrawn } from '../../domain/display/items.ts';
import { DOCUMENT, faultsOf, MESSAGES } from './document.ts';

const isAsyncApi = (() => {
  // The specification brings the schema of JSON Schema itself along.
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
  formats.default(ajv);
  return ajv.compile(specification);
})();

const isForDisplays = (name: string) => name in DISPLAY_MESSAGES;
const at = (reference: string) =>
  reference
    .replace('#/', '')
    .split('/')
    .reduce((value, key) => value?.[key], DOCUMENT);

describe('the AsyncAPI document', () => {
  it('is valid by the schema of AsyncAPI 3.0.0', () => {
    isAsyncApi(DOCUMENT);
    expect(isAsyncApi.errors).toBeNull();
    const { action: _, ...silent } = DOCUMENT.operations.tellDisplays;
    expect(isAsyncApi({ ...DOCUMENT, operations: { tellDisplays: silent } })).toBe(false);
  });

  it('points only to what it holds, and offers every message on one channel', () => {
    const references = JSON.stringify(DOCUMENT).matchAll(/"\$ref":"([^"]+)"/g);
    for (const [, reference = ''] of references) expect(at(reference), reference).toBeDefined();
    const offered = Object.values<{ messages: object }>(DOCUMENT.channels).flatMap(({ messages }) =>
      Object.keys(messages),
    );
    expect(offered.sort()).toEqual(MESSAGES.map(([name]) => name).sort());
    for (const { channel, messages } of Object.values<{
      channel: { $ref: string };
      messages: { $ref: string }[];
    }>(DOCUMENT.operations))
      expect(messages.map(({ $ref }) => $ref)).toEqual(
        Object.keys(at(channel.$ref).messages).map((name) => `${channel.$ref}/messages/${name}`),
      );
  });

  it('describes every event, and none that no decider records', () => {
    const described = [...eventTypes().keys()];
    expect(described.length).toBeGreaterThan(100);
    expect(MESSAGES.map(([name]) => name).filter((name) => !isForDisplays(name))).toEqual(described);
    const deciders = globSync('domain/**/*.ts').filter((file) => !/events\.ts$/.test(file));
    const source = deciders.map((file) => readFileSync(file, 'utf8')).join('\n');
    const recorded = new Set(
      [...source.matchAll(/(?:\btype: |\breturn |[?:] )'(\w+)'/g)].map(([, type]) => type),
    );
    expect(described.filter((type) => !recorded.has(type))).toEqual([]);
  });
});

describe('an example', () => {
  it('of each message is as its schemas say, and they tell it from every other', () => {
    for (const [name, { examples }] of MESSAGES) {
      expect(examples.length, name).toBeGreaterThan(0);
      for (const { headers, payload } of examples) {
        expect([name, faultsOf(name, 'headers', headers)]).toEqual([name, []]);
        expect([name, faultsOf(name, 'payload', payload)]).toEqual([name, []]);
        expect(faultsOf(name, 'headers', {}), name).not.toEqual([]);
        expect(faultsOf(name, 'payload', { ...payload, type: 'Nothing' }), name).not.toEqual([]);
      }
    }
  });

  it('of a message to a display is signed with the secret that the document names', () => {
    const messages = MESSAGES.filter(([name]) => isForDisplays(name));
    expect(messages).toHaveLength(5);
    expect(DOCUMENT.info.description).toContain(EXAMPLE_SECRET);
    for (const [name, { examples }] of messages)
      for (const { headers, payload } of examples) {
        vi.setSystemTime(Number(headers['webhook-timestamp']) * 1000);
        expect(new Webhook(EXAMPLE_SECRET).verify(JSON.stringify(payload), headers)).toMatchObject({
          type: name,
        });
      }
  });
  afterEach(() => vi.useRealTimers());

  it('of an event is what a consumer reads, and the schema refuses what a consumer refuses', () => {
    const [, { examples }] = MESSAGES.find(([name]) => name === 'ItemReleased') ?? expect.unreachable();
    const event = examples[0]?.payload ?? {};
    expect(readBusEvent(event)).toEqual(event);
    const isRead = (value: unknown) => {
      try {
        return readBusEvent(value) !== undefined;
      } catch {
        return false;
      }
    };
    for (const field of Object.keys(event))
      for (const wrong of [undefined, null, 7.5, {}, ['x']]) {
        const broken = { ...event, [field]: wrong };
        expect([field, wrong, busEvent.safeParse(broken).success]).toEqual([field, wrong, isRead(broken)]);
      }
    for (const changed of [{ version: 2 }, { audience: 'everybody' }, { streamVersion: '3' }])
      expect([
        busEvent.safeParse({ ...event, ...changed }).success,
        isRead({ ...event, ...changed }),
      ]).toEqual([false, false]);
  });
});

describe('the body of a notice', () => {
  const objection = {
    periodDays: 5,
    contact: '林晓',
    phone: '010-12345678',
    supervisionPhone: '010-87654321',
    howToObject: '书面提出。',
  };
  const shown: ItemEvent[] = [approved('public'), released('public')];
  it.each<[string, readonly ItemEvent[]]>([
    ['on show', [proposed(), ...shown]],
    ['a 公示', [proposed({ documentType: 'public-notice', objection }), ...shown]],
    [
      'of a type that the district added',
      [proposed({ documentType: 'appointment-notice', documentTypeName: '任前公示' } as object), ...shown],
    ],
    ['too long for its text', [proposed({ text: '长'.repeat(20_000) }), ...shown]],
    ['taken down', [proposed(), ...shown, withdrawn(1)]],
    ['over', [proposed(), ...shown, { type: 'ItemExpired', data: { version: 1 } }]],
  ])('of an item %s is described, member by member', (_, events) => {
    const source = sourceOf(itemOf(...events), events.length);
    const receiver = 'https://screens.example.cn/';
    const content = digestOf(showingOf(source, { audience: 'public' }), receiver);
    const planned = { type: 'notice.released', revision: source.revision, content } as const;
    const options = { planned, receiver, url: 'https://gongkai.example.cn/o/dongfang/items/item-1' };
    const body = JSON.parse(noticeBody(source, { audience: 'public' }, options));
    expect(faultsOf(body.type, 'payload', body)).toEqual([]);
    expect(undescribed(DOCUMENT.components.schemas[body.type], body)).toEqual([]);
  });
});

/** Members that a schema says nothing of. */
// biome-ignore lint/suspicious/noExplicitAny: schemas of every shape
function undescribed(schema: any, value: any, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = schema.properties?.[name];
    return known ? undescribed(known, inner, `${path}/${name}`) : [`${path}/${name}`];
  });
}
