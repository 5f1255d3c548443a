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

/** A function with a cache of its own, and how to see which calls a command makes in it. */
function startFunction() {
  const log = new DynamoLog(engine.client, table);
  const items = new ItemCommands(log, new Aggregates(log));
  return async (id: string, type: 'ProposeItem' | 'SubmitItem' | 'ScreenItem'): Promise<string[]> => {
    calls.length = 0;
    await items.issue(new OrgScope(SCHOOL), id, {
      type,
      data: type === 'ProposeItem' ? CONTENT : {},
      now: new Date().toISOString(),
      actor: { kind: 'person', person: PEOPLE.clerk, organisation: SCHOOL },
      commandId: `${type}-${id}`,
      correlation: id,
      isNew: type === 'ProposeItem',
    });
    return [...calls];
  };
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
