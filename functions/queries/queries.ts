import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { refuse } from '../../domain/kernel/refusal.ts';
import { etagOf } from '../api/headers.ts';
import { NO_QUERY, READS, type ReadOperation } from '../api/reads.ts';
import { API_HEADERS, allRoutes, routeOf } from '../api/routing.ts';
import { type HttpEnv, httpApp } from '../edge/http.ts';
import { bearerToken, type Identity, type OidcProvider } from '../edge/token.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { Readings } from '../shell/readings.ts';
import { readersOf } from './readers.ts';

export interface QueriesOptions {
  readonly provider: Pick<OidcProvider, 'identify'>;
  readonly readings: Readings;
  readonly access: FileAccess;
}

/** Seconds for which anybody may keep what everybody may see. Short: a withdrawn item has to go. */
const PUBLIC_SECONDS = 10;

/** The reading half of the API: every reading of the table, and nothing else. `HEAD` comes with `GET`. */
export function queriesApp({ provider, readings, access }: QueriesOptions): Hono<HttpEnv> {
  const app = httpApp({ routes: allRoutes, secureHeaders: API_HEADERS });
  const readers = readersOf(readings, access);
  for (const operation of READS) {
    app.get(routeOf(operation.path), async (c) => {
      const identity = await identityOf(c, operation, provider);
      const receipt = operation.receipt ? c.req.header('receipt-code') : undefined;
      const answer = await readers[operation.id]({
        parameters: c.req.param() as Record<string, string>,
        query: await queryOf(c, operation),
        identity,
        receipt,
        now: c.var.now,
      });
      return respond(c, answer, identity === undefined && receipt === undefined);
    });
  }
  return app;
}

async function queryOf(c: Context<HttpEnv>, { query = NO_QUERY }: ReadOperation): Promise<object> {
  const { parseInput } = await import('../edge/input.ts');
  return parseInput(await query(), c.req.query());
}

async function identityOf(
  c: Context<HttpEnv>,
  { signedIn }: ReadOperation,
  provider: QueriesOptions['provider'],
): Promise<Identity | undefined> {
  const token = bearerToken(c.req.header('authorization'));
  if (token !== undefined) return provider.identify(token, c.var.now);
  return signedIn ? refuse('not-signed-in') : undefined;
}

function respond(c: Context<HttpEnv>, answer: object, isPublic: boolean): Response {
  const body = JSON.stringify(answer);
  const etag = tagOf(answer, body);
  c.header('ETag', etag);
  c.header('Vary', 'Authorization, Receipt-Code');
  c.header('Cache-Control', isPublic ? `public, max-age=${PUBLIC_SECONDS}` : 'private, no-store');
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' });
}

/**
 * Those who work on a thing get its version, which `If-Match` takes. What others see of it depends on who they are, so
 * theirs is made from what they got.
 */
function tagOf(answer: { streamVersion?: number; work?: unknown }, body: string): string {
  if (answer.work !== undefined && answer.streamVersion !== undefined) return etagOf(answer.streamVersion);
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Weak comparison (RFC 9110, 13.1.2). */
function matches(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''));
}
