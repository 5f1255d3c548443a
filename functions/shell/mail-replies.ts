import type { OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf, type Instant, plusDays } from '../../domain/kernel/time.ts';
import type { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import { SealBroken, type Sealer, type SealOwner } from '../adapters/sealed.ts';
import type { Views } from '../adapters/views.ts';
import { repliesKey } from './view-keys.ts';

/** Days for which an address is kept: an opinion is answered and may be opened once again within a school term. */
const KEPT_DAYS = 180;
/** A count of one day; the table forgets it some time after. */
const COUNTED_DAYS = 2;

export interface Reply {
  readonly to: string;
  /** A machine may say that the mail has come. */
  readonly confirm: boolean;
}

interface Card {
  readonly to: string;
  readonly confirm: boolean;
}

/**
 * Where those are reached who wrote by mail. An address is personal data, and the record forgets nothing: so it stands
 * beside the record, sealed for one opinion, and goes by itself after half a year.
 */
export class MailReplies {
  readonly #views: Pick<Views, 'get' | 'put'>;
  readonly #sealer: Sealer;
  readonly #secrets: MailboxSecrets;

  constructor(views: Pick<Views, 'get' | 'put'>, sealer: Sealer, secrets: MailboxSecrets) {
    this.#views = views;
    this.#sealer = sealer;
    this.#secrets = secrets;
  }

  /** Keeps the address for the opinion; the first one that is kept stays. */
  async keep(scope: OrgScope, opinion: string, { to, confirm }: Reply, now: Instant): Promise<void> {
    const card: Card = { to: this.#sealer.seal(to, ownerOf(scope, opinion)), confirm };
    await this.#views.put({
      pk: repliesKey(scope.organisation),
      sk: opinion,
      version: 1,
      card,
      expiresAt: plusDays(now, KEPT_DAYS),
    });
  }

  /** Undefined when none was kept, or not any more, or the master key is another one by now. */
  async find(scope: OrgScope, opinion: string, now: Instant): Promise<Reply | undefined> {
    const row = await this.#views.get(repliesKey(scope.organisation), opinion);
    if (!row || (row.expiresAt !== undefined && row.expiresAt <= now)) return undefined;
    const { to, confirm } = row.card as Card;
    try {
      return { to: this.#sealer.open(to, ownerOf(scope, opinion)), confirm };
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  /** Whether this opinion is the one of the sender's that is confirmed on that day: the first, and no other. */
  async isTurnOf(scope: OrgScope, opinion: string, to: string, now: Instant): Promise<boolean> {
    const day = dayOf(now);
    const pk = repliesKey(scope.organisation);
    const sk = `confirmed#${day}#${this.#secrets.senderOn(scope.organisation, to, day)}`;
    const row = { pk, sk, version: 1, card: { opinion }, expiresAt: plusDays(now, COUNTED_DAYS) };
    if (await this.#views.put(row)) return true;
    const first = await this.#views.get(pk, sk);
    return (first?.card as { readonly opinion?: string } | undefined)?.opinion === opinion;
  }
}

const ownerOf = ({ organisation }: OrgScope, opinion: string): SealOwner => ({
  organisation,
  channel: `reply-${opinion}`,
});
