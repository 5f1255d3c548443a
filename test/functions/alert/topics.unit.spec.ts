import { beforeEach, describe, expect, it } from 'vitest';
import { type Alert, isDutyAlert } from '../../../domain/alert/alert.ts';
import { linesOf } from '../../../domain/alert/digest-text.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import type { TopicCommandType } from '../../../domain/topic/commands.ts';
import { AlertWorld, SCHOOL } from './alert-world.ts';

const ID = 'topic-one';
const TITLE = '校车租赁合同';
const CLERK: Actor = { kind: 'person', person: 'zhou-min', organisation: SCHOOL.organisation };

let world: AlertWorld;
beforeEach(() => {
  world = new AlertWorld();
  world.now = '2026-12-01T01:00:00.000Z';
});

async function issue(type: TopicCommandType, data: object, actor: Actor = CLERK): Promise<void> {
  const common = { now: world.now, actor, commandId: `${type}-${world.now}`, correlation: 'test' };
  await world.topics.issue(SCHOOL, ID, { ...common, type, data, supporter: 'somebody' } as never);
  await world.settle();
}
const raise = () =>
  issue('RaiseTopic', { title: TITLE, audience: 'public' }, { kind: 'system', name: 'visitor' });
const refuse = () => issue('RefuseTopic', { ground: 'not-held', reason: '合同由区里统一签订。' });

const alerts = () =>
  world.recorded('DIGEST').flatMap(({ event: { type, data } }) => {
    if (type !== 'AlertNoted') return [];
    const { addressee, alert } = data as unknown as { addressee: { id: string }; alert: Alert };
    return [{ to: addressee.id, alert }];
  });
const told = () =>
  alerts().map(({ to, alert }) => `${to} ${isDutyAlert(alert) ? `${alert.kind} ${alert.step}` : ''}`);

/** Long after any answer was due. */
const LATE = '2027-02-01T01:00:00.000Z';

describe('a topic', () => {
  it('that nobody answered in time climbs the ladder, without a word of what is asked', async () => {
    await raise();
    expect(told()).toEqual([]);
    await world.at(LATE);
    expect(told()).toContain('chen-guang overdue T+1');
    const lines = linesOf(
      alerts().map(({ alert }) => alert),
      SCHOOL.organisation,
      true,
    );
    expect(lines[0]?.text).toMatch(/^逾期：群众关注事项，回应期限2026年12月/);
    expect(lines[0]?.about).toEqual({ organisation: SCHOOL.organisation, topic: ID });
    expect(JSON.stringify([world.recorded('DIGEST'), world.mails])).not.toContain(TITLE);
  });

  it('tells those who were told once it is answered, and nobody when that was in time', async () => {
    await raise();
    await world.at(LATE);
    const before = told();
    expect(before.length).toBeGreaterThan(0);
    await refuse();
    expect(told().slice(before.length).toSorted()).toEqual(
      before.map((line) => line.replace('overdue', 'met')).toSorted(),
    );

    world = new AlertWorld();
    world.now = '2026-12-01T01:00:00.000Z';
    await raise();
    await refuse();
    await world.at(LATE);
    expect(told()).toEqual([]);
  });
});
