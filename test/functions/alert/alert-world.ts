import type { Alert, Telling } from '../../../domain/alert/alert.ts';
import { cardOfRobot } from '../../../domain/alert/card.ts';
import { digestDecider } from '../../../domain/alert/digest.ts';
import { digestId } from '../../../domain/alert/digest-state.ts';
import type { RobotMessage, RobotOutcome } from '../../../domain/alert/robot.ts';
import { robotDecider } from '../../../domain/alert/robot-registry.ts';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { receiptCardOf, receiptHistory } from '../../../domain/circular/receipt-state.ts';
import type { LedgerEvent } from '../../../domain/duty/events.ts';
import { ladderDays } from '../../../domain/duty/ladder.ts';
import { DEFAULT_DUTY_RULES, stepName } from '../../../domain/duty/rules.ts';
import { openCommit, type SealedCommit, sealCommit } from '../../../domain/kernel/commit.ts';
import type { DomainEvent } from '../../../domain/kernel/decider.ts';
import { OrgScope, parseStream, type StreamKind, type StreamName } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import type { MailMessage } from '../../../functions/adapters/mailer.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { Sealer } from '../../../functions/adapters/sealed.ts';
import type { Views } from '../../../functions/adapters/views.ts';
import { DueWorker } from '../../../functions/due-worker/due-worker.ts';
import { type BusEvent, busEventsOf } from '../../../functions/edge/bus-event.ts';
import { tellOf } from '../../../functions/on-duty-alert/on-duty-alert.ts';
import { Routes } from '../../../functions/send-digest/routes.ts';
import { sendDigest } from '../../../functions/send-digest/send-digest.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { Digests } from '../../../functions/shell/digests.ts';
import { EnquiryCommands } from '../../../functions/shell/enquiry-commands.ts';
import { FeedbackCommands } from '../../../functions/shell/feedback-commands.ts';
import { Ledgers } from '../../../functions/shell/ledgers.ts';
import { RobotCommands } from '../../../functions/shell/robots.ts';
import { TopicCommands } from '../../../functions/shell/topic-commands.ts';

export const DISTRICT = new OrgScope('chengjiang');
export const SCHOOL = new OrgScope('yunxi');
const TELLING = new Set([
  'DutyDueSoon',
  'DutyOverdue',
  'DutyEscalated',
  'DutyMet',
  'DutyWaived',
  'FeedbackDueSoon',
  'FeedbackOverdue',
  'FeedbackEscalated',
  'FeedbackAssigned',
  'FeedbackRaised',
  'FeedbackAnswered',
  'FeedbackClosed',
  'RectificationVerified',
  'EnquiryDueSoon',
  'EnquiryOverdue',
  'EnquiryDecided',
  'EnquiryDisclosed',
  'EnquiryComplaintDecided',
  'TopicOverdue',
  'TopicAnswered',
  'TopicRefused',
  'TopicMerged',
  'LadderStepReached',
  'SuggestionAnswered',
  'FollowUpVerified',
  'FollowUpWithdrawn',
  'CaseAppealed',
  'AppealDecided',
  'DecisionFellDue',
  'DecisionDisclosed',
  'DecisionActionReported',
  'DecisionStepSkipped',
  'CircularReceived',
  'CircularDone',
  'CircularWithdrawn',
  'CampaignWithdrawn',
  'DigestGivenUp',
]);
const SENDING = new Set(['DigestDue', 'DigestRetryDue']);
/** Woken by the due-worker itself. */
const CLIMBING = new Set<StreamKind>(['FOLLOWUP', 'CASE', 'DECISION', 'CIRCULAR']);
const DUE = '2026-12-31';

class FailingLog extends MemoryLog {
  /** Whether the commit with these events gets lost on its way to the record. */
  loses: (events: readonly DomainEvent[]) => boolean = () => false;

  override append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    if (this.loses(openCommit(commit).events))
      return Promise.reject(new Error('the record cannot be reached'));
    return super.append(commit);
  }
}

const person = (id: string) => ({
  id,
  name: id,
  partyMember: true,
  staff: true,
  email: `${id}@example.edu.cn`,
});

/** A district with one school and its ledger; the functions that alert, over a record in memory, and a mail server. */
export class AlertWorld {
  readonly log = new FailingLog();
  readonly aggregates = new Aggregates(this.log);
  readonly digests = new Digests(this.log, this.aggregates, DISTRICT.organisation);
  readonly ledgers = new Ledgers(this.log, this.aggregates, DISTRICT.organisation);
  readonly feedback = new FeedbackCommands(this.log, this.aggregates, DISTRICT.organisation);
  readonly enquiries = new EnquiryCommands(this.log, this.aggregates, DISTRICT.organisation);
  readonly topics = new TopicCommands(this.log, this.aggregates, DISTRICT.organisation);
  readonly sealer = new Sealer('alert-key-'.repeat(4));
  readonly robots = new RobotCommands(this.log, this.aggregates, this.sealer);
  readonly mails: (MailMessage & { readonly at: Instant })[] = [];
  readonly groups: (RobotMessage & { readonly key: string })[] = [];
  /** What the mail server does with a message instead of taking it. */
  refuse: (mail: MailMessage) => Error | undefined = () => undefined;
  answer: () => RobotOutcome = () => ({ result: 'sent' });
  hasMail = true;
  now: Instant = '2026-12-01T01:00:00.000Z';
  readonly #relayed = new Map<StreamName, number>();
  #writes = 0;

  constructor() {
    this.write(
      DISTRICT,
      'ORGANISATION',
      DISTRICT.organisation,
      ...staffed('澄江', ['qiu-lan', 'office', 'head']),
    );
    this.write(
      SCHOOL,
      'ORGANISATION',
      SCHOOL.organisation,
      ...staffed(
        '云溪小学',
        ['zhou-min', 'office', 'member'],
        ['chen-guang', 'leading-group', 'head'],
        ['ma-yuan', 'leading-group', 'deputy'],
      ),
    );
  }

  /** Opens a ledger of periodic duties that are due on the last day of 2026. */
  openLedger(...ids: readonly string[]): void {
    const { ladder } = DEFAULT_DUTY_RULES;
    const data: Extract<LedgerEvent, { type: 'PeriodOpened' }>['data'] = {
      period: '2026Q4',
      steps: ladder.map(({ offset }) => stepName(offset)),
      editions: { rules: 0, catalogue: 0, calendar: 0 },
      groups: [{ kind: 'periodic', from: '2026-10-01', due: DUE, ids }],
      ladders: { [DUE]: ladderDays(DUE, ladder, calendarOf({})) },
      last: {},
      anchors: {},
      recent: [],
      arrears: [],
    };
    this.write(SCHOOL, 'LEDGER', '2026q4', { type: 'PeriodOpened', data });
  }

  /** Appends a commit as if somebody had been allowed to. */
  write(scope: OrgScope, kind: StreamKind, id: string, ...events: readonly DomainEvent[]): void {
    const stream = scope.stream(kind, id);
    const commits = this.log.streams.get(stream) ?? [];
    this.#writes += 1;
    const body = {
      at: this.now,
      by: { kind: 'system', name: 'test' } as const,
      command: `write-${this.#writes}`,
      correlation: 'test',
      events,
    };
    const sealed = sealCommit(stream, commits.length + 1, commits.at(-1)?.hash ?? '', body);
    this.log.streams.set(stream, [...commits, sealed]);
  }

  /** A disclosure under the row, today. */
  async disclose(row: string): Promise<void> {
    await this.ledgers.issue(SCHOOL, '2026Q4', {
      type: 'RecordDisclosure',
      data: { row, on: dayOf(this.now), forms: [], exception: false },
      now: this.now,
      actor: { kind: 'system', name: 'test' },
      commandId: `disclose-${row}-${this.now}`,
      correlation: 'test',
    });
  }

  /** Wakes whoever waits for this instant, as the clock would. */
  async wake(): Promise<void> {
    const request = {
      type: 'TimePassed',
      data: {},
      now: this.now,
      actor: { kind: 'system', name: 'due-worker' },
      commandId: `due-${this.now}`,
      correlation: 'test',
    } as const;
    const { log, aggregates, views } = this;
    const worker = new DueWorker({ log, aggregates, views, district: DISTRICT.organisation });
    for (const stream of [...this.log.streams.keys()]) {
      const { kind, organisation, id } = parseStream(stream);
      const scope = new OrgScope(organisation);
      if (kind === 'LEDGER') await this.ledgers.issue(scope, id.toUpperCase(), request);
      if (kind === 'FEEDBACK') await this.feedback.issue(scope, id, request);
      if (kind === 'ENQUIRY') await this.enquiries.issue(scope, id, request);
      if (kind === 'TOPIC') await this.topics.issue(scope, id, request);
      if (kind === 'DIGEST') await this.digests.issue(scope, id, request);
      if (CLIMBING.has(kind)) await worker.wake({ stream, at: this.now });
    }
  }

  /** Every event that was ever on the bus. */
  everything(): readonly BusEvent[] {
    return [...this.log.streams.values()].flat().flatMap((sealed) => busEventsOf(openCommit(sealed)));
  }

  /** Events that have not been on the bus. */
  relay(): readonly BusEvent[] {
    return [...this.log.streams].flatMap(([stream, commits]) => {
      const fresh = commits.slice(this.#relayed.get(stream) ?? 0);
      this.#relayed.set(stream, commits.length);
      return fresh.flatMap((sealed) => busEventsOf(openCommit(sealed)));
    });
  }

  async take(event: BusEvent): Promise<void> {
    const { log, aggregates, digests, views } = this;
    if (TELLING.has(event.type))
      await tellOf(event, { log, aggregates, digests, views, district: DISTRICT.organisation });
    if (SENDING.has(event.type)) await sendDigest(event, { digests, routes: this.#routes });
  }

  async settle(): Promise<void> {
    for (let events = this.relay(); events.length > 0; events = this.relay())
      for (const event of events) await this.take(event);
  }

  /** The clock comes by at each of the times. */
  async at(...times: readonly Instant[]): Promise<void> {
    for (const time of times) {
      this.now = time;
      await this.wake();
      await this.settle();
    }
  }

  /** Everything that was recorded in streams of that kind. */
  recorded(kind: StreamKind): readonly { readonly stream: StreamName; readonly event: DomainEvent }[] {
    return [...this.log.streams]
      .filter(([stream]) => parseStream(stream).kind === kind)
      .flatMap(([stream, commits]) =>
        commits.flatMap((sealed) => openCommit(sealed).events.map((event) => ({ stream, event }))),
      );
  }

  /** What somebody was told, digest by digest. */
  async told(scope: OrgScope, addressee: Telling['addressee'], day: string): Promise<readonly Alert[]> {
    const stream = scope.stream('DIGEST', digestId(addressee, day));
    return (await this.aggregates.load(stream, digestDecider)).state?.alerts ?? [];
  }

  get #routes(): Routes {
    return new Routes({
      aggregates: this.aggregates,
      sealer: this.sealer,
      publicUrl: 'https://gongkai.example.edu.cn',
      mailer: this.hasMail
        ? {
            send: async (mail) => {
              const error = this.refuse(mail);
              if (error) throw error;
              this.mails.push({ ...mail, at: this.now });
            },
          }
        : undefined,
      toRobot: async ({ key }, message) => {
        const outcome = this.answer();
        if (outcome.result === 'sent') this.groups.push({ ...message, key });
        return outcome;
      },
    });
  }

  /** Only the robots and the receipts of circulars, and always up to date. */
  get views(): Views {
    const unused = () => {
      throw new Error('not part of this test');
    };
    return {
      list: async (pk) => {
        const streams = [...this.log.streams.keys()].filter((stream) => stream.startsWith(`${pk}#`));
        const rows = streams.map(async (stream) => {
          const { state } = await this.aggregates.load(stream, robotDecider);
          return state ? [{ pk, sk: parseStream(stream).id, version: 1, card: cardOfRobot(state) }] : [];
        });
        return { rows: (await Promise.all(rows)).flat() };
      },
      listIndex: async (_index, key) => {
        const [, circular = ''] = key.split('#RECEIPTS#');
        const streams = [...this.log.streams.keys()].filter((stream) =>
          stream.endsWith(`#RECEIPT#${circular}`),
        );
        const rows = streams.map(async (stream) => {
          const parts = parseStream(stream);
          const { state } = await this.aggregates.load(stream, receiptHistory);
          const card = state && receiptCardOf(state, parts);
          return { pk: key, sk: parts.organisation, version: 1, card };
        });
        return { rows: await Promise.all(rows) };
      },
      missing: unused,
      get: unused,
      put: unused,
      due: unused,
    };
  }
}

function staffed(name: string, ...seats: readonly (readonly [string, string, string])[]): DomainEvent[] {
  const superior = name === '澄江' ? {} : { superior: DISTRICT.organisation };
  return [
    { type: 'OrganisationOnboarded', data: { name, shortName: name, kind: 'branch', ...superior } },
    { type: 'PeopleRegistered', data: { people: seats.map(([id]) => person(id)) } },
    ...seats.map(([id, body, position]) => ({
      type: 'SeatFilled',
      data: { person: id, body, position, from: '2026-01-01' },
    })),
  ];
}
