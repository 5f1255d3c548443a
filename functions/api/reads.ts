import * as z from 'zod';
import { DOCUMENT_TYPES } from '../../domain/item/content.ts';
import { LIMITS } from '../../domain/text.ts';

/** One reading of the API: for its routes, the OpenAPI document, and telling 405 from 404. */
export interface ReadOperation {
  readonly id: string;
  /** Segments in braces are parameters. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  /** What may stand behind the question mark; nothing when absent. */
  readonly query?: z.ZodObject;
  /** Not without signing in; anybody else is told 401. */
  readonly signedIn?: boolean;
}

const ORGANISATION = '/v1/organisations/{organisation}';
const ITEM = `${ORGANISATION}/items/{item}`;

const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().max(300).optional(),
});

export const NO_QUERY = z.strictObject({});

export const READ_OPERATIONS = {
  organisations: { path: '/v1/organisations', zh: '党组织名录', en: 'Organisations of the district' },
  organisation: { path: ORGANISATION, zh: '一个党组织', en: 'One organisation' },
  districtBoard: { path: '/v1/board', zh: '全区公开栏', en: 'What was disclosed to society', query: page },
  board: {
    path: `${ORGANISATION}/board`,
    zh: '公开栏',
    en: 'What is on show to the reader',
    query: page.extend({
      level1: z.string().max(LIMITS.title).optional(),
      documentType: z.enum(Object.keys(DOCUMENT_TYPES) as (keyof typeof DOCUMENT_TYPES)[]).optional(),
    }),
  },
  items: {
    path: `${ORGANISATION}/items`,
    zh: '全部事项，不论状态（经办人）',
    en: 'Every item whatever its state, for officials',
    signedIn: true,
  },
  item: {
    path: ITEM,
    zh: '公开事项',
    en: 'One item, as the reader may see it',
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(10_000).optional() }),
  },
  record: {
    path: `${ITEM}/record`,
    zh: '事项的全部记录（可离线核验）',
    en: 'The record of an item, to verify offline',
    signedIn: true,
  },
  itemFeedback: {
    path: `${ITEM}/feedback`,
    zh: '对事项的意见建议（经办人）',
    en: 'Opinions on an item, for officials',
    signedIn: true,
  },
  catalogue: {
    path: `${ORGANISATION}/catalogue`,
    zh: '公开目录全景：每一行的状态',
    en: 'The whole catalogue with the state of every row',
  },
  desk: { path: `${ORGANISATION}/desk`, zh: '我的待办', en: 'My tasks', signedIn: true },
  halfPairs: {
    path: `${ORGANISATION}/half-pairs`,
    zh: '计划与结果未配对的事项',
    en: 'Plans without a result and results without a plan',
  },
  feedbackList: {
    path: `${ORGANISATION}/feedback`,
    zh: '收到的意见建议（经办人）',
    en: 'Opinions received, for officials',
    signedIn: true,
  },
  feedback: {
    path: `${ORGANISATION}/feedback/{feedback}`,
    zh: '一条意见建议（经办人、承办人）',
    en: 'One opinion, for officials and its owner',
    signedIn: true,
  },
  memberships: { path: '/v1/me', zh: '我的身份与岗位', en: 'My memberships and seats', signedIn: true },
  openapi: { path: '/v1/openapi.json', zh: '接口说明', en: 'This document' },
} as const satisfies Record<string, Omit<ReadOperation, 'id'>>;

export type ReadId = keyof typeof READ_OPERATIONS;

/** Every reading, in the order in which the OpenAPI document lists them. */
export const READS: readonly (ReadOperation & { readonly id: ReadId })[] = Object.entries(
  READ_OPERATIONS,
).map(([id, operation]) => ({ id: id as ReadId, ...operation }));
