import type { CalendarCommand } from '../../domain/calendar/calendar.ts';
import type { CatalogueCommand } from '../../domain/catalogue/commands.ts';
import type { DisplayCommand } from '../../domain/display/commands.ts';
import type { LedgerCommand } from '../../domain/duty/commands.ts';
import type { FeedbackCommand, FeedbackCommandOf } from '../../domain/feedback/commands.ts';
import { stageOf } from '../../domain/feedback/state.ts';
import type { ItemCommand, ItemCommandType } from '../../domain/item/commands.ts';
import { latest } from '../../domain/item/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { OrganisationCommand } from '../../domain/organisation/decider.ts';
import type { IdempotencyKey } from '../api/headers.ts';
import { idFor } from '../api/ids.ts';
import type { Aggregate } from '../api/operations.ts';
import { periodIn } from '../api/periods.ts';
import type { CalendarCommands } from '../shell/calendar-commands.ts';
import type { CatalogueCommands } from '../shell/catalogue-commands.ts';
import type { DisplayCommands } from '../shell/display-commands.ts';
import type { Outcome } from '../shell/execute.ts';
import type { FeedbackCommands } from '../shell/feedback-commands.ts';
import type { ItemCommands } from '../shell/item-commands.ts';
import type { LedgerCommands } from '../shell/ledger-commands.ts';
import type { OrganisationCommands } from '../shell/organisation-commands.ts';
import type { RobotCommands, RobotRequest } from '../shell/robots.ts';
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
  /** Signing secret of a display, shown this once. */
  readonly secret?: string;
}

export interface UseCases {
  readonly permits: Permits;
  readonly organisations: OrganisationCommands;
  readonly catalogues: CatalogueCommands;
  readonly items: ItemCommands;
  readonly feedback: FeedbackCommands;
  readonly displays: DisplayCommands;
  readonly ledgers: LedgerCommands;
  readonly calendar: CalendarCommands;
  readonly robots: RobotCommands;
}

export type Issuers = Readonly<Record<Aggregate, (request: IssueRequest) => Promise<Issued>>>;

export function issuersOf(useCases: UseCases): Issuers {
  const { permits, organisations, catalogues, items, feedback, displays, ledgers, calendar, robots } =
    useCases;
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
      const id = idOf(scope, request, 'item', isNew);
      const outcome = await items.issue(scope, id, {
        ...common(request),
        type: request.command as ItemCommandType,
        data: request.data as ItemCommand['data'],
        actor: await permits.worker(scope, request, (person) => permits.isAsked(scope, id, person)),
        isNew,
      });
      return { ...issued(id, outcome), ...(outcome.state && { stage: latest(outcome.state).stage }) };
    },
    async feedback(request) {
      const scope = scopeOf(request);
      const isNew = request.command === 'LeaveFeedback';
      const id = idOf(scope, request, 'feedback', isNew);
      const outcome = await feedback.issue(scope, id, {
        ...common(request),
        type: request.command as FeedbackCommand['type'],
        data: request.data as FeedbackCommand['data'],
        actor: isNew
          ? await speaker(scope, request)
          : await permits.worker(scope, request, (person) => permits.ownsFeedback(scope, id, person)),
        isNew,
      });
      return { ...issued(id, outcome), ...(outcome.state && { stage: stageOf(outcome.state) }) };
    },
    async display(request) {
      const scope = scopeOf(request);
      const isNew = request.command === 'RegisterDisplay';
      const id = idOf(scope, request, 'display', isNew);
      const outcome = await displays.issue(scope, id, {
        ...common(request),
        type: request.command as DisplayCommand['type'],
        data: request.data as DisplayCommand['data'],
        actor: await permits.worker(scope, request),
        isNew,
      });
      return { ...issued(id, outcome), ...(outcome.secret && { secret: outcome.secret }) };
    },
    async ledger(request) {
      const scope = scopeOf(request);
      const period = periodIn(request.parameters);
      const outcome = await ledgers.issue(scope, period, {
        ...common(request),
        type: request.command as LedgerCommand['type'],
        data: request.data as LedgerCommand['data'],
        actor: await permits.keeper(scope, request),
      });
      return issued(period, outcome);
    },
    async robot(request) {
      const scope = scopeOf(request);
      const isNew = request.command === 'RegisterRobot';
      const id = idOf(scope, request, 'robot', isNew);
      const { command: type, data } = request;
      const actor = await permits.administrator(scope, request);
      const outcome = await robots.issue(scope, id, {
        ...common(request),
        type,
        data,
        actor,
      } as RobotRequest);
      return issued(id, outcome);
    },
    async calendar(request) {
      const scope = scopeOf(request);
      const outcome = await calendar.issue(scope, {
        ...common(request),
        type: request.command as CalendarCommand['type'],
        data: request.data as CalendarCommand['data'],
        actor: await permits.administrator(scope, request),
      });
      return issued(scope.organisation, outcome);
    },
  };

  async function speaker(scope: OrgScope, request: IssueRequest): Promise<Actor> {
    const { item, from, channel } = request.data as FeedbackCommandOf<'LeaveFeedback'>['data'];
    const reader = await permits.reader(scope, request);
    if (item !== undefined) await feedback.requireVisible(scope, item, reader);
    return permits.speaker(scope, request, channel === 'online' && from.kind === 'anonymous');
  }
}

/** Of what the request creates, or of what stands in its path. */
const idOf = (scope: OrgScope, request: IssueRequest, parameter: string, isNew: boolean): string =>
  isNew ? idFor(scope.organisation, request.key.value) : (request.parameters[parameter] ?? '');

/** The organisation stands in the path, except when it is being set up. */
const scopeOf = ({ parameters }: IssueRequest, id = parameters.organisation ?? '') => new OrgScope(id);

const common = ({ key, expectedVersion, now, correlation }: IssueRequest) => ({
  commandId: key.value,
  expectedVersion,
  now,
  correlation,
});

const issued = (id: string, { version, repeated }: Outcome<unknown>): Issued => ({ id, version, repeated });
