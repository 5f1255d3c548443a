import * as z from 'zod/mini';
import { LIMITS } from '../../limits.ts';
import { cleanLine } from '../../text.ts';
import { CONTENT_TYPES, type ContentTypeName } from './content-types.ts';
import { FIELDS } from './fields.ts';
import { PRESET_NAMES } from './presets.ts';

const keysOf = <Table extends object>(table: Table) =>
  Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]];

/** Of a header that bears a key or a signature. */
const headerName = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));
const parameter = z.string().check(z.regex(/^[\w.-]{1,60}$/));

/** Given in clear, kept sealed, never shown again. Left out of a change, what is kept stays, for the same origin. */
const secret = z.string().check(z.regex(/^[\x20-\x7e]{1,1000}$/));
const secrets = {
  /** Lets us in: client secret, API key, password, token, key of a robot. */
  key: z.optional(secret),
  /** Signs what we send. */
  signing: z.optional(secret),
};

/** As the CMS names columns: letters and digits; `id` is its own. */
const heading = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9_ ]{0,49}$/),
  z.refine((text) => text.toLowerCase() !== 'id'),
);

const clientId = z.string().check(z.regex(/^[\x21-\x7e]{1,100}$/));
/** Where OAuth 2.0 gives out tokens for a client id and its secret. */
const address = z.url({ protocol: /^https?$/, normalize: true }).check(z.maxLength(500));

const xiboDataset = z.strictObject({
  kind: z.literal('xibo-dataset'),
  clientId,
  secrets: z._default(z.strictObject(secrets), {}),
  dataset: z.int().check(z.positive()),
  displayGroup: z.int().check(z.positive()),
  /** Field by field the heading of its column; a field without one is not sent. `id` must have one. */
  columns: z.partialRecord(z.enum(FIELDS), heading),
});

const message = z.strictObject({
  method: z._default(z.enum(['POST', 'PUT', 'PATCH', 'DELETE']), 'POST'),
  /** Follows the display's address, e.g. `/notices/{{id}}`. */
  path: z.optional(z.string().check(z.regex(/^\/[\w\-./~{} ]{0,199}$/))),
  /** Text with variables in double braces. */
  body: z._default(z.string().check(z.maxLength(4_000)), ''),
});

const codes = z.array(cleanLine(LIMITS.name)).check(z.minLength(1), z.maxLength(10));
const path = z.string().check(z.regex(/^[\w-]+(?:\.[\w-]+){0,5}$/), z.maxLength(100));

const httpTemplate = z.strictObject({
  kind: z.literal('http-template'),
  /** Supplies whatever is left out here. */
  preset: z.optional(z.enum(PRESET_NAMES)),
  contentType: z.optional(z.enum(keysOf<Record<ContentTypeName, unknown>>(CONTENT_TYPES))),
  /** Sent while an item is on show, when it comes up and when it changes. */
  show: z.optional(message),
  /** Sent when it was withdrawn or has expired. */
  withdraw: z.optional(message),
  authentication: z.optional(
    z.discriminatedUnion('scheme', [
      z.strictObject({
        scheme: z.literal('basic'),
        user: z._default(z.string().check(z.regex(/^[\x20-\x39\x3b-\x7e]{0,100}$/)), ''),
      }),
      z.strictObject({ scheme: z.enum(['bearer', 'path']) }),
      z.strictObject({ scheme: z.literal('header'), name: headerName }),
      z.strictObject({ scheme: z.literal('query'), name: parameter }),
      z.strictObject({ scheme: z.literal('client-credentials'), tokenUrl: address, clientId }),
    ]),
  ),
  signing: z.optional(
    z.discriminatedUnion('scheme', [
      z.strictObject({
        scheme: z.literal('hmac-header'),
        name: headerName,
        encoding: z._default(z.enum(['hex', 'base64']), 'hex'),
      }),
      z.strictObject({ scheme: z.enum(['dingtalk', 'feishu']) }),
    ]),
  ),
  secrets: z._default(z.strictObject(secrets), {}),
  /** Beside a status of 2xx: for systems that answer 200 whatever happened. */
  success: z.optional(z.strictObject({ path, equals: codes, message: z.optional(path) })),
});

/** How notices reach the system at a display's address, when it does not take signed webhooks. */
export const carrierSchema = z.discriminatedUnion('kind', [xiboDataset, httpTemplate]);

export type Carrier = z.infer<typeof carrierSchema>;
export type XiboCarrier = z.infer<typeof xiboDataset>;
export type TemplateCarrier = z.infer<typeof httpTemplate>;
export type MessageTemplate = z.infer<typeof message>;
