import { createHmac, hkdfSync } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf, epochOf, type Instant, plusDays } from '../../domain/kernel/time.ts';
import type { Views } from '../adapters/views.ts';
import { DoorRefusal } from '../edge/problem.ts';
import { ratesKey } from './view-keys.ts';

/** What may be tried without signing in, and how often from one address or on one receipt in an hour. */
const HOURLY = { leave: 30, follow: 60, receipt: 20, mail: 20, mailbox: 300 } as const;
export type Attempt = keyof typeof HOURLY;

const HOUR_MS = 3_600_000;
/** Counters go by themselves, once the hour in which they count is long over. */
const KEPT_DAYS = 2;

/**
 * Slows down whoever tries the same thing again and again. A whole school may stand behind one address, so the limits
 * are wide. What is kept is a count under a hash of the address, whose key is another one each day and is never stored:
 * yesterday's counts cannot be told from each other. Best effort: two requests in the same instant may count as one.
 */
export class FeedbackGuard {
  readonly #views: Pick<Views, 'get' | 'put'>;
  readonly #masterKey: string;

  constructor(views: Pick<Views, 'get' | 'put'>, masterKey: string) {
    this.#views = views;
    this.#masterKey = masterKey;
  }

  /**
   * @param who network address, mail address or receipt code; everybody whose address is not known counts as one
   * @throws DoorRefusal 429
   */
  async admit(scope: OrgScope, attempt: Attempt, who: string | undefined, now: Instant): Promise<void> {
    const hour = Math.floor(epochOf(now) / HOUR_MS);
    const pk = ratesKey(scope.organisation);
    const sk = `${attempt}#${hour}#${this.#hash(who ?? '', dayOf(now))}`;
    const count = (await this.#views.get(pk, sk))?.version ?? 0;
    if (count >= HOURLY[attempt]) throw tooMany((hour + 1) * HOUR_MS - epochOf(now));
    await this.#views.put({ pk, sk, version: count + 1, card: {}, expiresAt: plusDays(now, KEPT_DAYS) });
  }

  #hash(who: string, day: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.#masterKey, '', `gongkai rates ${day}`, 32));
    return createHmac('sha256', key).update(networkOf(who)).digest('base64url').slice(0, 22);
  }
}

/** One customer has a whole /64 of IPv6 addresses. */
const networkOf = (who: string): string => (isIPv6(who) ? prefixOf(who) : who);

function prefixOf(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = address.includes('::') ? [...left, ...zeros, ...right] : left;
  return groups.slice(0, 4).join(':');
}

const tooMany = (waitMs: number): DoorRefusal =>
  new DoorRefusal(
    429,
    'too-many-requests',
    {
      kind: 'rule',
      zh: '来自同一网络的请求过于频繁，请稍后再试；急事请拨打事项所列电话。',
      en: 'Too many requests from this network; try again later, or call the office.',
    },
    { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
  );
