import type { Log } from '../adapters/log.ts';
import type { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import type { Sealer } from '../adapters/sealed.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Views } from '../adapters/views.ts';
import { lazily } from '../api/lazily.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { District } from '../shell/organisation-commands.ts';
import { reportsOver } from '../shell/reports.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { UseCases, Voice } from './issuers.ts';
import { Permits } from './permits.ts';

/** Everything that the API can do, over one record. Each use case is loaded with its first command. */
export const useCasesOf = (
  log: Log,
  aggregates: Aggregates,
  district: District,
  secrets: DisplaySecrets,
  sealer: Sealer,
  voice: Voice,
  access: FileAccess,
  views: Pick<Views, 'get' | 'list' | 'listIndex' | 'put'>,
  mailboxSecrets: MailboxSecrets,
): UseCases => ({
  permits: new Permits(aggregates, new Tenancy(aggregates), district.id),
  organisations: lazily(async () => {
    const { OrganisationCommands } = await import('../shell/organisation-commands.ts');
    return new OrganisationCommands(log, aggregates, district);
  }),
  catalogues: lazily(async () => {
    const { CatalogueCommands } = await import('../shell/catalogue-commands.ts');
    return new CatalogueCommands(log, aggregates);
  }),
  items: lazily(async () => {
    const [{ ItemCommands }, { OpenOpinions }, { Calendars }] = await Promise.all([
      import('../shell/item-commands.ts'),
      import('../shell/open-opinions.ts'),
      import('../shell/calendars.ts'),
    ]);
    const opinions = new OpenOpinions(views, new Calendars(aggregates, district.id));
    return new ItemCommands(log, aggregates, opinions);
  }),
  feedback: lazily(async () => {
    const { FeedbackCommands } = await import('../shell/feedback-commands.ts');
    return new FeedbackCommands(log, aggregates, district.id);
  }),
  enquiries: lazily(async () => {
    const { EnquiryCommands } = await import('../shell/enquiry-commands.ts');
    return new EnquiryCommands(log, aggregates, district.id);
  }),
  topics: lazily(async () => {
    const { TopicCommands } = await import('../shell/topic-commands.ts');
    return new TopicCommands(log, aggregates, district.id);
  }),
  surveys: lazily(async () => {
    const { SurveyCommands } = await import('../shell/survey-commands.ts');
    return new SurveyCommands(log, aggregates, district.id);
  }),
  displays: lazily(async () => {
    const { DisplayCommands } = await import('../shell/display-commands.ts');
    return new DisplayCommands(log, aggregates, secrets, sealer);
  }),
  ledgers: lazily(async () => {
    const [{ LedgerCommands }, { Ledgers }] = await Promise.all([
      import('../shell/ledger-commands.ts'),
      import('../shell/ledgers.ts'),
    ]);
    return new LedgerCommands(new Ledgers(log, aggregates, district.id));
  }),
  reports: reportsOver(log, aggregates, views),
  calendar: lazily(async () => {
    const { CalendarCommands } = await import('../shell/calendar-commands.ts');
    return new CalendarCommands(log, aggregates, district.id);
  }),
  voice,
  robots: lazily(async () => {
    const { RobotCommands } = await import('../shell/robots.ts');
    return new RobotCommands(log, aggregates, sealer);
  }),
  mailboxes: lazily(async () => {
    const { MailboxCommands } = await import('../shell/mailboxes.ts');
    return new MailboxCommands(log, aggregates, mailboxSecrets);
  }),
  mailIn: lazily(async () => {
    const [{ MailIn }, { MailReplies }, { FeedbackCommands }] = await Promise.all([
      import('../shell/mail-in.ts'),
      import('../shell/mail-replies.ts'),
      import('../shell/feedback-commands.ts'),
    ]);
    return new MailIn({
      aggregates,
      feedback: new FeedbackCommands(log, aggregates, district.id),
      ...voice,
      secrets: mailboxSecrets,
      replies: new MailReplies(views, sealer, mailboxSecrets),
    });
  }),
  files: lazily(async () => {
    const { FileCommands } = await import('../shell/file-commands.ts');
    return { commands: new FileCommands(log, aggregates), access };
  }),
});
