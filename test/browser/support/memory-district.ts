import type { Answer } from '../../../domain/display/delivery-commands.ts';
import type { SealedCommit } from '../../../domain/kernel/commit.ts';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { StreamName } from '../../../domain/kernel/scope.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { DisplayTokens } from '../../../functions/adapters/display-tokens.ts';
import type { Log } from '../../../functions/adapters/log.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { Presigner } from '../../../functions/adapters/presigned.ts';
import { Sealer } from '../../../functions/adapters/sealed.ts';
import { DisplaySecrets } from '../../../functions/adapters/secrets.ts';
import type { Webhook } from '../../../functions/adapters/webhook.ts';
import { planSeals } from '../../../functions/daily-scan/seals.ts';
import { DueWorker } from '../../../functions/due-worker/due-worker.ts';
import { type BusEvent, busEventsOf } from '../../../functions/edge/bus-event.ts';
import { FeedTokens } from '../../../functions/export/feed-token.ts';
import { openIssuersOf } from '../../../functions/issuing/issuers.ts';
import { Permits } from '../../../functions/issuing/permits.ts';
import { LedgerKeeper } from '../../../functions/keep-ledger/keep-ledger.ts';
import { followFeedback } from '../../../functions/on-feedback-received/on-feedback-received.ts';
import { planDeliveries } from '../../../functions/plan-deliveries/plan-deliveries.ts';
import { projectionsOver } from '../../../functions/projector/projections.ts';
import { Projector } from '../../../functions/projector/projector.ts';
import { type SendDependencies, sendDelivery } from '../../../functions/send-delivery/send-delivery.ts';
import { sendProbe } from '../../../functions/send-delivery/send-probe.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { Calendars } from '../../../functions/shell/calendars.ts';
import { CatalogueCommands } from '../../../functions/shell/catalogue-commands.ts';
import { Deliveries } from '../../../functions/shell/deliveries.ts';
import { Digests } from '../../../functions/shell/digests.ts';
import { DisplayCommands } from '../../../functions/shell/display-commands.ts';
import { DisplayReports } from '../../../functions/shell/display-reports.ts';
import { DUE_SHARDS, type DueMessage } from '../../../functions/shell/due.ts';
import { EnquiryCommands } from '../../../functions/shell/enquiry-commands.ts';
import { Challenges } from '../../../functions/shell/feedback-challenge.ts';
import { FeedbackCommands } from '../../../functions/shell/feedback-commands.ts';
import { FeedbackGuard } from '../../../functions/shell/feedback-guard.ts';
import { Receipts } from '../../../functions/shell/feedback-receipts.ts';
import { FileAccess } from '../../../functions/shell/file-access.ts';
import { FileCommands } from '../../../functions/shell/file-commands.ts';
import { ItemCommands } from '../../../functions/shell/item-commands.ts';
import { LedgerCommands } from '../../../functions/shell/ledger-commands.ts';
import { Ledgers } from '../../../functions/shell/ledgers.ts';
import { OpenOpinions } from '../../../functions/shell/open-opinions.ts';
import { OrganisationCommands } from '../../../functions/shell/organisation-commands.ts';
import { react } from '../../../functions/shell/reactions.ts';
import { Readings } from '../../../functions/shell/readings.ts';
import { rostersIn } from '../../../functions/shell/rosters.ts';
import { SurveyCommands } from '../../../functions/shell/survey-commands.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';
import { TopicCommands } from '../../../functions/shell/topic-commands.ts';
import { Vocabularies } from '../../../functions/shell/vocabularies.ts';
import type { SiteServices } from '../../../functions/site/services.ts';
import { MemoryPace } from '../../support/memory-pace.ts';
import { SIGNER } from '../../support/signer.ts';
import { MemoryViews } from './memory-views.ts';

const PLANNING = new Set([
  'ItemReleased',
  'ItemWithdrawn',
  'ItemExpired',
  'DisplayRegistered',
  'ResendRequested',
]);
const KEEPING = new Set([
  'ItemReleased',
  'ItemWithdrawn',
  'StageCompleted',
  'FeedbackAnswered',
  'OrganisationOnboarded',
  'OrganisationSuspended',
  'OrganisationResumed',
  'OrganisationMerged',
  'ChannelsDeclared',
  'CatalogueAdopted',
]);
const SENDING = new Set(['DeliveryPlanned', 'DeliveryRetryDue', 'DeliveryResendRequested']);
const PROBING = new Set(['DisplayTestRequested', 'DisplayChallengeRequested']);

export const DISTRICT = 'binhu';
export const ADMINISTRATOR = 'zhao-qiming';

/** Appends, and keeps what has to go out on the bus. */
const MASTER_KEY = 'district-key-'.repeat(4);

class TappedLog implements Log {
  readonly #log = new MemoryLog();
  readonly events: BusEvent[] = [];

  get streams(): readonly StreamName[] {
    return [...this.#log.streams.keys()];
  }

  read(stream: StreamName, after?: number): Promise<SealedCommit[]> {
    return this.#log.read(stream, after);
  }

  async append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    const result = await this.#log.append(commit);
    if (result === 'appended') this.events.push(...busEventsOf(openCommit(commit)));
    return result;
  }
}

/** A whole district without a cloud: the same functions, called one after the other until nothing is left to do. */
export class MemoryDistrict {
  readonly #log = new TappedLog();
  readonly #aggregates = new Aggregates(this.#log);
  readonly #views = new MemoryViews();
  readonly #rosters = rostersIn(this.#views, DISTRICT);
  readonly #tenancy = new Tenancy(this.#aggregates, this.#rosters);
  readonly #projector = new Projector(
    this.#aggregates,
    this.#views,
    projectionsOver(this.#aggregates, DISTRICT),
  );
  readonly ledgers = new Ledgers(this.#log, this.#aggregates, DISTRICT);
  readonly #keeper = new LedgerKeeper(this.#aggregates, this.ledgers);
  readonly files = new FileCommands(this.#log, this.#aggregates);
  readonly items = new ItemCommands(
    this.#log,
    this.#aggregates,
    new OpenOpinions(this.#views, new Calendars(this.#aggregates, DISTRICT)),
    new Vocabularies(this.#aggregates, DISTRICT),
  );
  readonly feedback = new FeedbackCommands(this.#log, this.#aggregates, DISTRICT);
  readonly receipts = new Receipts(MASTER_KEY);
  readonly challenges = new Challenges(MASTER_KEY);
  readonly enquiries = new EnquiryCommands(this.#log, this.#aggregates, DISTRICT, this.#rosters);
  readonly topics = new TopicCommands(this.#log, this.#aggregates, DISTRICT, this.#rosters);
  readonly surveys = new SurveyCommands(this.#log, this.#aggregates, DISTRICT, this.#rosters);
  readonly catalogues = new CatalogueCommands(this.#log, this.#aggregates, DISTRICT);
  readonly organisations = new OrganisationCommands(
    this.#log,
    this.#aggregates,
    { id: DISTRICT, administrator: ADMINISTRATOR },
    this.#views,
  );
  readonly #secrets = new DisplaySecrets(MASTER_KEY);
  readonly displays = new DisplayCommands(this.#log, this.#aggregates, this.#secrets);
  readonly #deliveries = new Deliveries(this.#log, this.#aggregates);
  readonly #pace = new MemoryPace();
  /** What the displays answer. */
  answer: (webhook: Webhook) => Answer = () => ({ status: 204 });
  /** Milliseconds since the epoch. */
  time = Date.parse('2026-11-22T01:30:00.000Z');

  get now(): string {
    return instantOf(this.time);
  }

  /** A token is `<person>~<name>`: whoever signs in here is believed. */
  services(publicUrl: string): SiteServices {
    return {
      readings: new Readings({
        log: this.#log,
        aggregates: this.#aggregates,
        views: this.#views,
        district: DISTRICT,
      }),
      tenancy: this.#tenancy,
      aggregates: this.#aggregates,
      views: this.#views,
      issuers: openIssuersOf({
        log: this.#log,
        aggregates: this.#aggregates,
        views: this.#views,
        district: { id: DISTRICT, administrator: ADMINISTRATOR },
        permits: new Permits(this.#aggregates, this.#tenancy, DISTRICT),
        masterKey: MASTER_KEY,
      }),
      items: this.items,
      files: this.files,
      access: new FileAccess(new Presigner('files', SIGNER)),
      fetchObject: async () => new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
      feedback: this.feedback,
      enquiries: this.enquiries,
      topics: this.topics,
      surveys: this.surveys,
      voice: {
        receipts: this.receipts,
        guard: new FeedbackGuard(this.#views, MASTER_KEY),
        challenges: this.challenges,
      },
      ledgers: new LedgerCommands(this.ledgers),
      digests: new Digests(this.#log, this.#aggregates, DISTRICT),
      permits: new Permits(this.#aggregates, this.#tenancy, DISTRICT),
      provider: {
        identify: async (token) => {
          const [person, name] = token.split('~');
          return person && name ? { person, name } : refuse('token-rejected');
        },
        metadata: () => Promise.reject(new Error('there is no provider here')),
      },
      displays: this.displays,
      displayTokens: new DisplayTokens(MASTER_KEY),
      feedTokens: new FeedTokens(MASTER_KEY),
      settings: { publicUrl, district: DISTRICT, clientId: 'gongkai', boardFrameAncestors: "'self'" },
    };
  }

  /** Relays, projects and reacts until the bus is empty. */
  async settle(): Promise<void> {
    for (let event = this.#log.events.shift(); event; event = this.#log.events.shift()) {
      await this.#projector.project(event);
      if (KEEPING.has(event.type)) await this.#keeper.take(event);
      if (event.type === 'ItemSubmitted') await react(this.items, event, 'on-item-submitted', 'ScreenItem');
      if (event.type === 'ItemApproved') await react(this.items, event, 'on-item-approved', 'TimePassed');
      if (event.type === 'FeedbackReceived' || event.type === 'FeedbackMerged') {
        await followFeedback({ log: this.#log, aggregates: this.#aggregates, district: DISTRICT }, event);
      }
      if (PLANNING.has(event.type)) {
        await planDeliveries(event, { deliveries: this.#deliveries, views: this.#views });
      }
      if (SENDING.has(event.type)) await sendDelivery(event, this.#sending);
      if (PROBING.has(event.type)) await sendProbe(event, this.#sending);
    }
  }

  get #sending(): SendDependencies {
    return {
      deliveries: this.#deliveries,
      reports: new DisplayReports(this.#log, this.#aggregates),
      secrets: this.#secrets,
      sealer: new Sealer(MASTER_KEY),
      convey: () => Promise.reject(new Error('no display of these has a carrier')),
      pace: this.#pace,
      send: async (webhook) => this.answer(webhook),
      publicUrl: 'https://gongkai.example.edu.cn',
      clock: () => this.time,
    };
  }

  /** What the views would be, were they made from the record now, the last stream first. */
  async rebuilt(): Promise<MemoryViews> {
    const views = new MemoryViews();
    const aggregates = new Aggregates(this.#log);
    const projector = new Projector(aggregates, views, projectionsOver(aggregates, DISTRICT));
    for (const stream of this.#log.streams.toReversed())
      await projector.project({ stream, streamVersion: Number.MAX_SAFE_INTEGER });
    return views;
  }

  /** Lets time pass, with everything that is due in it. */
  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const worker = this.#worker();
    for (const shard of DUE_SHARDS) {
      const due = await Array.fromAsync(this.#views.due(shard, this.now));
      for (const { stream } of due) await worker.wake({ stream, at: this.now });
    }
    await this.settle();
  }

  /** Takes the seals of the day, as the daily scan has them taken. */
  async seal(): Promise<void> {
    const worker = this.#worker();
    const due = { send: (message: DueMessage) => worker.wake(message), flush: async () => {} };
    await planSeals({ views: this.#views, due, district: DISTRICT }, this.now);
    await this.settle();
  }

  #worker(): DueWorker {
    return new DueWorker({
      log: this.#log,
      aggregates: this.#aggregates,
      views: this.#views,
      district: DISTRICT,
    });
  }
}
