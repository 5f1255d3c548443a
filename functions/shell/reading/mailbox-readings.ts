import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import {
  MAILBOX_ID,
  type Mailbox,
  mailboxDecider,
  requireMailboxKeeper,
} from '../../../domain/mailbox/mailbox.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { ADMINISTRATORS } from '../administrators.ts';
import type { Sources } from './sources.ts';

export interface MailboxReading {
  readonly streamVersion: number;
  /** Absent while none is open. Nothing by which its secret could be found is told. */
  readonly mailbox?: Pick<Mailbox, 'address' | 'since'> & {
    /** Until then the secret before the last rotation is good as well. */
    readonly previousValidUntil?: Instant;
  };
}

/** 意见邮箱, for the office that keeps it. */
export class MailboxReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** @throws Refusal `not-found` for who does not work there, `not-permitted` for who does not sit in the office */
  async current(scope: OrgScope, reader: Reader, now: Instant): Promise<MailboxReading> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { aggregates, tenancy } = this.#sources;
    const [{ organisation }, { state, version }] = await Promise.all([
      tenancy.tenants(scope),
      aggregates.load(scope.stream('MAILBOX', MAILBOX_ID), mailboxDecider),
    ]);
    requireMailboxKeeper({ mayKeep: holders(organisation, ADMINISTRATORS, now).has(reader.person ?? '') });
    if (!state?.open) return { streamVersion: version };
    const { address, since, previousValidUntil } = state;
    const isOverlap = previousValidUntil !== undefined && now < previousValidUntil;
    return {
      streamVersion: version,
      mailbox: { address, since, ...(isOverlap && { previousValidUntil }) },
    };
  }
}
