import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { Refusal, refuse } from '../../domain/kernel/refusal.ts';
import type { SignedText } from '../adapters/mailbox-secrets.ts';
import { type Found, finderIn } from '../api/areas.ts';
import { etagOf, expectedVersion, idempotencyKey } from '../api/headers.ts';
import type { CommandOperation } from '../api/operations.ts';
import { API_HEADERS, allRoutes, fieldsFromPath, fillPath } from '../api/routing.ts';
import { type HttpEnv, httpApp, readJson } from '../edge/http.ts';
import { bearerToken, type OidcProvider } from '../edge/token.ts';
import type { Issuers } from '../issuing/issuers.ts';
import type { Issued, IssueRequest } from '../issuing/request.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { COMMAND_AREAS } from './areas.ts';

/**
 * Milliseconds for which this function trusts what it has seen: what a second person does meanwhile somewhere else can
 * be as late as if their request had arrived after ours. Shorter than anybody's next click.
 */
export const TRUST_MS = 200;

export interface CommandsOptions {
  readonly provider: Pick<OidcProvider, 'identify'>;
  readonly issuers: Issuers;
  /** What the issuers load from. */
  readonly aggregates: Pick<Aggregates, 'doubt'>;
}

/** The writing half of the API: every operation of its areas, and nothing else. */
export function commandsApp({ provider, issuers, aggregates }: CommandsOptions) {
  /**
   * Nobody is refused for what was true a moment ago: then it is decided again on what the record says now. What comes
   * without a log-in, or on a receipt, is counted each time it is issued, so that is decided once, on nothing but that.
   */
  async function refusingOnlyWhatIs(
    { person, receipt }: IssueRequest,
    issue: () => Promise<Issued>,
  ): Promise<Issued> {
    const isCounted = person === undefined || receipt !== undefined;
    if (isCounted) aggregates.doubt();
    try {
      return await issue();
    } catch (error) {
      if (isCounted) throw error;
      if (error instanceof Refusal && aggregates.doubt()) return issue();
      throw error;
    }
  }
  const app = httpApp(new Hono<HttpEnv>(), { routes: allRoutes, secureHeaders: API_HEADERS });
  const operationAt = finderIn(COMMAND_AREAS);
  app.on(['POST', 'PUT', 'DELETE'], '/v1/*', async (c) => {
    const found = await operationAt(c.req.method, c.req.path);
    if (found === undefined) return c.notFound();
    const { operation } = found;
    const person = operation.signed ? undefined : await personOf(c, operation, provider);
    const request = await requestOf(c, found, person);
    return answer(c, found, await refusingOnlyWhatIs(request, () => issuers[operation.aggregate](request)));
  });
  return app;
}

async function personOf(
  c: Context<HttpEnv>,
  { anonymous }: CommandOperation,
  provider: CommandsOptions['provider'],
): Promise<string | undefined> {
  const token = bearerToken(c.req.header('authorization'));
  if (token !== undefined) return (await provider.identify(token, c.var.now)).person;
  return anonymous ? undefined : refuse('not-signed-in');
}

async function requestOf(
  c: Context<HttpEnv>,
  { operation, parameters }: Found<CommandOperation>,
  person: string | undefined,
): Promise<IssueRequest> {
  const key = idempotencyKey(c.req.header('idempotency-key'));
  const { parseInput } = await import('../edge/input.ts');
  const sent = await readJson(c);
  // What a machine hands over was written by somebody else, who cannot be asked to write it again.
  const body = parseInput(await operation.body(), operation.signed ? await cleaned(sent) : sent);
  return {
    command: operation.command,
    data: { ...body, ...fieldsFromPath(operation, parameters) },
    parameters,
    person,
    actingSeat: c.req.header('acting-seat'),
    key,
    expectedVersion: expectedVersion(c.req.header('if-match')),
    now: c.var.now,
    correlation: c.var.correlation,
    address: c.env.requestContext.http.sourceIp,
    receipt: c.req.header('receipt-code'),
    ...(operation.signed && { signed: await signedText(c) }),
  };
}

const cleaned = async (sent: unknown): Promise<unknown> => (await import('./handed-over.ts')).cleaned(sent);

const signedText = async (c: Context<HttpEnv>): Promise<SignedText> => ({
  id: c.req.header('webhook-id'),
  timestamp: c.req.header('webhook-timestamp'),
  signature: c.req.header('webhook-signature'),
  body: await c.req.text(),
});

function answer(
  c: Context<HttpEnv>,
  { operation: { creates }, parameters }: Found<CommandOperation>,
  result: Issued,
): Response {
  c.header('ETag', etagOf(result.version));
  c.header('Cache-Control', 'no-store');
  if (!creates) return c.json(result);
  c.header('Location', fillPath(creates, { ...parameters, id: result.id }));
  return c.json(result, 201);
}
