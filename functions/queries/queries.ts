import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { refuse } from '../../domain/kernel/refusal.ts';
import { finderIn } from '../api/areas.ts';
import { etagOf } from '../api/headers.ts';
import { query } from '../api/query.ts';
import type { ReadOperation } from '../api/reads.ts';
import { API_HEADERS, allRoutes } from '../api/routing.ts';
import { type HttpEnv, httpApp } from '../edge/http.ts';
import { bearerToken, type Identity, type OidcProvider } from '../edge/token.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { Readings } from '../shell/readings.ts';
import { readAreas } from './areas.ts';

export interface QueriesOptions {
  readonly provider: Pick<OidcProvider, 'identify'>;
  readonly readings: Readings;
  /** Made with the first link that somebody asks for. */
  readonly access: () => Promise<FileAccess>;
}

/** Seconds for which anybody may keep what everybody may see. Short: a withdrawn item has to go. */
const PUBLIC_SECONDS = 10;

/** The reading half of the API: every reading of its areas, and nothing else. `HEAD` comes with `GET`. */
export function queriesApp({ provider, readings, access }: QueriesOptions) {
  const app = httpApp(new Hono<HttpEnv>(), { routes: allRoutes, secureHeaders: API_HEADERS });
  const readAt = finderIn(readAreas(readings, access));
  app.get('/v1/*', async (c) => {
    const found = await readAt('GET', c.req.path);
    if (found === undefined) return c.notFound();
    const { operation, parameters } = found;
    const identity = await identityOf(c, operation, provider);
    const receipt = operation.receipt ? c.req.header('receipt-code') : undefined;
    const query = await queryOf(c, operation);
    const answer = await operation.answer({ parameters, query, identity, receipt, now: c.var.now });
    return respond(c, answer, identity === undefined && receipt === undefined);
  });
  return app;
}

async function queryOf(c: Context<HttpEnv>, { query = noQuery }: ReadOperation): Promise<object> {
  const { parseInput } = await import('../edge/input.ts');
  return parseInput(await query(), c.req.query());
}

const noQuery = query('noQuery');

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
