import type { Area } from '../api/areas.ts';
import type { CommandOperation } from '../api/operations.ts';

/** Every command of the API, in parts that are loaded when asked for. */
export const COMMAND_AREAS: readonly Area<CommandOperation>[] = [
  {
    at: [
      'organisations',
      'people',
      'seats',
      'seat-vacancies',
      'layouts',
      'policy',
      'duty-rules',
      'channels',
      'feed-revocations',
      'responsibilities',
      'regulations',
      'regulation-repeals',
      'activation',
      'suspension',
      'resumption',
      'merger',
      'moves',
      'pilot',
      'scheme-copies',
    ],
    load: async () => (await import('../api/organisation-operations.ts')).ORGANISATION_OPERATIONS,
  },
  {
    at: ['catalogue', 'catalogue-templates', 'vocabulary'],
    load: async () => (await import('../api/catalogue-operations.ts')).CATALOGUE_OPERATIONS,
  },
  {
    at: ['powers'],
    load: async () => (await import('../api/power-operations.ts')).POWER_OPERATIONS,
  },
  {
    at: ['items'],
    load: async () => (await import('../api/item-operations.ts')).ITEM_OPERATIONS,
  },
  {
    at: ['files'],
    load: async () => (await import('../api/file-operations.ts')).FILE_OPERATIONS,
  },
  {
    at: ['items', 'feedback'],
    load: async () => (await import('../api/feedback-operations.ts')).FEEDBACK_OPERATIONS,
  },
  {
    at: ['enquiries'],
    load: async () => (await import('../api/enquiry-operations.ts')).ENQUIRY_OPERATIONS,
  },
  {
    at: ['topics'],
    load: async () => (await import('../api/topic-operations.ts')).TOPIC_OPERATIONS,
  },
  {
    at: ['surveys'],
    load: async () => (await import('../api/survey-operations.ts')).SURVEY_OPERATIONS,
  },
  {
    at: ['activities', 'reception-days'],
    load: async () => (await import('../api/activity-operations.ts')).ACTIVITY_OPERATIONS,
  },
  {
    at: ['campaigns'],
    load: async () => (await import('../api/campaign-operations.ts')).CAMPAIGN_OPERATIONS,
  },
  {
    at: ['decisions'],
    load: async () => (await import('../api/decision-operations.ts')).DECISION_OPERATIONS,
  },
  {
    at: ['displays'],
    load: async () => (await import('../api/display-operations.ts')).DISPLAY_OPERATIONS,
  },
  {
    at: ['ledgers'],
    load: async () => (await import('../api/duty-operations.ts')).DUTY_OPERATIONS,
  },
  {
    at: ['reports'],
    load: async () => (await import('../api/report-operations.ts')).REPORT_OPERATIONS,
  },
  {
    at: ['filings', 'received-filings'],
    load: async () => (await import('../api/summary-operations.ts')).FILING_OPERATIONS,
  },
  {
    at: ['news'],
    load: async () => (await import('../api/news-operations.ts')).NEWS_OPERATIONS,
  },
  {
    at: ['circulars', 'received-circulars'],
    load: async () => (await import('../api/circular-operations.ts')).CIRCULAR_OPERATIONS,
  },
  {
    at: ['visits', 'suggestions', 'rectification-orders', 'follow-ups', 'examples', 'cases'],
    load: async () => (await import('../api/supervision-operations.ts')).SUPERVISION_OPERATIONS,
  },
  {
    at: ['standards', 'rounds', 'assessments', 'signals'],
    load: async () => (await import('../api/evaluation-operations.ts')).EVALUATION_OPERATIONS,
  },
  {
    at: ['contacts', 'schemes', 'bases', 'citations', 'statistics', 'roster'],
    load: async () => (await import('../api/profile-operations.ts')).PROFILE_OPERATIONS,
  },
  {
    at: ['calendar'],
    load: async () => (await import('../api/calendar-operations.ts')).CALENDAR_OPERATIONS,
  },
  {
    at: ['robots'],
    load: async () => (await import('../api/robot-operations.ts')).ROBOT_OPERATIONS,
  },
  {
    at: ['mailbox'],
    load: async () => (await import('../api/mailbox-operations.ts')).MAILBOX_OPERATIONS,
  },
];
