import type * as z from 'zod/mini';
import { CALENDAR_OPERATIONS } from './calendar-operations.ts';
import { CATALOGUE_OPERATIONS } from './catalogue-operations.ts';
import { DISPLAY_OPERATIONS } from './display-operations.ts';
import { DUTY_OPERATIONS } from './duty-operations.ts';
import { ENQUIRY_OPERATIONS } from './enquiry-operations.ts';
import { FEEDBACK_OPERATIONS } from './feedback-operations.ts';
import { FILE_OPERATIONS } from './file-operations.ts';
import { ITEM_OPERATIONS } from './item-operations.ts';
import { MAILBOX_OPERATIONS } from './mailbox-operations.ts';
import { ORGANISATION_OPERATIONS } from './organisation-operations.ts';
import { REPORT_OPERATIONS } from './report-operations.ts';
import { ROBOT_OPERATIONS } from './robot-operations.ts';
import { SURVEY_OPERATIONS } from './survey-operations.ts';
import { TOPIC_OPERATIONS } from './topic-operations.ts';

/** Which use case issues the command. */
export type Aggregate =
  | 'organisation'
  | 'catalogue'
  | 'item'
  | 'file'
  | 'feedback'
  | 'enquiry'
  | 'topic'
  | 'survey'
  | 'ballot'
  | 'display'
  | 'ledger'
  | 'report'
  | 'calendar'
  | 'robot'
  | 'mailbox';

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
  ...ITEM_OPERATIONS,
  ...FILE_OPERATIONS,
  ...FEEDBACK_OPERATIONS,
  ...ENQUIRY_OPERATIONS,
  ...TOPIC_OPERATIONS,
  ...SURVEY_OPERATIONS,
  ...DISPLAY_OPERATIONS,
  ...DUTY_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...CALENDAR_OPERATIONS,
  ...ROBOT_OPERATIONS,
  ...MAILBOX_OPERATIONS,
];
