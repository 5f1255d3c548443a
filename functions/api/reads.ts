import type * as z from 'zod/mini';
import { ACTIVITY_READS } from './activity-reads.ts';
import { ORGANISATION } from './addresses.ts';
import { CAMPAIGN_READS } from './campaign-reads.ts';
import { CATALOGUE_READS } from './catalogue-reads.ts';
import { CIRCULAR_READS } from './circular-reads.ts';
import { DECISION_READS } from './decision-reads.ts';
import { EVALUATION_READS } from './evaluation-reads.ts';
import { lazily } from './lazily.ts';
import { NEWS_READS } from './news-reads.ts';
import { ORGANISATION_READS } from './organisation-reads.ts';
import { PROFILE_READS } from './profile-reads.ts';
import { SUMMARY_READS } from './summary-reads.ts';
import { SUPERVISION_READS } from './supervision-reads.ts';

/** One reading of the API: for its routes, the OpenAPI document, and telling 405 from 404. */
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

const ITEM = `${ORGANISATION}/items/{item}`;

type QuerySchemas = typeof import('./query-schemas.ts');
const query = (name: keyof QuerySchemas) => lazily(async () => (await import('./query-schemas.ts'))[name]);

export const NO_QUERY = query('noQuery');

export const READ_OPERATIONS = {
  organisations: { path: '/v1/organisations', zh: '党组织名录', en: 'Organisations of the district' },
  organisation: { path: ORGANISATION, zh: '一个党组织', en: 'One organisation' },
  ...ORGANISATION_READS,
  districtBoard: {
    path: '/v1/board',
    zh: '全区公开栏',
    en: 'What was disclosed to society',
    query: query('page'),
  },
  board: {
    path: `${ORGANISATION}/board`,
    zh: '公开栏',
    en: 'What is on show to the reader',
    query: query('boardPage'),
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
    query: query('itemVersion'),
  },
  itemFile: {
    path: `${ITEM}/files/{file}`,
    zh: '附件或佐证材料，附限时下载地址',
    en: 'A file of an item with a link that is good for minutes, for whoever may see the item',
    query: query('itemVersion'),
  },
  upload: {
    path: `${ORGANISATION}/files/{file}`,
    zh: '上传的文件是否通过检查（经办人）',
    en: 'What became of an upload, for officials',
    signedIn: true,
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
  answers: {
    path: `${ITEM}/answers`,
    zh: '意见建议的办理结果',
    en: 'What became of opinions on an item: the answers, not the opinions',
  },
  ...CATALOGUE_READS,
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
  mailbox: {
    path: `${ORGANISATION}/mailbox`,
    zh: '意见邮箱的地址和启用时间，不含密钥（党务公开办公室）',
    en: 'Address of the mailbox for opinions and since when it is open, never its secret (office)',
    signedIn: true,
  },
  matches: {
    path: `${ORGANISATION}/matches`,
    zh: '查找已经公开的内容',
    en: 'What the reader may see that has the words they ask for',
    query: query('matching'),
  },
  enquiries: {
    path: `${ORGANISATION}/enquiries`,
    zh: '依申请公开登记簿（经办人）',
    en: 'Requests for disclosure, newest first, for officials',
    signedIn: true,
  },
  enquiry: {
    path: `${ORGANISATION}/enquiries/{enquiry}`,
    zh: '一件申请（申请人凭登录或查询码、经办人）',
    en: 'One request, for whoever asked, by log-in or receipt, and for officials',
    receipt: true,
  },
  ownEnquiries: {
    path: `${ORGANISATION}/my-enquiries`,
    zh: '我提出的申请',
    en: 'What I asked for',
    signedIn: true,
  },
  receptions: {
    path: `${ORGANISATION}/receptions`,
    zh: '接待记录（经办人）',
    en: 'The reception log of a month, for officials',
    query: query('month'),
    signedIn: true,
  },
  unmetRequests: {
    path: `${ORGANISATION}/unmet-requests`,
    zh: '多次被申请而从未公开的内容（经办人）',
    en: 'What was asked for again and again and never given, for officials',
    query: query('month'),
    signedIn: true,
  },
  topics: {
    path: `${ORGANISATION}/topics`,
    zh: '群众关注的事项，按支持人数排列',
    en: 'What people want to see disclosed, most supported first, as far as the reader may know of it',
    query: query('topicsAsked'),
  },
  topic: { path: `${ORGANISATION}/topics/{topic}`, zh: '一件群众关注的事项', en: 'One topic' },
  surveys: {
    path: `${ORGANISATION}/surveys`,
    zh: '征求意见：座谈会、调查问卷、征求意见函',
    en: 'Rounds of questions, last closing first, as far as the reader may know of them',
    query: query('surveyed'),
  },
  survey: {
    path: `${ORGANISATION}/surveys/{survey}`,
    zh: '一项征求意见，结束后附各群体汇总',
    en: 'One round; once it has closed with what each group said',
  },
  ...DECISION_READS,
  organisationAnswers: {
    path: `${ORGANISATION}/answers`,
    zh: '对党组织意见建议的办理结果',
    en: 'What became of opinions left with the organisation as such, as far as the reader may hear of it',
  },
  problems: {
    path: `${ORGANISATION}/problems`,
    zh: '本组织向上级提出的困难问题（经办人）',
    en: 'Problems that the organisation brought before its superior, last first, for officials',
    signedIn: true,
  },
  reports: {
    path: `${ORGANISATION}/reports`,
    zh: '向上级的报告和下级的报告（经办人）',
    en: 'Reports sent to the superior, and those of a quarter that came from right below, for officials',
    query: query('quarter'),
    signedIn: true,
  },
  opinionOverview: {
    path: `${ORGANISATION}/opinion-overview`,
    zh: '意见建议办理情况（经办人）',
    en: 'How opinions fare here and below: answer times, what waits and for how long, hot topics',
    signedIn: true,
  },
  displays: {
    path: `${ORGANISATION}/displays`,
    zh: '公示屏（经办人）',
    en: 'Displays and how they fare, for officials',
    signedIn: true,
  },
  deliveries: {
    path: `${ORGANISATION}/displays/{display}/deliveries`,
    zh: '发给公示屏的通知（经办人）',
    en: 'What a display was told and how that went, last planned first, for officials',
    query: query('deliveryPage'),
    signedIn: true,
  },
  attempts: {
    path: `${ORGANISATION}/displays/{display}/attempts`,
    zh: '向公示屏发送的每一条消息及应答，保留30天（经办人）',
    en: 'Every message a display was sent in the last 30 days and what it answered, newest first, for officials',
    query: query('attemptPage'),
    signedIn: true,
  },
  ledger: {
    path: `${ORGANISATION}/ledgers/{period}`,
    zh: '公开义务台账（经办人、上级）',
    en: 'Every duty of a quarter with its status and why it is due when it is, for officials and those above',
    signedIn: true,
  },
  standings: {
    path: `${ORGANISATION}/standings`,
    zh: '所属各组织的公开义务完成情况（经办人）',
    en: 'How everybody under an organisation stands in a quarter, for its officials',
    query: query('standings'),
    signedIn: true,
  },
  calendar: {
    path: `${ORGANISATION}/calendar`,
    zh: '全区工作日历与学期',
    en: 'Working days of a year as the district has them, and its school terms',
    query: query('calendarYear'),
    signedIn: true,
  },
  seals: {
    path: `${ORGANISATION}/seals`,
    zh: '每日封存值（可留存，用于核验记录）',
    en: 'The daily seals of a quarter: hashes to keep, by which the record can be verified later',
    query: query('quarter'),
  },
  ...EVALUATION_READS,
  ...ACTIVITY_READS,
  ...CAMPAIGN_READS,
  ...NEWS_READS,
  ...CIRCULAR_READS,
  ...SUMMARY_READS,
  ...PROFILE_READS,
  ...SUPERVISION_READS,
  memberships: { path: '/v1/me', zh: '我的身份与岗位', en: 'My memberships and seats', signedIn: true },
  openapi: { path: '/v1/openapi.json', zh: '接口说明', en: 'This document' },
  asyncapi: {
    path: '/v1/asyncapi.json',
    zh: '对外消息说明',
    en: 'Events on the bus and notices to displays, described in AsyncAPI',
  },
} as const satisfies Record<string, Omit<ReadOperation, 'id'>>;

export type ReadId = keyof typeof READ_OPERATIONS;

/** Every reading, in the order in which the OpenAPI document lists them. */
export const READS: readonly (ReadOperation & { readonly id: ReadId })[] = Object.entries(
  READ_OPERATIONS,
).map(([id, operation]) => ({ id: id as ReadId, ...operation }));
