import { beforeAll, describe, expect, test } from 'vitest';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import { buildTrivialApp, type Resource, type Templates, templatesOf } from './assembly.ts';

let templates: Templates;
beforeAll(async () => {
  templates = templatesOf(await buildTrivialApp());
});

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function functions(): [id: string, name: string, resource: Resource][] {
  return templates.application
    .ofType('AWS::Lambda::Function')
    .map(([id, resource]) => [id, resource.Properties.Description, resource]);
}

function statementsOfRole(role: string): Statement[] {
  return templates.application
    .ofType('AWS::IAM::Policy')
    .filter(([, { Properties }]) =>
      Properties.Roles.some((each: unknown) => templates.referent(each) === role),
    )
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

/** What a statement is about, in our words; undefined for the function's own log. */
function subject(resource: unknown): string | undefined {
  const joined = (resource as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  const [whole, suffix] = joined ? [joined[1][0], joined[1].slice(1).join('')] : [resource, ''];
  const id = templates.referent(whole) ?? '?';
  if (id.includes('LogTable'))
    return `record${suffix}${stringOf(whole).includes('StreamArn') ? ' stream' : ''}`;
  if (id.includes('ViewsTable')) return `views${suffix}`;
  if (templates.record.resources[id]?.Type === 'AWS::Events::EventBus') return 'bus';
  if (templates.record.resources[id]?.Type === 'AWS::S3::Bucket') return `files${suffix}`;
  const type = templates.application.resources[id]?.Type;
  if (type === 'AWS::Logs::LogGroup') return undefined;
  if (type === 'AWS::SQS::Queue') return id.includes('DeadLetters') ? 'own dead letters' : queueName(id);
  return `${type} ${id}${suffix}`;
}

const stringOf = (value: unknown) => JSON.stringify(value);
const queueName = (id: string) =>
  id.startsWith('ClockworkDue')
    ? 'due queue'
    : id.startsWith('ClockworkOpening')
      ? 'opening queue'
      : 'own queue';

/** Subject → actions, over every policy of the function's role. */
function grantsOf(role: string): Record<string, string[]> {
  const grants: Record<string, string[]> = {};
  for (const { Effect, Action, Resource } of statementsOfRole(role)) {
    expect(Effect).toBe('Allow');
    for (const each of list(Resource)) {
      const about = subject(each);
      if (about) grants[about] = [...new Set([...(grants[about] ?? []), ...list(Action)])].sort();
    }
  }
  return grants;
}

const READ = ['dynamodb:GetItem', 'dynamodb:Query'];
/** Of the record: whole streams, and in batches the commits that a stream would have grown by. */
const FOLLOW = ['dynamodb:BatchGetItem', 'dynamodb:Query'];
const APPEND = ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query'];
const QUERY = ['dynamodb:Query'];
const TAKE = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const SEND = ['sqs:SendMessage'];
const PAGES = { views: READ, 'views/index/board': QUERY, 'views/index/desk': QUERY };

/** What a door may sign for. No door reads what arrives or what is sealed, and nobody deletes. */
const UPLOAD = { 'files/incoming/*': ['s3:PutObject'] };
const SERVE = { 'files/published/*': ['s3:GetObject'] };

/** Who may do what. Whatever is not here is a change of authority and belongs in a review. */
const AUTHORITY: Record<string, Record<string, string[]>> = {
  // Among the views it may only count attempts of strangers, look at desks before an item is closed, and count what a
  // report counts: see below.
  commands: {
    record: APPEND,
    views: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    'views/index/desk': QUERY,
    ...UPLOAD,
  },
  // Among the views it may only say when a screen was last heard of: see below.
  site: { record: APPEND, ...UPLOAD, ...SERVE, ...PAGES, views: [...READ, 'dynamodb:PutItem'].sort() },
  queries: { record: FOLLOW, ...SERVE, ...PAGES },
  relay: {
    'record stream': ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    'record/stream/*': ['dynamodb:ListStreams'],
    bus: ['events:PutEvents'],
    'own dead letters': ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
  },
  projector: { record: FOLLOW, views: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'], 'own queue': TAKE },
  clock: { 'views/index/due': QUERY, 'due queue': SEND, 'own dead letters': SEND },
  'due-worker': { record: APPEND, views: READ, 'views/index/board': QUERY, 'due queue': TAKE },
  'on-item-submitted': { record: APPEND, 'own queue': TAKE },
  'on-item-approved': { record: APPEND, 'own queue': TAKE },
  'on-feedback-received': { record: APPEND, 'own queue': TAKE },
  // Of the views it knows where people are answered who wrote by mail: see below.
  'answer-mail': { record: FOLLOW, views: ['dynamodb:GetItem', 'dynamodb:PutItem'], 'own queue': TAKE },
  'plan-deliveries': { record: APPEND, views: READ, 'views/index/board': QUERY, 'own queue': TAKE },
  'send-delivery': { record: APPEND, views: ['dynamodb:GetItem', 'dynamodb:PutItem'], 'own queue': TAKE },
  'open-period': { record: APPEND, views: READ, 'opening queue': SEND, 'own dead letters': SEND },
  'open-ledgers': { record: APPEND, 'opening queue': TAKE },
  'keep-ledger': { record: APPEND, 'own queue': TAKE },
  'on-duty-alert': { record: APPEND, views: READ, 'own queue': TAKE },
  'send-digest': { record: APPEND, 'own queue': TAKE },
  'inspect-file': {
    record: APPEND,
    'own queue': TAKE,
    'files/incoming/*': ['s3:GetObject'],
    'files/sealed/*': ['s3:PutObject'],
    'files/published/*': ['s3:PutObject'],
  },
  'daily-scan': {
    record: APPEND,
    views: READ,
    'views/index/due': QUERY,
    'due queue': SEND,
    'opening queue': SEND,
    'own dead letters': SEND,
  },
};

const SIGN_IN = ['OIDC_CLIENT_ID', 'OIDC_ISSUER'];
/** What each is told, besides the name of the service. */
const KNOWLEDGE: Record<string, string[]> = {
  commands: [
    'DISPLAY_MASTER_KEY',
    'DISTRICT',
    'DISTRICT_ADMINISTRATOR',
    'FILES_BUCKET',
    'LOG_TABLE',
    'VIEWS_TABLE',
    ...SIGN_IN,
  ],
  site: [
    'BOARD_FRAME_ANCESTORS',
    'DISPLAY_MASTER_KEY',
    'DISTRICT',
    'FILES_BUCKET',
    'LOG_TABLE',
    'PUBLIC_URL',
    'VIEWS_TABLE',
    ...SIGN_IN,
  ],
  queries: ['DISTRICT', 'FILES_BUCKET', 'LOG_TABLE', 'VIEWS_TABLE', ...SIGN_IN],
  relay: ['EVENT_BUS'],
  projector: ['DISTRICT', 'LOG_TABLE', 'VIEWS_TABLE'],
  clock: ['DUE_QUEUE_URL', 'VIEWS_TABLE'],
  'due-worker': ['DISTRICT', 'LOG_TABLE', 'VIEWS_TABLE'],
  'on-item-submitted': ['LOG_TABLE'],
  'on-item-approved': ['LOG_TABLE'],
  'on-feedback-received': ['DISTRICT', 'LOG_TABLE'],
  'answer-mail': ['DISPLAY_MASTER_KEY', 'LOG_TABLE', 'MAIL_SENDER', 'PUBLIC_URL', 'SMTP_URL', 'VIEWS_TABLE'],
  'plan-deliveries': ['LOG_TABLE', 'VIEWS_TABLE'],
  'send-delivery': ['DISPLAY_MASTER_KEY', 'LOG_TABLE', 'PUBLIC_URL', 'VIEWS_TABLE'],
  'open-period': ['DISTRICT', 'LOG_TABLE', 'OPENING_QUEUE_URL', 'VIEWS_TABLE'],
  'open-ledgers': ['DISTRICT', 'LOG_TABLE'],
  'keep-ledger': ['DISTRICT', 'LOG_TABLE'],
  'on-duty-alert': ['DISTRICT', 'LOG_TABLE', 'VIEWS_TABLE'],
  'send-digest': ['DISPLAY_MASTER_KEY', 'DISTRICT', 'LOG_TABLE', 'MAIL_SENDER', 'PUBLIC_URL', 'SMTP_URL'],
  'inspect-file': ['FILES_BUCKET', 'LOG_TABLE'],
  'daily-scan': ['DISTRICT', 'DUE_QUEUE_URL', 'LOG_TABLE', 'OPENING_QUEUE_URL', 'VIEWS_TABLE'],
};

describe('every function', () => {
  test('is deployed, with the settings of the house', () => {
    expect(
      functions()
        .map(([, name]) => name)
        .sort(),
    ).toEqual([...FUNCTION_NAMES].sort());
    for (const [, name, { Properties }] of functions()) {
      expect(Properties, name).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        LoggingConfig: { LogFormat: 'JSON' },
      });
      expect(Properties.MemorySize, name).toBeGreaterThanOrEqual(512);
      // Photos are unpacked in memory; nothing else needs more than a door.
      expect(Properties.MemorySize, name).toBeLessThanOrEqual(name === 'inspect-file' ? 2048 : 1024);
      expect(Properties.FunctionName, name).toBeUndefined();
    }
  });

  test('may do exactly this', () => {
    const actual = Object.fromEntries(
      functions().map(([, name, { Properties }]) => [
        name,
        grantsOf(templates.referent(Properties.Role) ?? ''),
      ]),
    );
    expect(actual).toEqual(AUTHORITY);
  });

  test('puts into the views only as the projector, or under the key of what is no view: heartbeats of screens, counts of reads', () => {
    const isPut = ({ Action, Resource }: Statement) =>
      list(Action).includes('dynamodb:PutItem') && list(Resource).some((each) => subject(each) === 'views');
    const keys = functions().flatMap(([, name, { Properties }]) =>
      statementsOfRole(templates.referent(Properties.Role) ?? '')
        .filter(isPut)
        .map(({ Condition }) => `${name} ${JSON.stringify(Condition)}`),
    );
    const under = (key: string) =>
      JSON.stringify({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [key] } });
    expect(keys).toContain(`site ${under('ORG#*#SCREENS')}`);
    expect(keys).toContain(`site ${under('ORG#*#READS')}`);
    for (const each of keys) expect(each).toMatch(/^projector |"dynamodb:LeadingKeys":\["ORG#\*#[A-Z]+"\]/);
  });

  test('reads views for commands only where one rests on them: desks, opinions and requests', () => {
    const [, , commands] = functions().find(([, name]) => name === 'commands') ?? [];
    const asking = statementsOfRole(templates.referent(commands?.Properties.Role) ?? '').filter(
      ({ Action, Resource }) =>
        list(Action).includes('dynamodb:Query') &&
        list(Resource).some((each) => subject(each)?.startsWith('views')),
    );
    const keys = asking.map(({ Resource, Condition }) => [list(Resource).map(subject), Condition]);
    const under = (...leading: string[]) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leading },
    });
    expect(keys).toEqual([
      [['views/index/desk'], under('ORG#*#DESK')],
      [['views'], under('ORG#*#FEEDBACK', 'ORG#*#ENQUIRY')],
    ]);
  });

  test('is told exactly this', () => {
    const actual = Object.fromEntries(
      functions().map(([, name, { Properties }]) => {
        return [name, Object.keys(Properties.Environment?.Variables ?? {}).sort()];
      }),
    );
    const sorted = Object.fromEntries(
      Object.entries(KNOWLEDGE).map(([name, told]) => [name, told.toSorted()]),
    );
    expect(actual).toEqual(sorted);
  });

  test('has a role of its own', () => {
    const roles = functions().map(([, , { Properties }]) => templates.referent(Properties.Role));
    expect(new Set(roles).size).toBe(FUNCTION_NAMES.length);
  });

  test('gets the master key of the displays by reference, never by value', () => {
    const keys = functions()
      .map(([, , { Properties }]) => Properties.Environment.Variables.DISPLAY_MASTER_KEY)
      .filter(Boolean);
    for (const key of keys) expect(key['Fn::Join'][1][0]).toBe('{{resolve:secretsmanager:');
    expect(keys).toHaveLength(5);
  });
});

describe('policies', () => {
  function everyStatement(): Statement[] {
    return templates.all.flatMap((template) =>
      Object.values(template.resources).flatMap(({ Properties }) =>
        [Properties.PolicyDocument, Properties.ResourcePolicy?.PolicyDocument]
          .filter(Boolean)
          .flatMap((document) => document.Statement),
      ),
    );
  }

  test('allow no wildcard action and no wildcard resource', () => {
    const allowing = everyStatement().filter(({ Effect }) => Effect === 'Allow');
    expect(allowing.length).toBeGreaterThan(30);
    expect(allowing.flatMap(({ Action }) => list(Action)).filter((action) => action.includes('*'))).toEqual(
      [],
    );
    // The one explained exception, `<record>/stream/*`, stands in the table of authority above.
    expect(allowing.flatMap(({ Resource }) => list(Resource)).filter((resource) => resource === '*')).toEqual(
      [],
    );
  });

  test('let nobody change or delete a row of any table', () => {
    const actions = everyStatement()
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => list(Action))
      .filter((action) => action.startsWith('dynamodb:'));
    expect(actions).toContain('dynamodb:PutItem');
    expect(
      actions.filter((action) => /Update|Delete|BatchWrite|Transact|PartiQL|Execute/.test(action)),
    ).toEqual([]);
  });

  test('are our own, not managed ones', () => {
    for (const template of templates.all) {
      for (const [id, { Properties }] of template.ofType('AWS::IAM::Role')) {
        expect(Properties.ManagedPolicyArns, id).toBeUndefined();
      }
    }
  });
});
