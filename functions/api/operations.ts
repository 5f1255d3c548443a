import type * as z from 'zod/mini';
import { ACTIVITY_OPERATIONS } from './activity-operations.ts';
import { CALENDAR_OPERATIONS } from './calendar-operations.ts';
import { CAMPAIGN_OPERATIONS } from './campaign-operations.ts';
import { CATALOGUE_OPERATIONS } from './catalogue-operations.ts';
import { CIRCULAR_OPERATIONS } from './circular-operations.ts';
import { DECISION_OPERATIONS } from './decision-operations.ts';
import { DISPLAY_OPERATIONS } from './display-operations.ts';
import { DUTY_OPERATIONS } from './duty-operations.ts';
import { ENQUIRY_OPERATIONS } from './enquiry-operations.ts';
import { EVALUATION_OPERATIONS } from './evaluation-operations.ts';
import { FEEDBACK_OPERATIONS } from './feedback-operations.ts';
import { FILE_OPERATIONS } from './file-operations.ts';
import { ITEM_OPERATIONS } from './item-operations.ts';
import { MAILBOX_OPERATIONS } from './mailbox-operations.ts';
import { NEWS_OPERATIONS } from './news-operations.ts';
import { ORGANISATION_OPERATIONS } from './organisation-operations.ts';
import { POWER_OPERATIONS } from './power-operations.ts';
import { PROFILE_OPERATIONS } from './profile-operations.ts';
import { REPORT_OPERATIONS } from './report-operations.ts';
import { ROBOT_OPERATIONS } from './robot-operations.ts';
import { FILING_OPERATIONS } from './summary-operations.ts';
import { SUPERVISION_OPERATIONS } from './supervision-operations.ts';
import { SURVEY_OPERATIONS } from './survey-operations.ts';
import { TOPIC_OPERATIONS } from './topic-operations.ts';

/** Which use case issues the command. */
export type Aggregate =
  | 'organisation'
  | 'catalogue'
  | 'template'
  | 'vocabulary'
  | 'powers'
  | 'item'
  | 'file'
  | 'feedback'
  | 'enquiry'
  | 'topic'
  | 'survey'
  | 'ballot'
  | 'activity'
  | 'booking'
  | 'campaign'
  | 'decision'
  | 'display'
  | 'ledger'
  | 'report'
  | 'filing'
  | 'news'
  | 'circular'
  | 'receipt'
  | 'visit'
  | 'followup'
  | 'example'
  | 'case'
  | 'standard'
  | 'round'
  | 'assessment'
  | 'signal'
  | 'profile'
  | 'roster'
  | 'calendar'
  | 'robot'
  | 'mailbox'
  | 'mail';

/** One command that the API takes. Routes, the OpenAPI document and the tests of bad input are made from these. */
export interface CommandOperation {
  readonly id: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Segments in braces are parameters. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly aggregate: Aggregate;
  /** Type of the command. */
  readonly command: string;
  /** What the request body holds. */
  readonly body: () => Promise<z.ZodMiniType<object>>;
  /** The command's data that stands in the path instead of the body: field by path parameter. */
  readonly fromPath?: Readonly<Record<string, string>>;
  /** Address of what it creates, under the path parameters and `{id}`; then the answer is 201. */
  readonly creates?: string;
  /** Also for people who have not signed in. */
  readonly anonymous?: boolean;
  /** Comes from a machine that signs it after Standard Webhooks in the place of a log-in. */
  readonly signed?: boolean;
  /** Takes a Receipt-Code in the place of a log-in. */
  readonly receipt?: boolean;
}

/** Every command of the API, in the order in which the OpenAPI document lists them. */
export const COMMAND_OPERATIONS: readonly CommandOperation[] = [
  ...ORGANISATION_OPERATIONS,
  ...CATALOGUE_OPERATIONS,
  ...POWER_OPERATIONS,
  ...ITEM_OPERATIONS,
  ...FILE_OPERATIONS,
  ...FEEDBACK_OPERATIONS,
  ...ENQUIRY_OPERATIONS,
  ...TOPIC_OPERATIONS,
  ...SURVEY_OPERATIONS,
  ...ACTIVITY_OPERATIONS,
  ...CAMPAIGN_OPERATIONS,
  ...DECISION_OPERATIONS,
  ...DISPLAY_OPERATIONS,
  ...DUTY_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...FILING_OPERATIONS,
  ...NEWS_OPERATIONS,
  ...CIRCULAR_OPERATIONS,
  ...SUPERVISION_OPERATIONS,
  ...EVALUATION_OPERATIONS,
  ...PROFILE_OPERATIONS,
  ...CALENDAR_OPERATIONS,
  ...ROBOT_OPERATIONS,
  ...MAILBOX_OPERATIONS,
];
