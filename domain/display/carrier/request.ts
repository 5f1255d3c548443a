import { linkable, tame } from '../../alert/chat-text.ts';
import { CONTENT_TYPES } from './content-types.ts';
import { FIELDS, type Field, type FieldValues } from './fields.ts';
import type { CompleteTemplate } from './presets.ts';
import type { MessageTemplate } from './schema.ts';
import { type ApiRequest, signed, withKey } from './signing.ts';
import { fill } from './template.ts';

export interface Keys {
  readonly key?: string | undefined;
  readonly signing?: string | undefined;
}

/** What a group's chat can take of one value; the text goes on behind the link. */
const CHAT_LENGTH = 300;

/**
 * The request that tells a system of an item: the template's for what is on show, the one for take-downs otherwise. A
 * test takes down what was never up, so that nothing of it is seen; in a chat it is said to be one.
 *
 * @param now milliseconds since 1970, of the machine's own clock
 */
export function templateRequest(
  url: string,
  template: CompleteTemplate,
  values: FieldValues,
  { key, signing }: Keys,
  now: number,
): ApiRequest {
  const isShown = values.status === 'on-show' || (values.status === 'test' && template.isChat);
  const message = isShown ? template.show : (template.withdraw ?? template.show);
  const request = filledIn(url, message, template, template.isChat ? chatValues(values) : values);
  const open =
    template.authentication && key !== undefined ? withKey(request, template.authentication, key) : request;
  return template.signing && signing !== undefined ? signed(open, template.signing, signing, now) : open;
}

function filledIn(
  url: string,
  { method, path, body }: MessageTemplate,
  { contentType }: CompleteTemplate,
  values: FieldValues,
): ApiRequest {
  const type = CONTENT_TYPES[contentType];
  const isEmpty = body.trim() === '';
  return {
    method,
    url: path === undefined ? url : withPath(url, fill(path, values, encodeURIComponent)),
    headers: isEmpty ? {} : { 'content-type': type.header },
    body: isEmpty ? '' : type.write(body, values),
  };
}

function withPath(address: string, path: string): string {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\/$/, '') + path;
  return url.href;
}

function chatValues(values: FieldValues): FieldValues {
  const tamed = FIELDS.map((name) => [name, tame(values[name], CHAT_LENGTH)] as const);
  return { ...(Object.fromEntries(tamed) as Record<Field, string>), url: linkable(values.url) };
}
