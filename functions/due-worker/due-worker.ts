import {
  type OrganisationId,
  OrgScope,
  parseStream,
  type StreamKind,
  type StreamName,
} from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import { lazily } from '../api/lazily.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { DueMessage } from '../shell/due.ts';
import type { Occasion } from '../shell/ledgers.ts';

export interface DueWorkerDependencies {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Views;
  readonly district: OrganisationId;
}

/** The command that every aggregate knows. */
export type TimePassed = Occasion & { readonly type: 'TimePassed'; readonly data: Record<never, never> };

/** Tells one stream that its time has come. */
export type Waker = (
  scope: OrgScope,
  id: string,
  command: TimePassed,
  stream: StreamName,
) => Promise<unknown>;

/** Tells aggregates that their time has come. What that means is for each of them to decide. */
export class DueWorker {
  readonly #wakers: Partial<Record<StreamKind, () => Promise<Waker>>>;

  constructor(deps: DueWorkerDependencies) {
    this.#wakers = wakersOf(deps);
  }

  /** Repeating it at the same instant changes nothing. */
  async wake({ stream, at }: DueMessage): Promise<void> {
    const { organisation, kind, id } = parseStream(stream);
    const waker = this.#wakers[kind];
    if (!waker) throw new Error(`nothing waits for time in a stream of kind ${kind}`);
    const command = {
      type: 'TimePassed',
      data: {},
      now: at,
      actor: { kind: 'system', name: 'due-worker' },
      commandId: `due-${at}`,
      correlation: `due-${at}`,
    } as const;
    await (await waker())(new OrgScope(organisation), id, command, stream as StreamName);
  }
}

/** Each kind is loaded with the first stream of its own that is due. */
function wakersOf(deps: DueWorkerDependencies): Partial<Record<StreamKind, () => Promise<Waker>>> {
  const { log, aggregates, district } = deps;
  return {
    ITEM: lazily(async () => {
      const { ItemCommands } = await import('../shell/item-commands.ts');
      const items = new ItemCommands(log, aggregates);
      return (scope, id, command) => items.issue(scope, id, command);
    }),
    FEEDBACK: lazily(async () => {
      const { FeedbackCommands } = await import('../shell/feedback-commands.ts');
      const feedback = new FeedbackCommands(log, aggregates, district);
      return (scope, id, command) => feedback.issue(scope, id, command);
    }),
    FILE: lazily(async () => {
      const { FileCommands } = await import('../shell/file-commands.ts');
      const files = new FileCommands(log, aggregates);
      return (scope, id, command) => files.issue(scope, id, command);
    }),
    ENQUIRY: lazily(async () => {
      const { EnquiryCommands } = await import('../shell/enquiry-commands.ts');
      const enquiries = new EnquiryCommands(log, aggregates, district);
      return (scope, id, command) => enquiries.issue(scope, id, command);
    }),
    TOPIC: lazily(async () => {
      const { TopicCommands } = await import('../shell/topic-commands.ts');
      const topics = new TopicCommands(log, aggregates, district);
      return (scope, id, command) => topics.issue(scope, id, command);
    }),
    SURVEY: lazily(async () => {
      const { SurveyCommands } = await import('../shell/survey-commands.ts');
      const surveys = new SurveyCommands(log, aggregates, district);
      return (scope, id, command) => surveys.issue(scope, id, command);
    }),
    DECISION: lazily(async () => (await import('./wake-decisions.ts')).decisionWaker(deps)),
    VISIT: lazily(async () => (await import('./wake-supervision.ts')).visitWaker(deps)),
    FOLLOWUP: lazily(async () => (await import('./wake-supervision.ts')).followUpWaker(deps)),
    CASE: lazily(async () => (await import('./wake-supervision.ts')).caseWaker(deps)),
    DELIVERY: lazily(async () => {
      const [{ deliveryDecider }, { execute }] = await Promise.all([
        import('../../domain/display/delivery.ts'),
        import('../shell/execute.ts'),
      ]);
      return (_scope, _id, command, stream) =>
        execute(deps, deliveryDecider, { ...command, stream, facts: async () => ({}) });
    }),
    DIGEST: lazily(async () => {
      const { Digests } = await import('../shell/digests.ts');
      const digests = new Digests(log, aggregates, district);
      return (scope, id, command) => digests.issue(scope, id, command);
    }),
    ANCHOR: lazily(async () => {
      const { Seals } = await import('../shell/seals.ts');
      const seals = new Seals(deps);
      return (scope, _id, command) => seals.sealUnder(scope, command);
    }),
    CIRCULAR: lazily(async () => (await import('./wake-circulars.ts')).circularWaker(deps)),
    CAMPAIGN: lazily(async () => (await import('./wake-campaigns.ts')).campaignWaker(deps)),
    LEDGER: lazily(async () => (await import('./wake-duties.ts')).ledgerWaker(deps)),
    TALLY: lazily(async () => (await import('./wake-duties.ts')).tallyWaker(deps)),
  };
}
