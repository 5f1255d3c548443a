import { lazily } from '../api/lazily.ts';
import type { Aggregate } from '../api/operations.ts';
import type { Ground, WholeGround } from './ground.ts';
import type { Issue } from './request.ts';

/** Those that need a key, or speak with strangers or with machines: the API alone issues them by this table. */
type GuardedAggregate = 'feedback' | 'enquiry' | 'topic' | 'ballot' | 'booking' | 'file' | 'robot' | 'mail';

export type Issuers = Readonly<Record<Aggregate, Issue>>;
/** What pages issue through the same table as the API. */
export type OpenIssuers = Readonly<Record<Exclude<Aggregate, GuardedAggregate>, Issue>>;

/** Each kind of aggregate is loaded with its first command: a start need not know them all. */
export const openIssuersOf = (ground: Ground): OpenIssuers => ({
  organisation: first(async () => (await import('./organisation.ts')).organisationIssuer(ground)),
  catalogue: first(async () => (await import('./catalogue.ts')).catalogueIssuer(ground)),
  template: first(async () => (await import('./templates.ts')).templateIssuer(ground)),
  vocabulary: first(async () => (await import('./templates.ts')).vocabularyIssuer(ground)),
  powers: first(async () => (await import('./powers.ts')).powersIssuer(ground)),
  item: first(async () => (await import('./item.ts')).itemIssuer(ground)),
  survey: first(async () => (await import('./survey.ts')).surveyIssuer(ground)),
  activity: first(async () => (await import('./activity.ts')).activityIssuer(ground)),
  campaign: first(async () => (await import('./campaign.ts')).campaignIssuer(ground)),
  decision: first(async () => (await import('./decision.ts')).decisionIssuer(ground)),
  ledger: first(async () => (await import('./duty.ts')).ledgerIssuer(ground)),
  report: first(async () => (await import('./report.ts')).reportIssuer(ground)),
  news: first(async () => (await import('./news.ts')).newsIssuer(ground)),
  circular: first(async () => (await import('./circular.ts')).circularIssuer(ground)),
  receipt: first(async () => (await import('./circular.ts')).receiptIssuer(ground)),
  filing: first(async () => (await import('./filing.ts')).filingIssuer(ground)),
  visit: first(async () => (await import('./visit.ts')).visitIssuer(ground)),
  followup: first(async () => (await import('./followup.ts')).followUpIssuer(ground)),
  example: first(async () => (await import('./example.ts')).exampleIssuer(ground)),
  case: first(async () => (await import('./case.ts')).caseIssuer(ground)),
  standard: first(async () => (await import('./assessment.ts')).standardIssuer(ground)),
  round: first(async () => (await import('./assessment.ts')).roundIssuer(ground)),
  assessment: first(async () => (await import('./assessment.ts')).assessmentIssuer(ground)),
  signal: first(async () => (await import('./assessment.ts')).signalIssuer(ground)),
  profile: first(async () => (await import('./profile.ts')).profileIssuer(ground)),
  roster: first(async () => (await import('./roster.ts')).rosterIssuer(ground)),
  calendar: first(async () => (await import('./calendar.ts')).calendarIssuer(ground)),
  mailbox: first(async () => (await import('./mailbox.ts')).mailboxIssuer(ground)),
  display: first(async () => (await import('./display.ts')).displayIssuer(ground)),
});

export const issuersOf = (ground: WholeGround): Issuers => ({
  ...openIssuersOf(ground),
  feedback: first(async () => (await import('./feedback.ts')).feedbackIssuer(ground)),
  enquiry: first(async () => (await import('./enquiry.ts')).enquiryIssuer(ground)),
  topic: first(async () => (await import('./topic.ts')).topicIssuer(ground)),
  ballot: first(async () => (await import('./survey.ts')).ballotIssuer(ground)),
  booking: first(async () => (await import('./activity.ts')).bookingIssuer(ground)),
  file: first(async () => (await import('./file.ts')).fileIssuer(ground)),
  robot: first(async () => (await import('./robot.ts')).robotIssuer(ground)),
  mail: first(async () => (await import('./mail.ts')).mailIssuer(ground)),
});

function first(load: () => Promise<Issue>): Issue {
  const loaded = lazily(load);
  return async (request) => (await loaded())(request);
}
