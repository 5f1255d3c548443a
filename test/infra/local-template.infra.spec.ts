import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartProblem } from '../../infra/local/problem.ts';
import { Secrets } from '../../infra/local/secrets.ts';
import { readTemplate } from '../../infra/local/template.ts';
import { type AssemblyFixture, scratchFolder, writeAssembly } from './local-fixture.ts';

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: {} };
const ADDRESSES = { http: 'http://127.0.0.1:1', sqs: 'http://127.0.0.1:2' };

function read(fixture: AssemblyFixture, parameters: Record<string, string> = {}, state?: string) {
  using folder = scratchFolder();
  writeAssembly(folder.path, fixture);
  return readTemplate({ folder: folder.path, parameters, addresses: ADDRESSES, secrets: new Secrets(state) });
}

/** What CloudFormation would make of a value. */
function resolve(value: unknown, template: Record<string, unknown> = {}, parameters = {}): unknown {
  const resources = { Queue: QUEUE, Probe: { Type: 'AWS::Events::EventBus', Properties: { Value: value } } };
  return read({ resources, template }, parameters).resources('AWS::Events::EventBus')[0]?.properties.Value;
}

const QUEUE_ARN = 'arn:aws-cn:sqs:cn-north-1:000000000000:Test-Queue';

describe('intrinsics', () => {
  const template = {
    Parameters: { Given: { Type: 'String' }, Defaulted: { Type: 'String', Default: 'd' } },
    Mappings: { M: { 'cn-north-1': { endpoint: 'com.cn' } } },
    Conditions: {
      Yes: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'cn-north-1'] },
      No: { 'Fn::Not': [{ Condition: 'Yes' }] },
      Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
      Either: { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    },
  };
  it.each<[string, unknown, unknown]>([
    ['a plain value', { a: [1, 'x', true, null] }, { a: [1, 'x', true, null] }],
    ['Ref of a resource', { Ref: 'Queue' }, 'http://127.0.0.1:2/000000000000/Test-Queue'],
    ['Ref of a parameter', { Ref: 'Given' }, 'g'],
    ['the default of a parameter', { Ref: 'Defaulted' }, 'd'],
    [
      'pseudo parameters',
      [{ Ref: 'AWS::Partition' }, { Ref: 'AWS::URLSuffix' }],
      ['aws-cn', 'amazonaws.com.cn'],
    ],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, QUEUE_ARN],
    ['Fn::GetAtt as a text', { 'Fn::GetAtt': 'Queue.QueueName' }, 'Test-Queue'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Given' }]] }, 'a-g'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax.
    ['Fn::Sub', { 'Fn::Sub': '${Given}/${Queue.QueueName}/${!Literal}' }, 'g/Test-Queue/${Literal}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax.
    ['Fn::Sub with variables', { 'Fn::Sub': ['${x}', { x: { Ref: 'Given' } }] }, 'g'],
    ['Fn::Select and Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'endpoint'] }, 'com.cn'],
    ['Fn::If', [{ 'Fn::If': ['Yes', 1, 2] }, { 'Fn::If': ['No', 1, 2] }], [1, 2]],
    ['Fn::And and Fn::Or', [{ 'Fn::If': ['Both', 1, 2] }, { 'Fn::If': ['Either', 1, 2] }], [2, 1]],
    [
      'AWS::NoValue',
      { keep: 1, drop: { Ref: 'AWS::NoValue' }, list: [{ Ref: 'AWS::NoValue' }, 2] },
      { keep: 1, list: [2] },
    ],
  ])('resolve: %s', (_, value, expected) => {
    expect(resolve(value, template, { Given: 'g' })).toEqual(expected);
  });

  it.each<[string, unknown, RegExp]>([
    ['an unknown intrinsic', { 'Fn::Transform': {} }, /Fn::Transform/],
    ['a reference to nothing', { Ref: 'Nobody' }, /Nobody/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Queue', 'Colour'] }, /Colour of Queue \(AWS::SQS::Queue\)/],
    ['a parameter without value', { Ref: 'Given' }, /Parameter Given/],
    ['an unknown dynamic reference', '{{resolve:ssm:/x:1}}', /resolve:ssm/],
  ])('refuse %s in a sentence', (_, value, message) => {
    expect(() => resolve(value, template)).toThrow(StartProblem);
    expect(() => resolve(value, template)).toThrow(message);
  });
});

describe('templates', () => {
  it('refuses a resource type that cannot run here, by logical id and type', () => {
    const resources = { Pool: { Type: 'AWS::Cognito::UserPool' } };
    expect(() => read({ resources })).toThrow(/Pool \(AWS::Cognito::UserPool, Test\)/);
  });

  it('lists what it leaves out, with a reason', () => {
    const { ignored, all } = read({ resources: { Role: { Type: 'AWS::IAM::Role' } } });
    expect(ignored).toEqual([
      { stack: 'Test', logicalId: 'Role', type: 'AWS::IAM::Role', reason: expect.any(String) },
    ]);
    expect(all).toEqual([]);
  });

  it('says how to get a template when there is none', () => {
    using folder = scratchFolder();
    const options = {
      folder: folder.path,
      parameters: {},
      addresses: ADDRESSES,
      secrets: new Secrets(undefined),
    };
    expect(() => readTemplate(options)).toThrow(/cdk synth/);
  });

  it('makes a secret once and keeps it for the owner only', () => {
    using state = scratchFolder();
    const secret = {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true } },
    };
    const value = { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Key' }, ':SecretString:::}}']] };
    const resources = { Key: secret, Probe: { Type: 'AWS::Events::EventBus', Properties: { Value: value } } };
    const get = () =>
      read({ resources }, {}, state.path).resources('AWS::Events::EventBus')[0]?.properties.Value;
    const first = get();
    expect(first).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(get()).toBe(first);
    const file = join(state.path, 'secrets.json');
    expect(readFileSync(file, 'utf8')).toContain(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
