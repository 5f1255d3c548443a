import { describe, expect, it } from 'vitest';
import { calendarCommands } from '../../../domain/calendar/commands.ts';
import { displayCommands } from '../../../domain/display/commands.ts';
import { dutyCommands } from '../../../domain/duty/commands-schema.ts';
import { enquiryCommands } from '../../../domain/enquiry/commands.ts';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { fileCommands } from '../../../domain/file/commands.ts';
import { itemCommands } from '../../../domain/item/commands.ts';
import { mailboxCommands } from '../../../domain/mailbox/commands.ts';
import { ballotCommands, surveyCommands } from '../../../domain/survey/commands.ts';
import { topicCommands } from '../../../domain/topic/commands.ts';
import { openApiDocument } from '../../../functions/api/openapi.ts';
import { COMMAND_OPERATIONS } from '../../../functions/api/operations.ts';
import { READS } from '../../../functions/api/reads.ts';

// biome-ignore lint/suspicious/noExplicitAny: a JSON document is looked into
const document = JSON.parse(JSON.stringify(await openApiDocument())) as any;
const METHODS = ['get', 'head', 'post', 'put', 'delete'];
// biome-ignore lint/suspicious/noExplicitAny: as above
const operations: [string, string, any][] = Object.entries(document.paths).flatMap(([path, entry]) =>
  Object.entries(entry as object).map(
    ([method, operation]) => [path, method, operation] as [string, string, object],
  ),
);

/** Every place that points somewhere else in the document. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 with what that asks for', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    for (const [path, method, operation] of operations) {
      expect(path).toMatch(/^\/v1\//);
      expect(METHODS).toContain(method);
      expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
      for (const response of Object.values<{ description?: string; $ref?: string }>(operation.responses)) {
        expect(response.description ?? response.$ref).toBeTruthy();
      }
    }
  });

  it('holds every route, and nothing that is no route', () => {
    const routes = [
      ...COMMAND_OPERATIONS.map(({ method, path }) => `${method.toLowerCase()} ${path}`),
      ...READS.flatMap(({ path }) => [`get ${path}`, `head ${path}`]),
    ];
    expect(operations.map(([path, method]) => `${method} ${path}`).sort()).toEqual(routes.sort());
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('has one id for each operation and declares each path parameter', () => {
    const ids = operations.map(([, , operation]) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, , operation] of operations) {
      const declared = operation.parameters
        .filter((parameter: { in: string }) => parameter.in === 'path')
        .map(({ name }: { name: string }) => name);
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('points only to what it holds', () => {
    for (const reference of referencesIn(document)) {
      const found = reference
        .replace('#/', '')
        .split('/')
        .reduce((value, key) => value?.[key], document);
      expect(found, reference).toBeDefined();
    }
  });

  it('describes bodies closed, with their limits', () => {
    const body = document.paths['/v1/organisations/{organisation}/items'].post.requestBody;
    const schema = body.content['application/json'].schema;
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties.title).toMatchObject({ type: 'string', maxLength: 120 });
    expect(schema.required).toContain('releasePlan');
  });
});

const TABLES = [
  itemCommands,
  fileCommands,
  feedbackCommands,
  enquiryCommands,
  displayCommands,
  dutyCommands,
  calendarCommands,
  topicCommands,
  surveyCommands,
  ballotCommands,
  mailboxCommands,
];

describe('the table of operations', () => {
  it('has every command that people may issue, and none of the system', () => {
    const issued = new Set(COMMAND_OPERATIONS.map(({ command }) => command));
    const system = new Set(['ScreenItem', 'TimePassed', 'ReportDelivery', 'RecordProbe', 'TakeDuplicate']);
    for (const command of TABLES.flatMap(Object.keys)) {
      expect(issued.has(command), command).toBe(!system.has(command));
    }
  });
});
