import { judge } from '../../../domain/display/carrier/answer-rule.ts';
import type { FieldValues } from '../../../domain/display/carrier/fields.ts';
import { type CompleteTemplate, completed } from '../../../domain/display/carrier/presets.ts';
import { type Keys, templateRequest } from '../../../domain/display/carrier/request.ts';
import type { TemplateCarrier } from '../../../domain/display/carrier/schema.ts';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import type { Reply } from '../outbound.ts';
import { type Called, callAuthorised } from './authorised.ts';
import { type Caller, isOk } from './caller.ts';
import type { Tokens } from './tokens.ts';

export interface ApiMessage {
  readonly url: string;
  readonly carrier: TemplateCarrier;
  /** Of the display, beside those of the template. */
  readonly headers: Readonly<Record<string, string>>;
  readonly values: FieldValues;
  readonly keys: Keys;
}

/** Sends one message by a template and judges what came back by the template's rule. */
export async function sendByTemplate(
  { url, carrier, headers, values, keys }: ApiMessage,
  caller: Caller,
  tokens: Tokens,
  now: number,
): Promise<Answer> {
  const template = completed(carrier);
  if (!template) throw new Error('a template without anything to send has come into the record');
  caller.hide(keys.key, keys.signing);
  const { authentication } = template;
  const usesToken = authentication?.scheme === 'client-credentials';
  // A token is not known before it is asked for; then it goes in by itself.
  const request = templateRequest(
    url,
    usesToken ? { ...template, authentication: undefined } : template,
    values,
    keys,
    now,
  );
  const full = { ...request, headers: { ...headers, ...request.headers } };
  const called: Called = usesToken
    ? await callAuthorised(caller, tokens, { ...authentication, clientSecret: keys.key ?? '' }, full)
    : { reply: await caller.call(full) };
  return 'answer' in called ? called.answer : verdictOn(called, template, caller);
}

function verdictOn(
  { reply }: { readonly reply: Reply },
  { success }: CompleteTemplate,
  caller: Caller,
): Answer {
  if ('failure' in reply || !isOk(reply) || !success) return caller.answerOf(reply);
  const verdict = judge(reply.body, success);
  return verdict.accepted
    ? caller.answerOf(reply)
    : caller.answerOf(reply, verdict.reason, verdict.retryAfter);
}
