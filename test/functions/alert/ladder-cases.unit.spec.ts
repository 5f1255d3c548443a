import { beforeEach, describe, expect, it } from 'vitest';
import { caseDecider } from '../../../domain/supervision/case/case.ts';
import { SCHOOL } from './alert-world.ts';
import { over } from './ladder-climb.ts';
import { by, LadderWorld } from './ladder-world.ts';

const ID = LadderWorld.ID;
let world: LadderWorld;
beforeEach(() => {
  world = new LadderWorld({ CASE: caseDecider });
});

describe('a case', () => {
  const SECRETS = ['逾期不公开', '情节较轻', '并非本人'];
  beforeEach(() => {
    for (const [scope, id, body] of [
      [SCHOOL, 'accused', 'office'],
      [SCHOOL, 'watcher', 'supervision-group'],
      [SCHOOL, 'second', 'leading-group'],
    ] as const) {
      const person = { id, name: id, partyMember: true, staff: true, email: `${id}@example.edu.cn` };
      world.write(
        scope,
        'ORGANISATION',
        scope.organisation,
        { type: 'PeopleRegistered', data: { people: [person] } },
        { type: 'SeatFilled', data: { person: id, body, position: 'member', from: '2026-01-01' } },
      );
    }
    world.write(SCHOOL, 'ROBOT', 'group-robot', {
      type: 'RobotRegistered',
      data: { kind: 'wecom', name: '校务群', base: 'https://example.org/', key: 'sealed', ending: 'abcd' },
    });
  });
  const step = (type: string, data: object, person: string) =>
    world.do({ kind: 'CASE', type, data, by: by(person) });
  const decide = async () => {
    await step('OpenCase', { person: 'accused', fact: '逾期不公开。', basis: '条例' }, 'watcher');
    await step('DecideCase', { measure: 'notice', reason: '情节较轻。' }, 'chen-guang');
  };
  const appeal = () => step('AppealCase', { text: '并非本人负责。' }, 'accused');
  const silentOn = (secrets: readonly string[]) => {
    const out = JSON.stringify([world.recorded('DIGEST'), world.mails, world.groups]);
    for (const secret of secrets) expect(out).not.toContain(secret);
  };

  it('reminds the person alone of the time to appeal, and is silent when that is over', async () => {
    await decide();
    await world.mornings('2026-12-22', '2026-12-28', '2026-12-30', '2026-12-31');
    await world.mornings('2027-01-04', '2027-01-05', '2027-01-20');
    expect(world.heard).toEqual([
      'accused due-soon T-7',
      'accused due-soon T-3',
      'accused due-soon T-1',
      'accused due-soon T',
    ]);
    expect(world.linesFor('accused', SCHOOL)[0]).toEqual({
      text: '即将到期：一件问责事项，申诉期限2026年12月31日',
      about: { organisation: SCHOOL.organisation, case: ID },
    });
    silentOn(SECRETS);
  });

  it('reminds whoever has to answer the appeal, then the group that opened it, and nobody else', async () => {
    await decide();
    await appeal();
    await world.mornings('2026-12-30', '2026-12-31', '2027-01-04', '2027-01-11');
    // The head decided before, so those left of the leading group decide.
    const deciders = ['ma-yuan', 'second'];
    expect([...new Set(world.heard)].toSorted()).toEqual(
      [
        ...['due-soon T-1', 'due-soon T'].flatMap((said) => deciders.map((who) => `${who} ${said}`)),
        ...['overdue T+1', 'escalated T+5'].flatMap((said) =>
          [...deciders, 'watcher'].map((who) => `${who} ${said}`),
        ),
      ].toSorted(),
    );
    const before = world.heard;
    await step('DecideAppeal', { result: 'upheld', reason: '事实清楚。' }, 'ma-yuan');
    expect(world.since(before)).toEqual(over(before, 'met', 'T+5'));
    expect(world.linesFor('watcher', SCHOOL).map(({ text }) => text)).toEqual([
      '已处理申诉：一件问责事项，不再提醒',
    ]);
    silentOn([...SECRETS, 'accused@', '事实清楚', '校务群']);
    expect(world.groups).toEqual([]);
  });

  it('tells the person who appealed that they need not be reminded, and of an answer in time nobody', async () => {
    await decide();
    await world.mornings('2026-12-30');
    await appeal();
    await step('DecideAppeal', { result: 'revoked', reason: '事实不清。' }, 'ma-yuan');
    await world.mornings('2027-02-01');
    expect(world.heard).toEqual(['accused due-soon T-1', 'accused met T-1']);
  });
});
