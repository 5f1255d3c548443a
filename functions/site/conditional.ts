import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import type { HttpEnv } from '../edge/http.ts';

/** Addresses whose last change is remembered. */
const CAPACITY = 1_000;

const SECOND_MS = 1_000;

/** A strong entity tag of whatever decides what is sent. */
export const etagOf = (source: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(source)).digest('base64url').slice(0, 22)}"`;

/**
 * When what is at an address last changed, as far as this process has seen. The record could tell of releases, but what
 * is gone leaves no date that everybody may know of, and a `Last-Modified` that stays while a notice is withdrawn would
 * keep it on the wall. A fresh process takes the first look for a change: once too often, never once too few.
 */
export class Changes {
  readonly #seen = new Map<string, { readonly etag: string; readonly at: Instant }>();

  lastModified(address: string, etag: string, now: Instant): Instant {
    const before = this.#seen.get(address);
    if (before?.etag === etag) return before.at;
    const second = Math.floor(epochOf(now) / SECOND_MS) * SECOND_MS;
    // Two changes in one second must not bear the same date.
    const at = instantOf(before ? Math.max(second, epochOf(before.at) + SECOND_MS) : second);
    if (this.#seen.size >= CAPACITY) this.#seen.clear();
    this.#seen.set(address, { etag, at });
    return at;
  }
}

/**
 * True when the asker has it already (RFC 9110, section 13). A date counts only if it is the very one that was sent:
 * processes remember different dates, so an older or newer one says nothing.
 */
export function isFresh(c: Context<HttpEnv>, etag: string, modified?: string): boolean {
  const tags = c.req.header('if-none-match');
  if (tags === undefined) return modified !== undefined && c.req.header('if-modified-since') === modified;
  return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
