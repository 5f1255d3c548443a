import { catalogue } from '../../domain/catalogue/catalogue.ts';
import type { CatalogueCommand, CatalogueFacts } from '../../domain/catalogue/commands.ts';
import type { CatalogueState } from '../../domain/catalogue/state.ts';
import { CATALOGUE_ID } from '../../domain/catalogue/state.ts';
import { templateHistory } from '../../domain/catalogue/template/state.ts';
import { BUILT_IN_TEMPLATES, findTemplate, type Template } from '../../domain/catalogue/templates.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { SeatRule } from '../../domain/organisation/body.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import { powerHistory } from '../../domain/power/state.ts';
import { POWERS_ID } from '../../domain/power/vocabulary.ts';
import type { Log } from '../adapters/log.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy, type Tenants } from './tenancy.ts';
import { Vocabularies } from './vocabularies.ts';

export type CatalogueRequest = Omit<Request<CatalogueCommand, CatalogueState>, 'stream' | 'facts'>;

/** The office compiles the catalogue and the leading group decides on it; a superior's office may do it for them. */
const EDITORS: readonly SeatRule[] = [...ADMINISTRATORS, { body: 'leading-group' }];

/** Issues commands on the catalogue of one organisation. */
export class CatalogueCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #vocabularies: Vocabularies;
  readonly #district: OrganisationId;

  constructor(log: Log, aggregates: Aggregates, district: OrganisationId) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#vocabularies = new Vocabularies(aggregates, district);
    this.#district = district;
  }

  issue(scope: OrgScope, request: CatalogueRequest): Promise<Outcome<CatalogueState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, catalogue, {
      ...request,
      stream: scope.stream('CATALOGUE', CATALOGUE_ID),
      facts: () => this.#facts(scope, request),
    });
  }

  async #facts(scope: OrgScope, request: CatalogueRequest): Promise<CatalogueFacts> {
    const [tenants, { forms, classes }, powers, published] = await Promise.all([
      this.#tenancy.tenants(scope),
      this.#vocabularies.current(),
      this.#powers(scope, request),
      this.#published(request),
    ]);
    return {
      ...seatsOf(tenants, request.actor, request.now),
      approvedAbove: tenants.superior?.policy.catalogueChanges === 'approved',
      forms,
      ...(classes && { classes }),
      ...(powers && { powers }),
      ...(published && { published }),
    };
  }

  /** For a command that names some, and for what waits, which may name some. */
  async #powers(scope: OrgScope, { type, data }: CatalogueRequest): Promise<readonly string[] | undefined> {
    const namesSome = 'powers' in data && data.powers !== undefined && data.powers.length > 0;
    if (!namesSome && type !== 'ApproveChange') return undefined;
    const { state } = await this.#aggregates.load(scope.stream('POWERS', POWERS_ID), powerHistory);
    return state.powers.map(({ id }) => id);
  }

  /** The version that is to be adopted, unless it is built in. */
  async #published({ data }: CatalogueRequest): Promise<Template | undefined> {
    if (!('template' in data) || findTemplate(BUILT_IN_TEMPLATES, data.template, data.version)) {
      return undefined;
    }
    const stream = new OrgScope(this.#district).stream('TEMPLATE', data.template);
    const { state } = await this.#aggregates.load(stream, templateHistory);
    return findTemplate(state, data.template, data.version);
  }
}

/** What the actor may do with the catalogue. */
export function seatsOf(
  { organisation, superior }: Tenants,
  actor: Actor,
  now: Instant,
): Pick<CatalogueFacts, 'mayEditCatalogue'> & { readonly isSuperior: boolean } {
  const holds = (who: Organisation, seats: readonly SeatRule[]): boolean =>
    actor.kind === 'person' && holders(who, seats, now).has(actor.person);
  const isSuperior = holds(superior ?? organisation, ADMINISTRATORS);
  return { mayEditCatalogue: isSuperior || holds(organisation, EDITORS), isSuperior };
}
