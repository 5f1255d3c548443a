import { type CatalogueState, effectiveRows, findRow } from '../../domain/catalogue/state.ts';
import type { EnquiryCommand, EnquiryFacts, LinkFacts } from '../../domain/enquiry/commands.ts';
import { enquiryDecider } from '../../domain/enquiry/enquiry.ts';
import { bestMatches } from '../../domain/enquiry/matching.ts';
import { type EnquiryState, enquiryHistory } from '../../domain/enquiry/state.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { versionFor } from '../../domain/item/for-reader.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { rowWords } from './reading/enquiry-matches.ts';
import type { Rosters } from './rosters.ts';
import { Tenancy } from './tenancy.ts';

/** A command on a case, without what the record itself supplies. */
export interface EnquiryRequest extends Omit<Request<EnquiryCommand, EnquiryState>, 'stream' | 'facts'> {
  /** Whoever asks has shown the receipt code of this very case. */
  readonly holdsReceipt?: boolean;
}

/** How many rows of the catalogue a case is said to touch. */
const MOST_ROWS = 3;

/** Issues commands on what people ask an organisation for. */
export class EnquiryCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #calendars: Calendars;

  constructor(log: Log, aggregates: Aggregates, district: OrganisationId, rosters?: Rosters) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates, rosters);
    this.#calendars = new Calendars(aggregates, district);
  }

  issue(
    scope: OrgScope,
    id: string,
    { holdsReceipt = false, ...request }: EnquiryRequest,
  ): Promise<Outcome<EnquiryState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, enquiryDecider, {
      ...request,
      stream: scope.stream('ENQUIRY', id),
      facts: (state) => this.#facts(scope, request, state, holdsReceipt),
    });
  }

  /** True for whoever asked under their name, and for who has to see to it. */
  async involves(scope: OrgScope, id: string, person: string): Promise<boolean> {
    const { state } = await this.#aggregates.load(scope.stream('ENQUIRY', id), enquiryHistory);
    return state !== undefined && (state.asker === person || state.owner === person);
  }

  async #facts(
    scope: OrgScope,
    request: Omit<EnquiryRequest, 'holdsReceipt'>,
    state: Promise<EnquiryState>,
    holdsReceipt: boolean,
  ): Promise<EnquiryFacts> {
    const link = linkOf(request);
    const isNew = request.type === 'RegisterEnquiry';
    const [tenants, { calendar }, catalogue, item] = await Promise.all([
      this.#tenancy.tenants(scope),
      this.#calendars.current(),
      isNew || link.row !== undefined ? this.#catalogue(scope) : undefined,
      link.item === undefined ? undefined : this.#item(scope, link.item, request, state),
    ]);
    const row = link.row !== undefined && catalogue && isKnown(catalogue, link.row);
    return {
      ...tenants,
      calendar,
      holdsReceipt,
      links: { ...(item && { item }), ...(row && { row }) },
      rows: isNew && catalogue ? rowsTouched(catalogue, request.data as { subject: string }) : [],
    };
  }

  /** Whether the item is there, and whether the asker may see it, who may be a stranger. */
  async #item(
    scope: OrgScope,
    id: string,
    { now, data }: Pick<EnquiryRequest, 'now' | 'data'>,
    state: Promise<EnquiryState>,
  ): Promise<NonNullable<LinkFacts['item']>> {
    const [{ state: item }, enquiry] = await Promise.all([
      this.#aggregates.load(scope.stream('ITEM', id), itemHistory),
      state,
    ]);
    if (!item) return 'unknown';
    const asker = enquiry?.asker ?? (data as { person?: string }).person;
    const reader = await this.#tenancy.reader(scope, asker, now);
    return versionFor(reader, item, scope.organisation) ? 'visible' : 'hidden';
  }

  async #catalogue(scope: OrgScope): Promise<CatalogueState> {
    return (await loadCatalogue(this.#aggregates, scope)).state;
  }
}

interface Link {
  readonly item?: string;
  readonly row?: string;
}

/** An answer on the spot has its link inside. */
const linkOf = ({ type, data }: Pick<EnquiryRequest, 'type' | 'data'>): Link =>
  type === 'RegisterEnquiry' ? ((data as { answer?: Link }).answer ?? {}) : (data as Link);

const isKnown = (catalogue: CatalogueState, row: string) =>
  findRow(catalogue, row) ? ('known' as const) : ('unknown' as const);

const rowsTouched = (catalogue: CatalogueState, { subject }: { readonly subject: string }) =>
  bestMatches(subject, effectiveRows(catalogue), rowWords, MOST_ROWS).map(({ candidate }) => candidate.id);
