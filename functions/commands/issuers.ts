import type { CatalogueCommand } from '../../domain/catalogue/commands.ts';
import type { ItemCommand, ItemCommandType } from '../../domain/item/commands.ts';
import { latest } from '../../domain/item/state.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { OrganisationCommand } from '../../domain/organisation/organisation.ts';
import type { IdempotencyKey } from '../api/headers.ts';
import { idFor } from '../api/ids.ts';
import type { Aggregate } from '../api/operations.ts';
import type { CatalogueCommands } from '../shell/catalogue-commands.ts';
import type { Outcome } from '../shell/execute.ts';
import type { ItemCommands } from '../shell/item-commands.ts';
import type { OrganisationCommands } from '../shell/organisation-commands.ts';
import type { Permits } from './permits.ts';

/** A checked request, on its way to the use case that issues its command. */
export interface IssueRequest {
  readonly command: string;
  /** Already parsed by the schema of the operation. */
  readonly data: object;
  readonly parameters: Readonly<Record<string, string>>;
  /** Undefined for somebody who has not signed in. */
  readonly person: string | undefined;
  readonly actingSeat: string | undefined;
  readonly key: IdempotencyKey;
  readonly expectedVersion: number | undefined;
  readonly now: Instant;
  readonly correlation: string;
}

/** What a command answers with: the stream's new version, and where the thing stands now. */
export interface Issued {
  readonly id: string;
  readonly version: number;
  /** True when this very request had been executed before. */
  readonly repeated: boolean;
  readonly stage?: string;
}

export interface UseCases {
  readonly permits: Permits;
  readonly organisations: OrganisationCommands;
  readonly catalogues: CatalogueCommands;
  readonly items: ItemCommands;
}

export type Issuers = Readonly<Record<Aggregate, (request: IssueRequest) => Promise<Issued>>>;

export function issuersOf(useCases: UseCases): Issuers {
  const { permits, organisations, catalogues, items } = useCases;
  return {
    async organisation(request) {
      const { id, ...data } = request.data as { id?: string };
      const scope = scopeOf(request, id);
      const outcome = await organisations.issue(scope, {
        ...common(request),
        type: request.command as OrganisationCommand['type'],
        data: data as OrganisationCommand['data'],
        actor: await permits.administrator(scope, request),
        isNew: request.command === 'OnboardOrganisation',
      });
      return issued(scope.organisation, outcome);
    },
    async catalogue(request) {
      const scope = scopeOf(request);
      const data = request.data as CatalogueCommand['data'];
      const outcome = await catalogues.issue(scope, {
        ...common(request),
        type: request.command as CatalogueCommand['type'],
        data,
        actor: await permits.administrator(scope, request),
      });
      return issued('rowId' in data ? data.rowId : data.template, outcome);
    },
    async item(request) {
      const scope = scopeOf(request);
      const isNew = request.command === 'ProposeItem';
      const id = isNew ? idFor(scope.organisation, request.key.value) : (request.parameters['item'] ?? '');
      const outcome = await items.issue(scope, id, {
        ...common(request),
        type: request.command as ItemCommandType,
        data: request.data as ItemCommand['data'],
        actor: await permits.worker(scope, id, request),
        isNew,
      });
      return { ...issued(id, outcome), ...(outcome.state && { stage: latest(outcome.state).stage }) };
    },
    async feedback() {
      return refuse('not-found');
    },
  };
}

/** The organisation stands in the path, except when it is being set up. */
const scopeOf = ({ parameters }: IssueRequest, id = parameters['organisation'] ?? '') => new OrgScope(id);

const common = ({ key, expectedVersion, now, correlation }: IssueRequest) => ({
  commandId: key.value,
  expectedVersion,
  now,
  correlation,
});

const issued = (id: string, { version, repeated }: Outcome<unknown>): Issued => ({ id, version, repeated });
