import { beforeAll, describe, expect, test } from 'vitest';
import { BUS_SOURCE } from '../../functions/api/asyncapi.ts';
import { eventTypes } from '../../functions/api/asyncapi-events.ts';
import { EVENT_SOURCE, EVENT_TYPES } from '../../infra/event-types.ts';
import { buildTrivialApp, type Resource, type Templates, templatesOf } from './assembly.ts';

let templates: Templates;
beforeAll(async () => {
  templates = templatesOf(await buildTrivialApp());
});

const TWO_WEEKS_IN_SECONDS = 14 * 24 * 3600;

const queues = () => templates.application.ofType('AWS::SQS::Queue');
const mappings = () => templates.application.ofType('AWS::Lambda::EventSourceMapping');

/** Queues that take what failed: of other queues, of a function, of a stream, of a schedule, of a rule. */
function deadLetterQueues(): Set<string> {
  const targets = Object.values(templates.application.resources).flatMap(({ Type, Properties }) => {
    if (Type === 'AWS::SQS::Queue') return [Properties.RedrivePolicy?.deadLetterTargetArn];
    if (Type === 'AWS::Lambda::Function') return [Properties.DeadLetterConfig?.TargetArn];
    if (Type === 'AWS::Lambda::EventSourceMapping')
      return [Properties.DestinationConfig?.OnFailure?.Destination];
    if (Type === 'AWS::Scheduler::Schedule') return [Properties.Target.DeadLetterConfig?.Arn];
    return [];
  });
  return new Set(targets.map((target) => templates.referent(target)).filter((id) => id !== undefined));
}

function functionNamed(reference: unknown): Resource {
  return templates.application.resources[templates.referent(reference) ?? ''] ?? missing();
}

function missing(): never {
  throw new Error('no such resource');
}

describe('queues', () => {
  test('every queue has dead letters, or is where they go', () => {
    const bare = queues().filter(
      ([id, { Properties }]) => !Properties.RedrivePolicy && !deadLetterQueues().has(id),
    );
    expect(bare.map(([id]) => id)).toEqual([]);
    expect(queues().length).toBe(32);
  });

  test('dead letters are kept for as long as a queue can, and have no dead letters themselves', () => {
    for (const [id, { Properties }] of queues().filter(([id]) => deadLetterQueues().has(id))) {
      expect(Properties.MessageRetentionPeriod, id).toBe(TWO_WEEKS_IN_SECONDS);
      expect(Properties.RedrivePolicy, id).toBeUndefined();
    }
  });

  test('every queue is encrypted and refuses plain http', () => {
    const policies = templates.application
      .ofType('AWS::SQS::QueuePolicy')
      .map(([, { Properties }]) => Properties);
    for (const [id, { Properties }] of queues()) {
      expect(Properties.SqsManagedSseEnabled, id).toBe(true);
      const statements = policies
        .filter(({ Queues }) => Queues.some((queue: unknown) => templates.referent(queue) === id))
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
      expect(statements, id).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  test('every consumer has six time-outs before a message reappears, a limit, and reports failures one by one', () => {
    const consumers = mappings().filter(([, { Properties }]) => !Properties.StartingPosition);
    expect(consumers).toHaveLength(14);
    for (const [id, { Properties }] of consumers) {
      const queue = templates.application.resources[templates.referent(Properties.EventSourceArn) ?? ''];
      const timeout = functionNamed(Properties.FunctionName).Properties.Timeout;
      expect(queue?.Properties.VisibilityTimeout, id).toBe(6 * timeout);
      expect(queue?.Properties.RedrivePolicy.maxReceiveCount, id).toBe(5);
      expect(Properties.FunctionResponseTypes, id).toEqual(['ReportBatchItemFailures']);
      expect(Properties.ScalingConfig.MaximumConcurrency, id).toBeGreaterThanOrEqual(2);
      expect(Properties.ScalingConfig.MaximumConcurrency, id).toBeLessThanOrEqual(50);
    }
  });

  test('the relay follows the record in order, from its beginning, and is not held up for ever', () => {
    const followers = mappings().filter(([, { Properties }]) => Properties.StartingPosition);
    expect(followers).toHaveLength(1);
    const { Properties } = followers[0]?.[1] ?? missing();
    expect(functionNamed(Properties.FunctionName).Properties.Description).toBe('relay');
    expect(templates.referent(Properties.EventSourceArn)).toContain('LogTable');
    expect(Properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      ParallelizationFactor: 1,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(Properties.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(deadLetterQueues()).toContain(
      templates.referent(Properties.DestinationConfig.OnFailure.Destination),
    );
  });
});

describe('rules', () => {
  const all = () => templates.application.ofType('AWS::Events::Rule').map(([, { Properties }]) => Properties);
  /** Those that hear what we say ourselves. */
  const rules = () => all().filter(({ EventBusName }) => EventBusName !== undefined);

  /** Function behind a rule's queue → detail types, those of a second queue under `… again`. */
  function listeners(): Record<string, string[] | undefined> {
    return Object.fromEntries(
      rules().map(({ Targets, EventPattern }) => {
        const queue = templates.referent(Targets[0].Arn);
        const mapping = mappings().find(
          ([, { Properties }]) => templates.referent(Properties.EventSourceArn) === queue,
        );
        const { Properties } = functionNamed(mapping?.[1].Properties.FunctionName);
        const lane = queue?.includes('Again') ? ' again' : '';
        return [`${Properties.Description}${lane}`, EventPattern['detail-type']];
      }),
    );
  }

  test('each function hears exactly this', () => {
    expect(listeners()).toEqual({
      projector: undefined,
      'on-item-submitted': ['ItemSubmitted'],
      'on-item-approved': ['ItemApproved'],
      'answer-mail': ['FeedbackReceived', 'FeedbackAnswered'],
      'on-feedback-received': ['FeedbackReceived', 'FeedbackMerged'],
      'plan-deliveries': [
        'ItemReleased',
        'ItemRevised',
        'ItemWithdrawn',
        'ItemExpired',
        'DisplayRegistered',
        'DisplayChanged',
        'DisplayEnabled',
        'DeliveriesRecovered',
        'ResendRequested',
      ],
      'send-delivery': [
        'DeliveryPlanned',
        'DeliveryResendRequested',
        'DisplayTestRequested',
        'DisplayChallengeRequested',
        'ResendRequested',
      ],
      'send-delivery again': ['DeliveryRetryDue'],
      'keep-ledger': [
        'ItemReleased',
        'ItemWithdrawn',
        'StageCompleted',
        'ItemClosed',
        'FeedbackAnswered',
        'OrganisationOnboarded',
        'OrganisationSuspended',
        'OrganisationResumed',
        'OrganisationMerged',
        'ChannelsDeclared',
        'CatalogueAdopted',
        'RowRefined',
        'LocalRowAdded',
        'RowDropped',
      ],
      'on-duty-alert': [
        'DutyDueSoon',
        'DutyOverdue',
        'DutyEscalated',
        'DutyMet',
        'DutyWaived',
        'FeedbackDueSoon',
        'FeedbackOverdue',
        'FeedbackEscalated',
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
        'FeedbackAssigned',
        'FeedbackRaised',
        'FeedbackAnswered',
        'FeedbackClosed',
        'DeliveriesFailing',
        'DeliveriesRecovered',
        'DisplayDisabled',
        'SecretRotated',
        'DigestGivenUp',
      ],
      'send-digest': ['DigestDue', 'DigestRetryDue'],
    });
  });

  test('no rule waits for an event that nobody sends, and no listed event is heard by nobody', () => {
    const heard = Object.values(listeners()).flatMap((types) => types ?? []);
    expect(new Set(heard)).toEqual(new Set(EVENT_TYPES));
  });

  test('each pattern is of the events that the AsyncAPI document describes', () => {
    const described = eventTypes();
    for (const { EventPattern } of rules()) {
      expect(EventPattern.source).toEqual([BUS_SOURCE]);
      const types: string[] = EventPattern['detail-type'] ?? [];
      expect(types.filter((type) => !described.has(type))).toEqual([]);
    }
  });

  test('one more hears of S3 what arrives in the bucket of files, and nothing else of the account', () => {
    const [arrivals, ...others] = all().filter(({ EventBusName }) => EventBusName === undefined);
    expect(others).toEqual([]);
    const { source, 'detail-type': types, detail } = arrivals.EventPattern;
    expect([source, types]).toEqual([['aws.s3'], ['Object Created']]);
    expect(templates.record.resources[templates.referent(detail.bucket.name[0]) ?? '']?.Type).toBe(
      'AWS::S3::Bucket',
    );
    expect(detail.object.key).toEqual([{ prefix: 'incoming/' }]);
    expect(deadLetterQueues()).toContain(templates.referent(arrivals.Targets[0].DeadLetterConfig.Arn));
  });

  test('each is on our own bus, hears our own source, and puts what it cannot deliver with the dead letters', () => {
    for (const { EventBusName, EventPattern, Targets } of rules()) {
      expect(templates.record.resources[templates.referent(EventBusName) ?? '']?.Type).toBe(
        'AWS::Events::EventBus',
      );
      expect(EventPattern.source).toEqual([EVENT_SOURCE]);
      expect(Targets).toHaveLength(1);
      expect(deadLetterQueues()).toContain(templates.referent(Targets[0].DeadLetterConfig.Arn));
    }
  });
});
