import { type Instant, instantOf } from '../../domain/kernel/time.ts';
import type { Log } from '../../functions/adapters/log.ts';
import { idFor } from '../../functions/api/ids.ts';
import { type Issuers, issuersOf } from '../../functions/issuing/issuers.ts';
import { Permits } from '../../functions/issuing/permits.ts';
import type { Issued } from '../../functions/issuing/request.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import { Tenancy } from '../../functions/shell/tenancy.ts';
import { DISTRICT, FOUNDER, type Step } from '../support/school.ts';
import { SIGNER } from '../support/signer.ts';
import { OPENING } from './school.ts';

const KEY = 'bench-key-'.repeat(4);

/** The use cases over one record, as the function `commands` has them, without HTTP. */
export class District {
  readonly aggregates: Aggregates;
  readonly #issuers: Issuers;
  #requests = 0;

  constructor(log: Log) {
    this.aggregates = new Aggregates(log, { capacity: 20_000 });
    const { aggregates } = this;
    this.#issuers = issuersOf({
      log,
      aggregates,
      views: {
        list: async () => ({ rows: [] }),
        listIndex: async () => ({ rows: [] }),
        get: async () => undefined,
        put: async () => true,
      },
      district: { id: DISTRICT, administrator: FOUNDER },
      permits: new Permits(aggregates, new Tenancy(aggregates), DISTRICT),
      masterKey: KEY,
      files: { bucket: 'files', environment: SIGNER },
    });
  }

  /** A request as it comes through HTTP: key and correlation have the length that they have there. */
  issue(step: Step, now: Instant = instantOf(Date.now())): Promise<Issued> {
    this.#requests += 1;
    return this.#issuers[step.aggregate]({
      ...step,
      actingSeat: undefined,
      key: { value: keyOf(this.#requests), minted: true },
      expectedVersion: undefined,
      now,
      correlation: keyOf(this.#requests),
      address: undefined,
      receipt: undefined,
    });
  }

  async open(now?: Instant): Promise<void> {
    for (const step of OPENING) await this.issue(step, now);
  }
}

/** As long as a UUID. */
const keyOf = (count: number): string => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

/** A valid id of an item that nobody has. */
export const itemId = (count: number): string => idFor(DISTRICT, `bench-${count}`);
