import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { asyncApiDocument } from '../../../functions/api/asyncapi.ts';

export interface Message {
  readonly headers: object;
  readonly payload: object;
  readonly examples: readonly { readonly headers: Record<string, string>; readonly payload: object }[];
}

/** As whoever asks for it gets it. */
// biome-ignore lint/suspicious/noExplicitAny: a JSON document is looked into
export const DOCUMENT = JSON.parse(JSON.stringify(asyncApiDocument())) as any;
export const MESSAGES: readonly [name: string, Message][] = Object.entries(DOCUMENT.components.messages);

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(DOCUMENT, 'document');

/** What is wrong with a value by the schema of a message, as sentences; none when nothing is. */
export function faultsOf(message: string, part: 'headers' | 'payload', value: unknown): readonly string[] {
  const validate = ajv.getSchema(`document#/components/messages/${message}/${part}`);
  if (!validate) throw new Error(`${message} has no schema of its ${part}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message: said }) => `${instancePath} ${said}`);
}
