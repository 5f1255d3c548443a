import * as z from 'zod/mini';
import { eventTypes } from './asyncapi-events.ts';
import { EXAMPLE_SECRET, exampleEvent, exampleMessages } from './asyncapi-examples.ts';
import {
  busEvent,
  DISPLAY_MESSAGES,
  type DisplayMessageType,
  streamPattern,
  webhookHeaders,
} from './asyncapi-schemas.ts';

type Json = Record<string, unknown>;

/** The AsyncAPI 3.0 document: what crosses the bus, and what displays are sent. */
export function asyncApiDocument(): Json {
  const events = busMessages();
  const messages = displayMessages();
  return {
    asyncapi: '3.0.0',
    info: { title: '公开 Gongkai', version: '1.0.0', description: DESCRIPTION, license: LICENCE },
    defaultContentType: 'application/json',
    channels: {
      bus: {
        title: '事件总线 Event bus',
        description: BUS,
        messages: referencesTo('#/components/messages', events),
      },
      display: {
        title: '公示屏接收地址 Address of a display',
        description: 'POST 到登记时给出的地址。 POSTed to the address that the display was registered with.',
        messages: referencesTo('#/components/messages', messages),
      },
    },
    operations: {
      publishEvents: {
        action: 'send',
        channel: { $ref: '#/channels/bus' },
        summary: '记录之后发布 Published after it was recorded',
        messages: Object.values(referencesTo('#/channels/bus/messages', events)),
      },
      tellDisplays: {
        action: 'send',
        channel: { $ref: '#/channels/display' },
        summary:
          '公示屏应显示的内容有变动，或核对接收端 What a display has to show has changed, or is it there?',
        security: [{ $ref: '#/components/securitySchemes/standardWebhooks' }],
        messages: Object.values(referencesTo('#/channels/display/messages', messages)),
        bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
      },
    },
    components: {
      schemas: {
        BusEvent: schemaOf(busEvent),
        WebhookHeaders: schemaOf(webhookHeaders),
        ...Object.fromEntries(
          Object.entries(DISPLAY_MESSAGES).map(([type, schema]) => [type, schemaOf(schema)]),
        ),
      },
      messages: { ...events, ...messages },
      securitySchemes: { standardWebhooks: SIGNATURE },
    },
  };
}

/** `source` by which the rules of the bus know our events. */
export const BUS_SOURCE = 'gongkai';

const DESCRIPTION =
  '系统对外发出的消息：事件总线上的事件，以及发给公示屏的通知。示例由系统代码对虚构数据运行得出。\n\n' +
  'What the system sends: events on its bus, and notices to displays. Each example is what the code makes of ' +
  `invented data. The messages to displays are signed with \`${EXAMPLE_SECRET}\`.`;
const BUS =
  '只说明发生了什么，不含内容；收到后读取所指的记录。可能重复、乱序，以 streamVersion 为准。\n\n' +
  'Says that something happened, never what it says: read the stream it names. Events may come twice and out of ' +
  'order; go by `streamVersion`.';
const LICENCE = { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' };
const SIGNATURE = {
  type: 'symmetricEncryption',
  description:
    'Standard Webhooks 1.0.0: HMAC-SHA256 with the secret that was shown when the display was registered.',
};

function busMessages(): Record<string, Json> {
  const messages = [...eventTypes()].map(([type, { kinds, zh, en }]): [string, Json] => [
    type,
    {
      name: type,
      title: zh,
      summary: en,
      tags: kinds.map((kind) => ({ name: kind.toLowerCase() })),
      headers: {
        type: 'object',
        required: ['source', 'detail-type'],
        properties: { source: { const: BUS_SOURCE }, 'detail-type': { const: type } },
      },
      payload: {
        allOf: [
          { $ref: '#/components/schemas/BusEvent' },
          {
            type: 'object',
            properties: { type: { const: type }, stream: { pattern: streamPattern(kinds) } },
          },
        ],
      },
      examples: kinds.map((kind) => ({
        headers: { source: BUS_SOURCE, 'detail-type': type },
        payload: exampleEvent(kind, type),
      })),
    },
  ]);
  return Object.fromEntries(messages);
}

const TOLD: Readonly<Record<DisplayMessageType, readonly [zh: string, en: string]>> = {
  'notice.released': ['公开', 'The display does not have it yet'],
  'notice.updated': ['更新', 'The display has it, and what it says has changed'],
  'notice.withdrawn': ['撤下', 'It must not be seen any more'],
  'notice.test': ['测试，不得展示', 'To be acknowledged and never shown'],
  'display.challenge': ['核对接收端', 'To be answered with the challenge'],
};

function displayMessages(): Record<string, Json> {
  const examples = exampleMessages();
  const types = Object.keys(DISPLAY_MESSAGES) as DisplayMessageType[];
  return Object.fromEntries(
    types.map((type) => {
      const [title, summary] = TOLD[type];
      const message = {
        name: type,
        title,
        summary,
        tags: [{ name: 'display' }],
        headers: { $ref: '#/components/schemas/WebhookHeaders' },
        payload: { $ref: `#/components/schemas/${type}` },
        examples: [examples[type]],
      };
      return [type, message];
    }),
  );
}

const referencesTo = (place: string, messages: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.keys(messages).map((name) => [name, { $ref: `${place}/${name}` }]));

/** AsyncAPI's own schemas are JSON Schema draft 7. Open, since fields may be added at any time. */
function schemaOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return json;
}
