import type { OrganisationId } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { deferred } from '../shell/deferred.ts';
import type { Rosters } from '../shell/rosters.ts';
import type { SiteServices } from './services.ts';

interface Ground {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Views;
  readonly district: OrganisationId;
  readonly rosters: Rosters;
}

type Commands = Pick<
  SiteServices,
  'items' | 'files' | 'feedback' | 'enquiries' | 'topics' | 'surveys' | 'displays' | 'ledgers' | 'digests'
>;

/** What pages can have done. Most are read and nothing more, so each kind is loaded with the first command of it. */
export function commandsOn({ log, aggregates, views, district, rosters }: Ground): Commands {
  return {
    items: deferred(async () => {
      const [{ ItemCommands }, { OpenOpinions }, { Calendars }, { Vocabularies }] = await Promise.all([
        import('../shell/item-commands.ts'),
        import('../shell/open-opinions.ts'),
        import('../shell/calendars.ts'),
        import('../shell/vocabularies.ts'),
      ]);
      const opinions = new OpenOpinions(views, new Calendars(aggregates, district));
      return new ItemCommands(log, aggregates, opinions, new Vocabularies(aggregates, district));
    }),
    files: deferred(
      async () => new (await import('../shell/file-commands.ts')).FileCommands(log, aggregates),
    ),
    feedback: deferred(
      async () =>
        new (await import('../shell/feedback-commands.ts')).FeedbackCommands(log, aggregates, district),
    ),
    enquiries: deferred(
      async () =>
        new (await import('../shell/enquiry-commands.ts')).EnquiryCommands(
          log,
          aggregates,
          district,
          rosters,
        ),
    ),
    topics: deferred(
      async () =>
        new (await import('../shell/topic-commands.ts')).TopicCommands(log, aggregates, district, rosters),
    ),
    surveys: deferred(
      async () =>
        new (await import('../shell/survey-commands.ts')).SurveyCommands(log, aggregates, district, rosters),
    ),
    displays: deferred(
      async () => new (await import('../shell/display-commands.ts')).DisplayCommands(log, aggregates),
    ),
    ledgers: deferred(async () => {
      const [{ LedgerCommands }, { Ledgers }] = await Promise.all([
        import('../shell/ledger-commands.ts'),
        import('../shell/ledgers.ts'),
      ]);
      return new LedgerCommands(new Ledgers(log, aggregates, district));
    }),
    digests: deferred(
      async () => new (await import('../shell/digests.ts')).Digests(log, aggregates, district),
    ),
  };
}
