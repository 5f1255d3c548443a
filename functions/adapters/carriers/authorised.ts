import { type ApiRequest, withKey } from '../../../domain/display/carrier/signing.ts';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import type { Reply } from '../outbound.ts';
import type { Caller } from './caller.ts';
import type { Client, Tokens } from './tokens.ts';

/** What came back, or why there was not even a token to ask with. */
export type Called = { readonly reply: Reply } | { readonly answer: Answer };

/** Calls with a token of the client. One that is not taken may have been revoked: another one is tried, once. */
export async function callAuthorised(
  caller: Caller,
  tokens: Tokens,
  client: Client,
  request: ApiRequest,
): Promise<Called> {
  const bearer = { scheme: 'bearer' } as const;
  const first = await tokens.get(client, caller);
  if ('answer' in first) return first;
  const reply = await caller.call(withKey(request, bearer, first.token));
  if (!('status' in reply) || reply.status !== 401) return { reply };
  tokens.forget(client);
  const second = await tokens.get(client, caller);
  if ('answer' in second) return second;
  return { reply: await caller.call(withKey(request, bearer, second.token)) };
}
