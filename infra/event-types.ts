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
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
