import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface FunctionFixture {
  /** Source of `index.mjs`; it has `fetch` but no packages. */
  readonly code: string;
  readonly properties?: Record<string, unknown>;
}

export interface AssemblyFixture {
  readonly resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  readonly functions?: Record<string, FunctionFixture>;
  readonly template?: Record<string, unknown>;
}

/** A folder that goes when the test ends; use it as the state folder, or write a cloud assembly into it. */
export function scratchFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Writes what `cdk synth` would: a manifest, one stack, and an asset folder a function. */
export function writeAssembly(
  folder: string,
  { resources, functions = {}, template = {} }: AssemblyFixture,
): string {
  const files: Record<string, unknown> = {};
  const all: Record<string, unknown> = { ...resources };
  for (const [name, { code, properties = {} }] of Object.entries(functions)) {
    const asset = join(folder, `asset.${name}`);
    mkdirSync(asset, { recursive: true });
    writeFileSync(join(asset, 'index.mjs'), code);
    files[name] = { source: { path: `asset.${name}` }, destinations: { here: { objectKey: `${name}.zip` } } };
    all[name] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Timeout: 10,
        ...properties,
      },
    };
  }
  const manifest = {
    artifacts: {
      Test: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Test.template.json' } },
    },
  };
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('manifest.json', manifest);
  write('Test.assets.json', { files });
  write('Test.template.json', { ...template, Resources: all });
  return folder;
}

/** A function that appends its event, and what `extra` makes of it, to the file named by NOTES. */
export const NOTE_TAKER = `
import { appendFileSync } from 'node:fs';
export const note = (value) => appendFileSync(process.env.NOTES, JSON.stringify(value) + '\\n');
`;

/** An unsigned call of an engine's JSON API. */
export async function aws(endpoint: string, target: string, body: unknown): Promise<Record<string, unknown>> {
  const service = target.startsWith('AmazonSQS')
    ? 'sqs'
    : target.startsWith('AWSEvents')
      ? 'events'
      : 'dynamodb';
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/cn-north-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${target}: ${response.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

const attribute = (name: string) => ({ 'Fn::GetAtt': name.split('.') });

/** A table with a stream. Key: `key`, a text. */
export const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'key', AttributeType: 'S' }],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  },
};

/** An event source mapping from `source` (an attribute such as `Table.StreamArn`) to a function. */
export const mapping = (source: string, target: string, properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: attribute(source),
    FunctionName: { Ref: target },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ...properties,
  },
});

/** An HTTP API whose routes all lead to one function. */
export const httpApi = (target: string, ...routeKeys: string[]) => ({
  Api: { Type: 'AWS::ApiGatewayV2::Api' },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: attribute(`${target}.Arn`),
    },
  },
  ...Object.fromEntries(
    routeKeys.map((RouteKey, index) => [
      `Route${index}`,
      {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: { RouteKey, Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] } },
      },
    ]),
  ),
});
