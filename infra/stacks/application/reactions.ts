import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Bilingual } from '../../constructs/concern.ts';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import type { EventType } from '../../event-types.ts';
import type { FunctionName } from '../../function-names.ts';
import type { Parts } from './parts.ts';

interface Reaction {
  readonly name: FunctionName;
  readonly to: readonly [EventType, ...EventType[]];
  readonly impact: Bilingual;
}

const REACTIONS: readonly Reaction[] = [
  {
    name: 'on-item-submitted',
    to: ['ItemSubmitted'],
    impact: {
      zh: '提出的事项没有筛查个人信息，审核人收不到任务，事项停在提出环节。',
      en: 'submitted items are not screened for personal data and their reviewers are given no task: they stand still.',
    },
  },
  {
    name: 'on-item-approved',
    to: ['ItemApproved'],
    impact: {
      zh: '已批准的事项没有按计划公开。',
      en: 'approved items are not released as planned.',
    },
  },
  {
    name: 'on-feedback-received',
    to: ['FeedbackReceived', 'FeedbackMerged'],
    impact: {
      zh: '群众的意见建议没有承办人和答复期限，无人答复。',
      en: "people's opinions get no owner and no due date, so nobody answers them.",
    },
  },
];

/** What the system does by itself when people have done something: it decides again, on the same record. */
export class Reactions extends Construct {
  constructor(scope: Construct, id: string, { bundles, settings, record, bus }: Parts) {
    super(scope, id);
    for (const { name, to, impact } of REACTIONS) {
      const { consumer } = new QueuedConsumer(this, to[0], name, {
        bundles,
        impact,
        listensTo: { bus, events: to },
        timeout: Duration.seconds(30),
        maxConcurrency: 5,
      });
      record.letAppend(consumer);
      if (name === 'on-feedback-received') settings.tellDistrict(consumer);
    }
  }
}
