import type { Command, Decider, DomainEvent } from '../../domain/kernel/decider.ts';
import type { OrganisationId, StreamKind, StreamName, StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import { lazily } from '../api/lazily.ts';
import type { Aggregates, Loaded } from '../shell/aggregates.ts';
import { Tenancy } from '../shell/tenancy.ts';

/** How the streams of one kind appear in the views. */
export interface Projection<S> {
  readonly decider: Decider<Command, DomainEvent, S>;
  rows(
    parts: StreamParts,
    loaded: Loaded<S>,
    stream: StreamName,
  ): Promise<readonly ViewRow[]> | readonly ViewRow[];
  /** Rows that never change once they are there; their version is 1. */
  fixed?(parts: StreamParts, state: S): readonly ViewRow[];
}

/** What a row may say about other streams than its own. */
export interface Around {
  readonly aggregates: Aggregates;
  readonly tenancy: Tenancy;
  readonly district: OrganisationId;
}

/** Each kind is loaded with the first event of its own: a start need not know them all. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has a state of its own, and its projection is kept beside its decider
export type Projections = Readonly<Record<StreamKind, () => Promise<Projection<any>>>>;

export function projectionsOver(aggregates: Aggregates, district: OrganisationId): Projections {
  const around: Around = { aggregates, tenancy: new Tenancy(aggregates), district };
  return {
    ITEM: lazily(async () => (await import('./item-projection.ts')).itemProjection(around)),
    ORGANISATION: lazily(async () =>
      (await import('./organisation-projection.ts')).organisationProjection(around),
    ),
    FEEDBACK: lazily(async () => (await import('./feedback-projection.ts')).feedbackProjection),
    ENQUIRY: lazily(async () => (await import('./enquiry-projection.ts')).enquiryProjection(around)),
    TOPIC: lazily(async () => (await import('./topic-projections.ts')).topicProjection),
    SURVEY: lazily(async () => (await import('./topic-projections.ts')).surveyProjection),
    BALLOT: lazily(async () => (await import('./topic-projections.ts')).ballotProjection),
    ACTIVITY: lazily(async () => (await import('./activity-projection.ts')).activityProjection(around)),
    CAMPAIGN: lazily(async () => (await import('./campaign-projection.ts')).campaignProjection),
    DECISION: lazily(async () => (await import('./decision-projection.ts')).decisionProjection),
    DISPLAY: lazily(async () => (await import('./display-projections.ts')).displayProjection),
    DELIVERY: lazily(async () => (await import('./display-projections.ts')).deliveryProjection),
    LEDGER: lazily(async () => (await import('./duty-projections.ts')).ledgerProjection(around)),
    TALLY: lazily(async () => (await import('./duty-projections.ts')).tallyProjection(around)),
    DIGEST: lazily(async () => (await import('./alert-projections.ts')).digestProjection),
    ROBOT: lazily(async () => (await import('./alert-projections.ts')).robotProjection),
    REPORT: lazily(async () => (await import('./report-projection.ts')).reportProjection),
    FILING: lazily(async () => (await import('./filing-projection.ts')).filingProjection),
    CIRCULAR: lazily(async () => (await import('./circular-projection.ts')).circularProjection),
    RECEIPT: lazily(async () => (await import('./circular-projection.ts')).receiptProjection),
    NEWS: lazily(async () => (await import('./news-projection.ts')).newsProjection(around)),
    VISIT: lazily(async () => (await import('./supervision-projection.ts')).visitProjection(around)),
    FOLLOWUP: lazily(async () => (await import('./supervision-projection.ts')).followUpProjection(around)),
    EXAMPLE: lazily(async () => (await import('./supervision-projection.ts')).exampleProjection),
    CASE: lazily(async () => (await import('./supervision-projection.ts')).caseProjection(around)),
    ROUND: lazily(async () => (await import('./evaluation-projection.ts')).roundProjection),
    ASSESSMENT: lazily(async () => (await import('./evaluation-projection.ts')).assessmentProjection(around)),
    SIGNAL: lazily(async () => (await import('./evaluation-projection.ts')).signalProjection(around)),
    FILE: lazily(async () => (await import('./file-projection.ts')).fileProjection),
    CATALOGUE: lazily(async () => (await import('./catalogue-projection.ts')).catalogueProjection(around)),
    TEMPLATE: lazily(async () => (await import('./template-projection.ts')).templateProjection),
    // Read from the record itself wherever they are needed.
    VOCABULARY: unseen(
      async () => (await import('../../domain/catalogue/vocabulary/vocabulary.ts')).vocabularyDecider,
    ),
    POWERS: unseen(async () => (await import('../../domain/power/power.ts')).powerDecider),
    STANDARD: unseen(
      async () => (await import('../../domain/evaluation/standard/standard.ts')).standardDecider,
    ),
    PROFILE: unseen(async () => (await import('../../domain/profile/profile.ts')).profileDecider),
    MAILBOX: unseen(async () => (await import('../../domain/mailbox/mailbox.ts')).mailboxDecider),
    CALENDAR: unseen(async () => (await import('../../domain/calendar/calendar.ts')).calendarDecider),
    SEAL: unseen(async () => (await import('../../domain/seal/seal.ts')).sealDecider),
    ANCHOR: unseen(async () => (await import('../../domain/seal/seal.ts')).sealDecider),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: as above
const unseen = (decider: () => Promise<Decider<any, any, any>>) =>
  lazily(async () => ({ decider: await decider(), rows: () => [] }));
