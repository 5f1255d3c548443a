import type { CalendarCommand } from '../../domain/calendar/calendar.ts';
import type { CatalogueCommand } from '../../domain/catalogue/commands.ts';
import type { DisplayCommand } from '../../domain/display/commands.ts';
import type { LedgerCommand } from '../../domain/duty/commands.ts';
import type { EnquiryCommand, EnquiryCommandType } from '../../domain/enquiry/commands.ts';
import type { DataOf } from '../../domain/enquiry/events.ts';
import type { EnquiryState } from '../../domain/enquiry/state.ts';
import type { FeedbackCommand, FeedbackCommandOf } from '../../domain/feedback/commands.ts';
import { stageOf } from '../../domain/feedback/state.ts';
import type { ItemCommand, ItemCommandType } from '../../domain/item/commands.ts';
import { latest } from '../../domain/item/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { MailboxCommand, MailboxCommandType } from '../../domain/mailbox/commands.ts';
import type { InboundMail } from '../../domain/mailbox/mail.ts';
import { MAILBOX_ID } from '../../domain/mailbox/mailbox.ts';
import type { OrganisationCommand } from '../../domain/organisation/decider.ts';
import type { ReportCommandType } from '../../domain/report/commands.ts';
import type { BallotCommand, SurveyCommand } from '../../domain/survey/commands.ts';
import type { TopicCommand } from '../../domain/topic/commands.ts';
import type { SignedText } from '../adapters/mailbox-secrets.ts';
import type { IdempotencyKey } from '../api/headers.ts';
import { idFor } from '../api/ids.ts';
import type { Aggregate } from '../api/operations.ts';
import { periodIn } from '../api/periods.ts';
import type { CalendarCommands } from '../shell/calendar-commands.ts';
import type { CatalogueCommands } from '../shell/catalogue-commands.ts';
import type { DisplayCommands } from '../shell/display-commands.ts';
import type { EnquiryCommands } from '../shell/enquiry-commands.ts';
import type { Outcome } from '../shell/execute.ts';
import type { FeedbackCommands } from '../shell/feedback-commands.ts';
import type { FeedbackGuard } from '../shell/feedback-guard.ts';
import type { Receipts } from '../shell/feedback-receipts.ts';
import type { SignedUpload } from '../shell/file-access.ts';
import type { ItemCommands } from '../shell/item-commands.ts';
import type { LedgerCommands } from '../shell/ledger-commands.ts';
import type { MailIn } from '../shell/mail-in.ts';
import type { MailboxCommands } from '../shell/mailboxes.ts';
import type { OrganisationCommands } from '../shell/organisation-commands.ts';
import { ballotOf, supporterOf } from '../shell/pseudonyms.ts';
import type { ReportCommands } from '../shell/report-commands.ts';
import type { RobotCommands, RobotRequest } from '../shell/robots.ts';
import type { SurveyCommands } from '../shell/survey-commands.ts';
import type { TopicCommands } from '../shell/topic-commands.ts';
import { type FileUploads, requestUpload } from './file-issuer.ts';
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
  /** Where the request came from, as far as the gateway knows. */
  readonly address: string | undefined;
  /** `Receipt-Code`, with which a stranger speaks about an opinion of theirs. */
  readonly receipt: string | undefined;
  /** Of an operation that takes a signature in the place of a log-in. */
  readonly signed?: SignedText;
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
  /** The form by which a file is sent. */
  readonly upload?: SignedUpload;
  /** With which whoever left an opinion, or asked for something, follows it. */
  readonly receipt?: string;
}

/** What stands between strangers and the record: receipts to follow an opinion by, and a limit to how many. */
export interface Voice {
  readonly receipts: Receipts;
  readonly guard: Pick<FeedbackGuard, 'admit'>;
}

/** Loaded with the first command that needs it: a start need not know them all. */
type Lazy<T> = () => Promise<T>;

export interface UseCases {
  readonly voice: Voice;
  readonly permits: Permits;
  readonly organisations: Lazy<OrganisationCommands>;
  readonly catalogues: Lazy<CatalogueCommands>;
  readonly items: Lazy<ItemCommands>;
  readonly feedback: Lazy<FeedbackCommands>;
  readonly enquiries: Lazy<EnquiryCommands>;
  readonly topics: Lazy<TopicCommands>;
  readonly surveys: Lazy<SurveyCommands>;
  readonly displays: Lazy<DisplayCommands>;
  readonly ledgers: Lazy<LedgerCommands>;
  readonly reports: Pick<ReportCommands, 'issue'>;
  readonly calendar: Lazy<CalendarCommands>;
  readonly robots: Lazy<RobotCommands>;
  readonly files: Lazy<FileUploads>;
  readonly mailboxes: Lazy<MailboxCommands>;
  readonly mailIn: Lazy<MailIn>;
}

export type Issuers = Readonly<Record<Aggregate, (request: IssueRequest) => Promise<Issued>>>;

export function issuersOf(useCases: UseCases): Issuers {
  const {
    permits,
    organisations,
    catalogues,
    items,
    feedback,
    enquiries,
    topics,
    surveys,
    voice,
    displays,
    ledgers,
    reports,
    calendar,
    robots,
  } = useCases;
  return {
    async organisation(request) {
      const { id, ...data } = request.data as { id?: string };
      const scope = scopeOf(request, id);
      const outcome = await (await organisations()).issue(scope, {
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
      const outcome = await (await catalogues()).issue(scope, {
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
      const outcome = await (await items()).issue(scope, id, {
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
      const receipt = isNew ? voice.receipts.issue(scope, request.key.value) : undefined;
      const id = receipt?.id ?? idOf(scope, request, 'feedback', false);
      const holdsReceipt = !isNew && (await isHolder(scope, request, id));
      const outcome = await (await feedback()).issue(scope, id, {
        ...common(request),
        type: request.command as FeedbackCommand['type'],
        data: request.data as FeedbackCommand['data'],
        actor: await (isNew ? speaker(scope, request) : handler(scope, request, id, holdsReceipt)),
        isNew,
        holdsReceipt,
      });
      return {
        ...issued(id, outcome),
        ...(outcome.state && { stage: stageOf(outcome.state) }),
        ...(receipt && { receipt: receipt.code }),
      };
    },
    async enquiry(request) {
      const scope = scopeOf(request);
      const isNew = request.command === 'RegisterEnquiry';
      const receipt = isNew ? voice.receipts.issue(scope, `enquiry ${request.key.value}`) : undefined;
      const id = receipt?.id ?? request.parameters.enquiry ?? '';
      const holdsReceipt = OF_ASKERS.has(request.command) && (await isHolder(scope, request, id));
      const outcome = await (await enquiries()).issue(scope, id, {
        ...common(request),
        type: request.command as EnquiryCommandType,
        data: request.data as EnquiryCommand['data'],
        actor: await (isNew ? asker(scope, request) : enquiryHandler(scope, request, id, holdsReceipt)),
        isNew,
        holdsReceipt,
      });
      return { ...issued(id, outcome), ...stageIn(outcome), ...(receipt && { receipt: receipt.code }) };
    },
    async topic(request) {
      const scope = scopeOf(request);
      const { command, person } = request;
      const isNew = command === 'RaiseTopic';
      const isVoice = isNew || command === 'SupportTopic';
      if (isNew && person === undefined)
        await voice.guard.admit(scope, 'leave', request.address, request.now);
      const id = idOf(scope, request, 'topic', isNew);
      const supporter = isVoice ? supporterOf(voice.receipts, scope, person) : undefined;
      const outcome = await (await topics()).issue(scope, id, {
        ...common(request),
        type: command as TopicCommand['type'],
        data: request.data as TopicCommand['data'],
        actor: await (isVoice ? permits.speaker(scope, request, true) : permits.worker(scope, request)),
        person,
        supporter,
        isNew,
      });
      return issued(id, outcome);
    },
    async survey(request) {
      const scope = scopeOf(request);
      const isNew = request.command === 'PlanSurvey';
      const id = idOf(scope, request, 'survey', isNew);
      const outcome = await (await surveys()).issue(scope, id, {
        ...common(request),
        type: request.command as SurveyCommand['type'],
        data: request.data as SurveyCommand['data'],
        actor: await permits.worker(scope, request),
        isNew,
      });
      return issued(id, outcome);
    },
    async ballot(request) {
      const scope = scopeOf(request);
      const { person, address, now, key } = request;
      const survey = request.parameters.survey ?? '';
      const data = request.data as BallotCommand['data'];
      const entered = data.group !== undefined;
      if (person === undefined) await voice.guard.admit(scope, 'leave', address, now);
      const caster = { survey, key: key.value, person, entered };
      const { repeated } = await (await surveys()).cast(
        scope,
        survey,
        ballotOf(voice.receipts, scope, caster),
        {
          ...common(request),
          data,
          actor: await (entered ? permits.worker(scope, request) : permits.speaker(scope, request, true)),
          person,
          isNew: true,
        },
      );
      // Not where the answers are kept: that would be a name for whoever sent them.
      return { id: survey, version: 1, repeated };
    },
    async file(request) {
      const scope = scopeOf(request);
      const id = idOf(scope, request, 'file', true);
      const { data, person, actingSeat } = request;
      const { outcome, upload } = await requestUpload(await useCases.files(), permits, scope, id, {
        ...common(request),
        data,
        person,
        actingSeat,
      });
      return { ...issued(id, outcome), ...(upload && { upload }) };
    },
    async display(request) {
      const scope = scopeOf(request);
      const isNew = request.command === 'RegisterDisplay';
      const id = idOf(scope, request, 'display', isNew);
      const outcome = await (await displays()).issue(scope, id, {
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
      const outcome = await (await ledgers()).issue(scope, period, {
        ...common(request),
        type: request.command as LedgerCommand['type'],
        data: request.data as LedgerCommand['data'],
        actor: await permits.keeper(scope, request),
      });
      return issued(period, outcome);
    },
    async report(request) {
      const scope = scopeOf(request);
      const period = periodIn(request.parameters);
      const outcome = await reports.issue(scope, period, {
        ...common(request),
        type: request.command as ReportCommandType,
        data: {},
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
      const outcome = await (await robots()).issue(scope, id, {
        ...common(request),
        type,
        data,
        actor,
      } as RobotRequest);
      return issued(id, outcome);
    },
    async mailbox(request) {
      const scope = scopeOf(request);
      const { command, signed } = request;
      if (signed) {
        const mailIn = await useCases.mailIn();
        return mailIn.take(scope, request.data as InboundMail, signed, request);
      }
      const outcome = await (await useCases.mailboxes()).issue(scope, {
        ...common(request),
        type: command as MailboxCommandType,
        data: request.data as MailboxCommand['data'],
        actor: await permits.administrator(scope, request),
      });
      return { ...issued(MAILBOX_ID, outcome), ...(outcome.secret && { secret: outcome.secret }) };
    },
    async calendar(request) {
      const scope = scopeOf(request);
      const outcome = await (await calendar()).issue(scope, {
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
    if (from.kind === 'organisation') return permits.worker(new OrgScope(from.organisation), request);
    const reader = await permits.reader(scope, request);
    if (request.person === undefined) await voice.guard.admit(scope, 'leave', request.address, request.now);
    if (item !== undefined) await (await feedback()).requireVisible(scope, item, reader);
    return permits.speaker(scope, request, channel === 'online' && from.kind === 'anonymous');
  }

  async function asker(scope: OrgScope, request: IssueRequest): Promise<Actor> {
    const { from, channel } = request.data as DataOf<'RegisterEnquiry'>;
    if (request.person === undefined) await voice.guard.admit(scope, 'leave', request.address, request.now);
    return permits.speaker(scope, request, channel === 'online' && from.kind === 'anonymous');
  }

  /** Somebody who works on the case, who asked under their name, or who holds its receipt and stays unknown. */
  function enquiryHandler(
    scope: OrgScope,
    request: IssueRequest,
    id: string,
    holds: boolean,
  ): Promise<Actor> {
    if (holds) return permits.speaker(scope, request, true);
    return permits.worker(scope, request, async (person) => (await enquiries()).involves(scope, id, person));
  }

  /** Whether the request brings the receipt of this very opinion. Who tries codes is slowed down. */
  async function isHolder(scope: OrgScope, request: IssueRequest, id: string): Promise<boolean> {
    const { receipt, address, now } = request;
    if (receipt === undefined) return false;
    await voice.guard.admit(scope, 'follow', address, now);
    await voice.guard.admit(scope, 'receipt', receipt, now);
    return voice.receipts.idFor(scope, receipt) === id;
  }

  /** Somebody who works on the opinion, who left it under their name, or who holds its receipt. */
  function handler(scope: OrgScope, request: IssueRequest, id: string, holds: boolean): Promise<Actor> {
    if (holds) return permits.speaker(scope, request, true);
    return permits.worker(scope, request, (person) => permits.ownsFeedback(scope, id, person));
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

/** What whoever asked does; a receipt counts for nothing else. */
const OF_ASKERS: ReadonlySet<string> = new Set<EnquiryCommandType>(['Clarify', 'FileComplaint']);

const stageIn = ({ state }: Outcome<EnquiryState>): Pick<Issued, 'stage'> =>
  state ? { stage: state.stage } : {};

const issued = (id: string, { version, repeated }: Outcome<unknown>): Issued => ({ id, version, repeated });
