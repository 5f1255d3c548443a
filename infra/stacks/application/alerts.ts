import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { Concern } from '../../constructs/concern.ts';
import { METRIC_NAMESPACE, SERVICE_NAME } from '../../constructs/disclosure-function.ts';
import { MailServer } from '../../constructs/mail-server.ts';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import type { Parts } from './parts.ts';

/** What is due and overdue, told to people: one digest for each of them a day, by mail and in their chat groups. */
export class Alerts extends Construct {
  constructor(scope: Construct, id: string, parts: Parts) {
    super(scope, id);
    this.collect(parts);
    const mailServer = new MailServer(Stack.of(this));
    this.send(parts, mailServer);
    this.answer(parts, mailServer);
    this.watchFailures();
  }

  private collect({ bundles, settings, record, views, bus }: Parts): void {
    const { consumer } = new QueuedConsumer(this, 'Collecting', 'on-duty-alert', {
      bundles,
      impact: {
        zh: '到期和逾期没有提醒到有关人员。台账本身不受影响。',
        en: 'people are not told of what is due or overdue. The ledgers themselves are not affected.',
      },
      listensTo: {
        bus,
        events: [
          'DutyDueSoon',
          'DutyOverdue',
          'DutyEscalated',
          // Whoever was told hears that it is over.
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
          // Follow-ups, cases, decisions, circulars and campaigns climb the same ladder.
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
          // Whoever has to act, and whoever follows an opinion.
          'FeedbackAssigned',
          'FeedbackRaised',
          'FeedbackAnswered',
          'FeedbackClosed',
          // The office hears of displays that nothing gets through to, and of keys that were changed.
          'DeliveriesFailing',
          'DeliveriesRecovered',
          'DisplayDisabled',
          'SecretRotated',
          // The office hears of a reminder that got stuck.
          'DigestGivenUp',
        ],
      },
      timeout: Duration.seconds(60),
      // All the schools of a district write into the same digest of its office: more would only wait for each other.
      maxConcurrency: 2,
    });
    record.letAppend(consumer);
    views.letRead(consumer);
    settings.tellDistrict(consumer);
  }

  private send({ bundles, settings, record, bus, displayMasterKey }: Parts, mailServer: MailServer): void {
    const { consumer: sender } = new QueuedConsumer(this, 'Sending', 'send-digest', {
      bundles,
      impact: {
        zh: '提醒没有发出电子邮件或群消息，有关人员只能在系统内看到。',
        en: 'reminders are neither mailed nor sent to groups; people see them in the system only.',
      },
      listensTo: { bus, events: ['DigestDue', 'DigestRetryDue'] },
      // A mail server may take its time, and robots are not to be sent to too fast.
      timeout: Duration.seconds(60),
      batchSize: 5,
      maxConcurrency: 4,
    });
    record.letAppend(sender);
    settings.tellDistrict(sender);
    settings.tellAddress(sender);
    displayMasterKey.tell(sender);
    mailServer.tell(sender);
  }

  /** Whoever wrote by mail hears by mail that it came, and what it was answered. */
  private answer(parts: Parts, mailServer: MailServer): void {
    const { bundles, settings, record, views, bus, displayMasterKey } = parts;
    const { consumer } = new QueuedConsumer(this, 'Answering', 'answer-mail', {
      bundles,
      impact: {
        zh: '来信人收不到答复邮件，只能凭查询码在网上查看。',
        en: 'people who wrote by mail are not mailed the answer; they find it by their code only.',
      },
      listensTo: { bus, events: ['FeedbackReceived', 'FeedbackAnswered'] },
      timeout: Duration.seconds(60),
      batchSize: 5,
      maxConcurrency: 2,
    });
    record.letRead(consumer);
    views.letKeepReplies(consumer);
    settings.tellAddress(consumer);
    displayMasterKey.tell(consumer);
    mailServer.tell(consumer);
  }

  /** A reminder that was given up is no error of a function: somebody's address or the mail server is wrong. */
  private watchFailures(): void {
    new Concern(this, 'RemindersGivenUp', {
      metric: new Metric({
        namespace: METRIC_NAMESPACE,
        metricName: 'DigestsGivenUp',
        dimensionsMap: { service: SERVICE_NAME },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
      impact: {
        zh: '有提醒未能通过电子邮件或群机器人送达，有关人员可能不知道事项已到期。',
        en: 'reminders could not be delivered by mail or robot: people may not know that something is due.',
      },
      remedy: {
        zh: '在办公室的系统提醒中查看是谁、什么原因，核对邮箱、群机器人和邮件服务器设置。',
        en: "see in the office's own reminders whose it was and why; check the address, the robot or the mail server.",
      },
    });
  }
}
