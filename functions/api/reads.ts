import type * as z from 'zod/mini';
import { ACTIVITY_READS } from './activity-reads.ts';
import { CAMPAIGN_READS } from './campaign-reads.ts';
import { CATALOGUE_READS } from './catalogue-reads.ts';
import { CIRCULAR_READS } from './circular-reads.ts';
import { DECISION_READS } from './decision-reads.ts';
import { DESK_READS } from './desk-reads.ts';
import { DISPLAY_READS } from './display-reads.ts';
import { DOCUMENT_READS } from './document-reads.ts';
import { DUTY_READS } from './duty-reads.ts';
import { ENQUIRY_READS } from './enquiry-reads.ts';
import { EVALUATION_READS } from './evaluation-reads.ts';
import { ITEM_READS } from './item-reads.ts';
import { NEWS_READS } from './news-reads.ts';
import { OPINION_READS } from './opinion-reads.ts';
import { ORGANISATION_READS } from './organisation-reads.ts';
import { PROFILE_READS } from './profile-reads.ts';
import { SUMMARY_READS } from './summary-reads.ts';
import { SUPERVISION_READS } from './supervision-reads.ts';
import { SURVEY_READS } from './survey-reads.ts';
import { TOPIC_READS } from './topic-reads.ts';

/** One reading of the API: for its route, the OpenAPI document, and telling 405 from 404. */
export interface ReadOperation {
  readonly id: string;
  /** Segments in braces are parameters. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  /** What may stand behind the question mark; nothing when absent. */
  readonly query?: () => Promise<z.ZodMiniObject>;
  /** Not without signing in; anybody else is told 401. */
  readonly signedIn?: boolean;
  /** Takes a Receipt-Code in the place of a log-in. */
  readonly receipt?: boolean;
}

/** Readings of one kind by their ids. */
export type ReadTable = Readonly<Record<string, Omit<ReadOperation, 'id'>>>;

/** Takes all tables at once, which no start of a function should: see `areas.ts`. */
export const READ_OPERATIONS = {
  ...ORGANISATION_READS,
  ...ITEM_READS,
  ...CATALOGUE_READS,
  ...DESK_READS,
  ...OPINION_READS,
  ...ENQUIRY_READS,
  ...TOPIC_READS,
  ...SURVEY_READS,
  ...DECISION_READS,
  ...DISPLAY_READS,
  ...DUTY_READS,
  ...EVALUATION_READS,
  ...ACTIVITY_READS,
  ...CAMPAIGN_READS,
  ...NEWS_READS,
  ...CIRCULAR_READS,
  ...SUMMARY_READS,
  ...PROFILE_READS,
  ...SUPERVISION_READS,
  ...DOCUMENT_READS,
} as const satisfies ReadTable;

export type ReadId = keyof typeof READ_OPERATIONS;

/** Every reading, in the order in which the OpenAPI document lists them. */
export const READS: readonly (ReadOperation & { readonly id: ReadId })[] = Object.entries(
  READ_OPERATIONS,
).map(([id, operation]) => ({ id: id as ReadId, ...operation }));
