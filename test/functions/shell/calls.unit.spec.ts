import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DynamoLog } from '../../../functions/adapters/log.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { ItemCommands } from '../../../functions/shell/item-commands.ts';
import { District, itemId } from '../../bench/district.ts';
import { CONTENT, onItem } from '../../bench/school.ts';
import { PEOPLE, SCHOOL, type Step } from '../../support/school.ts';
import { dynoxide, type Engine } from '../adapters/engines.ts';
import { createTables } from '../adapters/tables.ts';

const calls: string[] = [];
let engine: Engine;
let table: string;
let district: District;

beforeAll(async () => {
  engine = await dynoxide();
  table = (await createTables(engine.client)).log;
  engine.client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        calls.push(String(commandName).replace(/Command$/, ''));
        return next(args);
      },
    { step: 'initialize' },
  );
  district = new District(new DynamoLog(engine.client, table));
  await district.open();
}, 60_000);
afterAll(() => engine?.stop());

type Issue = (
  id: string,
  type: 'ProposeItem' | 'SubmitItem' | 'ScreenItem',
  request?: { readonly expectedVersion?: number },
) => Promise<string[]>;

/** A function with a cache of its own, and how to see which calls a command makes in it. */
function startFunction(trustMs = 0): Issue & { readonly aggregates: Aggregates } {
  const log = new DynamoLog(engine.client, table);
  const aggregates = new Aggregates(log, { trustMs });
  const items = new ItemCommands(log, aggregates);
  const issue: Issue = async (id, type, request) => {
    calls.length = 0;
    await items.issue(new OrgScope(SCHOOL), id, {
      type,
      data: type === 'ProposeItem' ? CONTENT : {},
      now: new Date().toISOString(),
      actor: { kind: 'person', person: PEOPLE.clerk, organisation: SCHOOL },
      commandId: `${type}-${id}`,
      correlation: id,
      isNew: type === 'ProposeItem',
      ...request,
    });
    return [...calls];
  };
  return Object.assign(issue, { aggregates });
}

const elsewhere = (step: Step) => district.issue(step);

describe('a command of a warm function', () => {
  it('makes two calls: one look at all that it rests on, and the put', async () => {
    const issue = startFunction();
    await issue(itemId(1), 'ProposeItem');
    expect(await issue(itemId(2), 'ProposeItem')).toEqual(['BatchGetItem', 'PutItem']);
    expect(await issue(itemId(2), 'SubmitItem')).toEqual(['BatchGetItem', 'PutItem']);
  });

  it('reads only what another function has added to, and decides on that', async () => {
    const issue = startFunction();
    await issue(itemId(3), 'ProposeItem');
    await elsewhere(onItem(itemId(3), 'SubmitItem', PEOPLE.clerk));
    await elsewhere(onItem(itemId(3), 'ReturnItem', PEOPLE.office, { reason: '请写明地点。' }));
    expect(await issue(itemId(3), 'SubmitItem')).toEqual(['BatchGetItem', 'Query', 'PutItem']);
  });

  it('reads no catalogue for what is not about a text', async () => {
    const issue = startFunction();
    await issue(itemId(6), 'ProposeItem');
    await issue(itemId(6), 'SubmitItem');
    const cold = startFunction();
    const [item, organisation, superior] = ['Query', 'Query', 'Query'];
    expect(await cold(itemId(6), 'ScreenItem')).toEqual([item, organisation, superior, 'PutItem']);
  });
});

describe('a command of a function that trusts what it has just seen', () => {
  /** Longer than this test: nothing here waits for time to pass. */
  const LONG = 3_600_000;

  it('is the put and nothing else', async () => {
    const issue = startFunction(LONG);
    await issue(itemId(11), 'ProposeItem');
    expect(await issue(itemId(12), 'ProposeItem')).toEqual(['PutItem']);
    expect(await issue(itemId(12), 'SubmitItem')).toEqual(['PutItem']);
  });

  it('finds out by the put that another function was faster, and decides again on what is there', async () => {
    const issue = startFunction(LONG);
    await issue(itemId(13), 'ProposeItem');
    await elsewhere(onItem(itemId(13), 'SubmitItem', PEOPLE.clerk));
    await elsewhere(onItem(itemId(13), 'ReturnItem', PEOPLE.office, { reason: '请写明地点。' }));
    expect(await issue(itemId(13), 'SubmitItem')).toEqual(['PutItem', 'BatchGetItem', 'Query', 'PutItem']);
  });

  it('tells whoever names an old version which one is current, at the cost of a put', async () => {
    const issue = startFunction(LONG);
    await issue(itemId(14), 'ProposeItem');
    await elsewhere(onItem(itemId(14), 'SubmitItem', PEOPLE.clerk));
    const late = issue(itemId(14), 'SubmitItem', { expectedVersion: 1 });
    await expect(late).rejects.toMatchObject({ code: 'version-conflict', details: { current: 2 } });
    expect(calls).toEqual(['PutItem', 'BatchGetItem', 'Query']);
  });

  it('asks again once in doubt', async () => {
    const issue = startFunction(LONG);
    await issue(itemId(15), 'ProposeItem');
    expect(issue.aggregates.doubt()).toBe(true);
    expect(await issue(itemId(15), 'SubmitItem')).toEqual(['BatchGetItem', 'PutItem']);
  });

  it('trusts a version that the caller vouches for when its own time is over', async () => {
    const issue = startFunction(Number.MIN_VALUE);
    await issue(itemId(16), 'ProposeItem');
    await elsewhere(onItem(itemId(16), 'SubmitItem', PEOPLE.clerk));
    const late = issue(itemId(16), 'SubmitItem', { expectedVersion: 1 });
    await expect(late).rejects.toMatchObject({ code: 'version-conflict' });
    expect(calls.slice(0, 2)).toEqual(['BatchGetItem', 'PutItem']);
    await issue(itemId(17), 'ProposeItem');
    await elsewhere(onItem(itemId(17), 'SubmitItem', PEOPLE.clerk));
    await expect(issue(itemId(17), 'SubmitItem')).rejects.toMatchObject({ code: 'wrong-stage' });
    expect(calls).toEqual(['BatchGetItem', 'Query']);
  });
});

describe('a command of a function that trusts nothing', () => {
  it('is refused by what another function has just changed, however warm it is', async () => {
    const issue = startFunction();
    await issue(itemId(4), 'ProposeItem');
    const organisation = { aggregate: 'organisation', parameters: { organisation: SCHOOL } } as const;
    const leave = { body: 'office', position: 'member', person: PEOPLE.clerk, until: '2026-01-02' };
    await elsewhere({ ...organisation, command: 'VacateSeat', person: PEOPLE.office, data: leave });
    await expect(issue(itemId(5), 'ProposeItem')).rejects.toMatchObject({ code: 'not-permitted' });
    expect(calls).toEqual(['BatchGetItem', 'Query']);
  });
});
