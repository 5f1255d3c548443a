import { catalogue } from '../../domain/catalogue/catalogue.ts';
import type { CatalogueCommand } from '../../domain/catalogue/commands.ts';
import { DEFAULT_FORMS } from '../../domain/catalogue/forms.ts';
import { CATALOGUE_ID } from '../../domain/catalogue/history.ts';
import type { CatalogueState } from '../../domain/catalogue/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { SeatRule } from '../../domain/organisation/body.ts';
import type { Log } from '../adapters/log.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy, type Tenants } from './tenancy.ts';

export type CatalogueRequest = Omit<Request<CatalogueCommand, CatalogueState>, 'stream' | 'facts'>;

/** The office compiles the catalogue and the leading group decides on it; a superior's office may do it for them. */
const EDITORS: readonly SeatRule[] = [...ADMINISTRATORS, { body: 'leading-group' }];

/** Issues commands on the catalogue of one organisation. */
export class CatalogueCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;

  constructor(log: Log, aggregates: Aggregates) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
  }

  issue(scope: OrgScope, request: CatalogueRequest): Promise<Outcome<CatalogueState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, catalogue, {
      ...request,
      stream: scope.stream('CATALOGUE', CATALOGUE_ID),
      facts: async () => ({
        mayEditCatalogue: mayEdit(await this.#tenancy.tenants(scope), request.actor, request.now),
        forms: DEFAULT_FORMS,
      }),
    });
  }
}

function mayEdit({ organisation, superior }: Tenants, actor: Actor, now: Instant): boolean {
  if (actor.kind !== 'person') return false;
  if (holders(organisation, EDITORS, now).has(actor.person)) return true;
  return superior !== undefined && holders(superior, ADMINISTRATORS, now).has(actor.person);
}
