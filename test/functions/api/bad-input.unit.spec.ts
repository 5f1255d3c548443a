import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_OPERATIONS, type CommandOperation } from '../../../functions/api/operations.ts';
import { fillPath } from '../../../functions/api/routing.ts';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { GOOD_BODIES } from './bodies.ts';
import { draft, openSchools } from './school.ts';
import { type Answer, startWorld, type World } from './world.ts';

let world: World;
let item: string;
/** In the record before anything bad is sent. */
let commits: number;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
  item = (await draft(world)).split('/').at(-1) ?? '';
  commits = await world.commits();
}, 60_000);
afterAll(() => world?.stop());

/** Whatever was sent, nothing was written. */
afterEach(async () => expect(await world.commits()).toBe(commits));

const pathOf = ({ path }: CommandOperation) =>
  fillPath(path, {
    organisation: SCHOOL,
    item,
    row: 'b-17',
    change: 'change-1',
    template: 'kindergarten',
    power: 'p-1',
    feedback: 'no-such-opinion',
    enquiry: 'no-such-request',
    topic: 'no-such-topic',
    visit: 'no-such-visit',
    followup: 'no-such-follow-up',
    case: 'no-such-case',
    survey: 'no-such-survey',
    activity: 'no-such-activity',
    campaign: 'no-such-campaign',
    decision: 'no-such-decision',
    display: 'no-such-display',
    robot: 'no-such-robot',
    issuer: 'chengjiang',
    news: 'no-such-news',
    circular: 'no-such-circular',
    unit: 'hezui',
    filing: 'no-such-filing',
    period: '2026Q3',
    year: '2026',
    signal: 'one-form',
  });

/** Sends it as somebody who may do a lot. */
async function refused(operation: CommandOperation, sent: { body?: unknown; raw?: string }): Promise<Answer> {
  const answer = await world.call(operation.method, pathOf(operation), { person: PEOPLE.office, ...sent });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  return answer;
}

/** Every problem says in both languages what, where and why. */
function expectProblem(answer: Answer, field: string, code: string): void {
  expect(answer.status, answer.text).toBe(400);
  expect(answer.body).toMatchObject({
    type: '/problems/input-malformed',
    status: 400,
    code: 'input-malformed',
  });
  const error = answer.body.errors.find((each: { field: string }) => each.field === field);
  expect(error, `${field} in ${answer.text}`).toMatchObject({ field, code });
  expect(error.zh).toMatch(/\p{Script=Han}/u);
  expect(error.en).toMatch(/^[ -~“”’]+$/);
}

/** Paths of the texts in a body, deepest ones included. */
function textsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...path]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function withText(body: unknown, [key, ...deeper]: readonly string[], text: unknown): unknown {
  if (key === undefined) return text;
  const copy = structuredClone(body) as Record<string, unknown>;
  copy[key] = withText(copy[key], deeper, text);
  return copy;
}

describe.each(COMMAND_OPERATIONS.map((operation) => [operation.id, operation] as const))(
  '%s',
  (id, operation) => {
    const good = GOOD_BODIES[id] ?? {};

    it('refuses an unknown field', async () => {
      expectProblem(
        await refused(operation, { body: { ...good, surprise: 1 } }),
        'surprise',
        'field-unknown',
      );
    });

    it('refuses a body that is no object', async () => {
      for (const body of [[], 'text', 7, null, true]) {
        const answer = await refused(operation, { body });
        expect(answer.status, answer.text).toBe(400);
      }
    });

    it('refuses a body that is not JSON, not UTF-8 text, or not called JSON', async () => {
      expect((await refused(operation, { raw: '{"a":' })).body.errors[0].code).toBe('json-broken');
      const answer = await world.call(operation.method, pathOf(operation), {
        person: PEOPLE.office,
        raw: 'a=b',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(answer.status).toBe(415);
    });

    const texts = textsIn(good);
    it.runIf(texts.length > 0)(
      'refuses wrong types, over-long texts and control characters in every text',
      async () => {
        for (const path of texts) {
          const field = path.join('.');
          const wrong = await refused(operation, { body: withText(good, path, { not: 'a text' }) });
          expect(wrong.status, `${field}: ${wrong.text}`).toBe(400);
          const long = await refused(operation, { body: withText(good, path, '长'.repeat(30_000)) });
          expect(long.status, `${field}: ${long.text}`).toBe(400);
          // What a machine hands over loses them instead.
          for (const hidden of operation.signed ? [] : ['a\u0000b', 'a\u202eb', 'a\u0085b']) {
            const answer = await refused(operation, { body: withText(good, path, hidden) });
            expectProblem(answer, field, 'text-control-characters');
          }
        }
      },
    );

    it('refuses more than the door takes, before it looks at it', async () => {
      const answer = await refused(operation, { raw: JSON.stringify({ text: 'x'.repeat(140_000) }) });
      expect(answer.status).toBe(413);
    });

    it.skipIf(operation.anonymous || operation.signed)(
      'asks whoever has not signed in to do so',
      async () => {
        const answer = await world.call(operation.method, pathOf(operation), { body: good });
        expect(answer.status).toBe(401);
        expect(answer.headers['www-authenticate']).toContain('Bearer');
        expect(answer.body.code).toBe('not-signed-in');
      },
    );
  },
);

describe('a body', () => {
  it('is known here for every operation, and good', async () => {
    expect(Object.keys(GOOD_BODIES).sort()).toEqual(COMMAND_OPERATIONS.map(({ id }) => id).sort());
    for (const { id, body } of COMMAND_OPERATIONS)
      expect((await body()).safeParse(GOOD_BODIES[id]).error, id).toBeUndefined();
  });

  it('may not be nested without end', async () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const [operation] = COMMAND_OPERATIONS;
    const answer = await refused(operation as CommandOperation, { raw: deep });
    expect(answer.body.errors[0].code).toBe('too-deep');
  });

  it('may not smuggle a prototype', async () => {
    const operation = COMMAND_OPERATIONS.find(({ id }) => id === 'submitItem') as CommandOperation;
    const answer = await refused(operation, { raw: '{"__proto__": {"admin": true}}' });
    expectProblem(answer, '__proto__', 'field-unknown');
  });

  it('gets every error at once', async () => {
    const operation = COMMAND_OPERATIONS.find(({ id }) => id === 'proposeItem') as CommandOperation;
    const answer = await refused(operation, { body: { title: '', forms: [], surprise: 1 } });
    const codes = Object.fromEntries(
      answer.body.errors.map((error: { field: string; code: string }) => [error.field, error.code]),
    );
    expect(codes).toMatchObject({
      title: 'text-empty',
      text: 'field-missing',
      forms: 'too-small',
      surprise: 'field-unknown',
    });
  });
});
