/** One reading of the API, for the OpenAPI document and for telling 405 from 404. */
export interface ReadOperation {
  readonly id: string;
  /** Segments in braces are parameters. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  /** Comes in pages, under `limit` and `after`. */
  readonly paged?: boolean;
}

const ORGANISATION = '/v1/organisations/{organisation}';

export const READ_OPERATIONS = [
  { id: 'organisations', path: '/v1/organisations', zh: '党组织名录', en: 'Organisations of the district' },
  { id: 'organisation', path: ORGANISATION, zh: '一个党组织', en: 'One organisation' },
  { id: 'districtBoard', path: '/v1/board', zh: '全区公开栏', en: 'Board of the district', paged: true },
  { id: 'board', path: `${ORGANISATION}/board`, zh: '公开栏', en: 'Board', paged: true },
  { id: 'item', path: `${ORGANISATION}/items/{item}`, zh: '公开事项', en: 'One item' },
  {
    id: 'record',
    path: `${ORGANISATION}/items/{item}/record`,
    zh: '事项的全部记录（可离线核验）',
    en: 'The record of an item, to verify offline',
  },
  {
    id: 'itemFeedback',
    path: `${ORGANISATION}/items/{item}/feedback`,
    zh: '对事项的意见建议（经办人）',
    en: 'Feedback on an item, for officials',
  },
  {
    id: 'catalogue',
    path: `${ORGANISATION}/catalogue`,
    zh: '公开目录全景：每一行的状态',
    en: 'The whole catalogue with the state of every row',
  },
  { id: 'desk', path: `${ORGANISATION}/desk`, zh: '我的待办', en: 'My tasks' },
  {
    id: 'halfPairs',
    path: `${ORGANISATION}/half-pairs`,
    zh: '只公开了计划、未公开结果的事项',
    en: 'Plans without a disclosed result',
  },
  { id: 'memberships', path: '/v1/me', zh: '我的身份与岗位', en: 'My memberships and seats' },
  { id: 'openapi', path: '/v1/openapi.json', zh: '接口说明', en: 'This document' },
] as const satisfies readonly ReadOperation[];

export type ReadId = (typeof READ_OPERATIONS)[number]['id'];
