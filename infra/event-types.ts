/** `source` of every event that we put on the bus. */
export const EVENT_SOURCE = 'gongkai';

/** Detail types that a rule may listen to. A rule can only name one of these, so it cannot wait for what nobody says. */
export const EVENT_TYPES = [
  'ItemSubmitted',
  'ItemApproved',
  'ItemReleased',
  'ItemWithdrawn',
  'ItemExpired',
  'ItemRevised',
  'FeedbackReceived',
  'DisplayRegistered',
  'DisplayChanged',
  'DisplayEnabled',
  'DeliveriesRecovered',
  'DeliveryPlanned',
  'DeliveryRetryDue',
  'FeedbackAnswered',
  'OrganisationOnboarded',
  'ChannelsDeclared',
  'CatalogueAdopted',
  'RowRefined',
  'LocalRowAdded',
  'RowDropped',
  'StageCompleted',
  'ItemClosed',
  'DutyDueSoon',
  'DutyOverdue',
  'DutyEscalated',
  'DutyMet',
  'DutyWaived',
  'DigestDue',
  'DigestRetryDue',
  'DigestGivenUp',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** What the ledgers are kept by: disclosures, answers, and who joins with which rows and on which carriers. */
export const LEDGER_EVENTS = [
  'ItemReleased',
  'ItemWithdrawn',
  'StageCompleted',
  'ItemClosed',
  'FeedbackAnswered',
  'OrganisationOnboarded',
  'ChannelsDeclared',
  'CatalogueAdopted',
  'RowRefined',
  'LocalRowAdded',
  'RowDropped',
] as const satisfies readonly EventType[];
