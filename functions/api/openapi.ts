import * as z from 'zod/mini';
import { ANSWERS, issuedAnswer, problemAnswer } from './answers.ts';
import { COMMAND_OPERATIONS, type CommandOperation } from './operations.ts';
import { READS, type ReadId, type ReadOperation } from './reads.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, from the same tables that the routes are made from. */
export async function openApiDocument(): Promise<Json> {
  const paths: Record<string, Json> = {};
  for (const read of READS) {
    paths[read.path] = { ...paths[read.path], get: await readingOf(read), head: await headOf(read) };
  }
  for (const command of COMMAND_OPERATIONS) {
    paths[command.path] = {
      ...paths[command.path],
      [command.method.toLowerCase()]: await commandOf(command),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '公开 Gongkai', version: '1.0.0', description: DESCRIPTION, license: LICENCE },
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: {
      securitySchemes: {
        idToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        webhookSignature: { type: 'apiKey', in: 'header', name: 'webhook-signature' },
      },
      schemas: { Problem: schemaOf(problemAnswer), Issued: schemaOf(issuedAnswer) },
      responses: {
        Problem: {
          description: '问题详情（RFC 9457） Problem details',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const DESCRIPTION =
  '党务公开的读写接口。登录使用 OIDC 的 ID token（Authorization: Bearer）。每个写操作是一条命令，' +
  '可带 Idempotency-Key（重复提交不会重复办理）和 If-Match（版本不符则拒绝）。\n\n' +
  'Reading and writing of disclosures. Sign in with an OIDC ID token. Each write is one command; it takes an ' +
  'Idempotency-Key (a repeat changes nothing) and If-Match (refused when the version has moved on).';
const LICENCE = { name: 'Apache-2.0', identifier: 'Apache-2.0' };
const TAGS = [
  { name: 'organisation', description: '党组织 organisations, rosters, seats, policy, duty rules, channels' },
  { name: 'catalogue', description: '公开目录 catalogue' },
  { name: 'template', description: '目录下发 templates that the district publishes' },
  { name: 'vocabulary', description: '公开形式、目录类别和文种 forms, classes and document types' },
  { name: 'powers', description: '权力清单 duties and powers, collective and per leader' },
  { name: 'item', description: '公开事项 items' },
  { name: 'feedback', description: '意见建议 opinions' },
  { name: 'enquiry', description: '依申请公开 requests for disclosure' },
  { name: 'topic', description: '群众关注 what people want to see disclosed' },
  { name: 'survey', description: '征求意见 rounds of questions' },
  { name: 'ballot', description: '答卷 answers to them' },
  { name: 'activity', description: '活动记录 meetings, trainings, publicity, reception days' },
  { name: 'booking', description: '接待预约 times booked on reception days' },
  { name: 'campaign', description: '推进部署 roll-outs in stages' },
  { name: 'decision', description: '重大事项决策 decisions, by the six mechanisms' },
  { name: 'display', description: '公示屏、办公系统 displays and office systems' },
  { name: 'robot', description: '群机器人 group robots' },
  { name: 'mailbox', description: '意见邮箱 mailboxes for opinions' },
  { name: 'mail', description: '来信 opinions by e-mail' },
  { name: 'ledger', description: '公开义务台账 duties of a quarter' },
  { name: 'report', description: '情况报告 reports to the superior' },
  { name: 'news', description: '动态 news, beside what the catalogue asks for' },
  { name: 'circular', description: '通知下发 documents sent down, to be read and acted on by a day' },
  { name: 'receipt', description: '通知回执 what those to whom they were sent did with them' },
  { name: 'filing', description: '报送 yearly summaries and special reports, filed upward' },
  { name: 'visit', description: '督查 visits and self-checks' },
  { name: 'followup', description: '督办 suggestions, and orders to put something right' },
  { name: 'example', description: '示范案例 items to learn from' },
  { name: 'case', description: '责任追究 accountability, for those who may know' },
  { name: 'standard', description: '考评标准 the standard that scores are computed by' },
  { name: 'round', description: '年度考评 yearly appraisals' },
  { name: 'assessment', description: '单位年度考评 appraisals of one unit' },
  { name: 'signal', description: '形式主义提示 signals against formalism' },
  { name: 'profile', description: '单位信息 what an organisation says about itself' },
  { name: 'roster', description: '花名册 rosters of units, people and seats' },
  { name: 'calendar', description: '工作日与学期 working days and school terms' },
  { name: 'reading', description: '查询 readings' },
];

async function readingOf({ id, path, zh, en, query, signedIn, receipt }: ReadOperation): Promise<Json> {
  return {
    operationId: id,
    tags: ['reading'],
    summary: `${zh} ${en}`,
    security: signedIn ? [{ idToken: [] }] : [{}, { idToken: [] }],
    parameters: [
      ...pathParameters(path),
      ...queryParameters(await query?.()),
      header('If-None-Match', 'ETag of a copy'),
      ...receiptHeader(receipt),
    ],
    responses: {
      200: {
        description: en,
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaOf(ANSWERS[id as ReadId]) } },
      },
      304: { description: 'Not modified' },
      ...problems(400, 401, 404, 405),
    },
  };
}

async function headOf(read: ReadOperation): Promise<Json> {
  const { responses: _, operationId: __, ...rest } = await readingOf(read);
  return {
    ...rest,
    operationId: `${read.id}Head`,
    responses: { 200: { description: read.en }, ...problems(400, 401, 404) },
  };
}

async function commandOf({
  id,
  path,
  zh,
  en,
  aggregate,
  command,
  body,
  creates,
  anonymous,
  receipt,
  signed,
}: CommandOperation): Promise<Json> {
  const status = creates ? 201 : 200;
  return {
    operationId: id,
    tags: [aggregate],
    summary: `${zh} ${en}`,
    'x-command': command,
    security: securityOf(anonymous, signed),
    parameters: [
      ...pathParameters(path),
      header('Idempotency-Key', 'A repeat under the same key changes nothing and gets the same answer'),
      header('If-Match', 'The version that the command is meant for, e.g. "3"'),
      ...receiptHeader(receipt),
      ...(signed ? SIGNATURE_HEADERS : []),
      header('Acting-Seat', 'The seat to act under, for those who hold several, e.g. office:head'),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(await body()) } } },
    responses: {
      [status]: {
        description: en,
        headers: {
          ETag: { schema: { type: 'string' } },
          ...(creates && { Location: { schema: { type: 'string' } } }),
        },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Issued' } } },
      },
      ...problems(400, 401, 403, 404, 405, 409, 412, 413, 415, 422),
    },
  };
}

function securityOf(anonymous = false, signed = false): Json[] {
  if (signed) return [{ webhookSignature: [] }];
  return anonymous ? [{}, { idToken: [] }] : [{ idToken: [] }];
}

const problems = (...statuses: readonly number[]): Json =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }]));

const ID = '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$';
const PERIOD = '^(19|20|21)[0-9]{2}Q[1-4]$';

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: name === 'period' ? PERIOD : ID },
  }));

function queryParameters(query: z.ZodMiniObject | undefined): Json[] {
  if (!query) return [];
  const { properties = {} } = schemaOf(query) as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

/** Of Standard Webhooks 1.0.0, beside the signature itself. */
const SIGNATURE_HEADERS: readonly Json[] = [
  { name: 'webhook-id', in: 'header', required: true, schema: { type: 'string' } },
  { name: 'webhook-timestamp', in: 'header', required: true, schema: { type: 'string' } },
];

const receiptHeader = (isTaken: boolean | undefined): Json[] =>
  isTaken ? [header('Receipt-Code', 'Code of the request, for whoever asked without signing in')] : [];

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string' },
});

/** What a client sends: defaults may be left out. Rules that JSON Schema cannot say are checked all the same. */
function schemaOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}
