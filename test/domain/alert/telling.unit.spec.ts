import { describe, expect, test } from 'vitest';
import { bulletinOf } from '../../../domain/alert/bulletin.ts';
import { linesOf } from '../../../domain/alert/digest-text.ts';
import { ALERT_REFUSALS } from '../../../domain/alert/refusals.ts';
import { reportOf } from '../../../domain/alert/reporting.ts';
import { robotDecider, type SealedRobot } from '../../../domain/alert/robot-registry.ts';
import { DEFAULT_DUTY_RULES } from '../../../domain/duty/rules.ts';
import type { Ledger } from '../../../domain/duty/state.ts';
import { organisationDecider } from '../../../domain/organisation/decider.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { alertOf, CLERK, DAY, NINE, SYSTEM } from './samples.ts';

const AT = '2026-12-22T01:00:00.000Z';

function house(id: string, ...seats: readonly (readonly [body: string, position: string, person: string])[]) {
  const { state } = given(organisationDecider, [
    { type: 'OrganisationOnboarded', data: { name: id, shortName: id, kind: 'branch' } },
    ...seats.map(
      ([body, position, person]) =>
        ({ type: 'SeatFilled', data: { body, position, person, from: '2026-01-01' } }) as never,
    ),
  ]);
  if (!state) throw new Error('no organisation');
  return { id, organisation: state };
}

describe('a digest that was given up', () => {
  const digest = {
    addressee: CLERK,
    day: DAY,
    alerts: [alertOf()],
    stage: 'given-up' as const,
    attempt: 1,
    channel: 'mail' as const,
    failure: 'mail-refused' as const,
  };
  const report = { stream: 'ORG#yunxi#DIGEST#x', digest, to: '周敏', at: AT };
  const told = (...houses: Parameters<typeof reportOf>[1]) =>
    reportOf(report, houses).map(({ organisation, addressee }) => `${organisation} ${addressee.id}`);

  test('is reported to the head of the office', () => {
    expect(told(house('yunxi', ['office', 'member', CLERK.id], ['office', 'head', 'lin-hui']))).toEqual([
      'yunxi lin-hui',
    ]);
  });

  test('is never reported to whom it did not reach, but to the superior', () => {
    const own = house('yunxi', ['office', 'head', CLERK.id]);
    expect(told(own, house('chengjiang', ['office', 'head', 'qiu-lan']))).toEqual(['chengjiang qiu-lan']);
  });

  test('is not reported when it was a report itself', () => {
    const alerts = reportOf(report, [house('yunxi', ['office', 'head', 'lin-hui'])]).map(
      ({ alert }) => alert,
    );
    expect(alerts).toHaveLength(1);
    const again = { ...report, digest: { ...digest, alerts } };
    expect(reportOf(again, [house('yunxi', ['office', 'head', 'lin-hui'])])).toEqual([]);
  });
});

describe('what a digest says', () => {
  test('is a line for each duty of one’s own, and a line for each school below', () => {
    const school = (id: string, count: number) =>
      alertOf({
        kind: 'overdue',
        organisation: { id, name: id },
        duties: Array.from({ length: count }, (_, index) => ({ id: `b-${index}`, due: '2026-12-31' })),
      });
    const lines = linesOf([alertOf({ kind: 'overdue' }), school('a1', 3), school('a2', 14)], 'yunxi', true);
    expect(lines.map(({ text }) => text)).toEqual([
      '逾期：党费收缴，公开期限2026年12月31日',
      'a1：逾期3项，最早期限2026年12月31日',
      'a2：逾期14项，最早期限2026年12月31日',
    ]);
  });

  test('leaves out what is over by now', () => {
    const lines = linesOf([alertOf(), alertOf({ kind: 'met' })], 'yunxi', true);
    expect(lines.map(({ text }) => text)).toEqual(['已公开：党费收缴，不再提醒']);
  });

  test('tells what happened in the system only, since that may be for the Party', () => {
    const alert = alertOf({ duties: [{ id: 'p-1', due: DAY, name: '干部任免', what: '副校长人选' }] });
    expect(linesOf([alert], 'yunxi', true)[0]?.text).toContain('副校长人选');
    expect(JSON.stringify(linesOf([alert], 'yunxi', false))).not.toContain('副校长人选');
  });
});

describe('the bulletin list', () => {
  const duty = { kind: 'periodic', row: 'b-05', from: '2026-10-01', due: '2026-12-31' } as const;
  const ledger = {
    steps: ['T', 'T+5', 'T+10'],
    duties: {
      named: { ...duty, id: 'named', step: 2 },
      early: { ...duty, id: 'early', step: 1 },
      unspoken: { ...duty, id: 'unspoken', step: -1 },
      met: { ...duty, id: 'met', step: 2, met: { on: '2027-01-10' } },
      waived: {
        ...duty,
        id: 'waived',
        step: 2,
        waived: { ground: 'reorganisation', note: '', by: 'x', at: NINE },
      },
    },
  } as unknown as Ledger;

  test('names the open duties of which the step was spoken that has it', () => {
    expect(bulletinOf(ledger, DEFAULT_DUTY_RULES, '2027-01-15').map(({ id }) => id)).toEqual(['named']);
  });
});

describe('a group robot', () => {
  const sealed: SealedRobot = {
    kind: 'wecom',
    name: '工作群',
    base: 'https://x',
    key: 'sealed1.a',
    ending: 'aaaa',
  };
  const register = (data: SealedRobot, mayKeep = true) =>
    ({ type: 'RegisterRobot', data, now: AT, actor: SYSTEM, facts: { mayKeep } }) as const;
  const remove = {
    type: 'RemoveRobot',
    data: { reason: '群已解散' },
    now: AT,
    actor: SYSTEM,
    facts: { mayKeep: true },
  } as const;

  test('is registered once, by the office, and removed', () => {
    given(robotDecider)
      .when(register(sealed))
      .then([{ type: 'RobotRegistered', data: sealed }]);
    given(robotDecider).when(register(sealed)).when(register(sealed)).thenRefused('robot-exists');
    given(robotDecider).when(register(sealed, false)).thenRefused('not-permitted');
    given(robotDecider).when(register(sealed)).when(remove).thenTypes('RobotRemoved');
    given(robotDecider).when(register(sealed)).when(remove).when(remove).thenRefused('robot-unknown');
  });

  test('has to sign where the platform knows signatures', () => {
    given(robotDecider)
      .when(register({ ...sealed, kind: 'feishu' }))
      .thenRefused('robot-secret-missing', { field: 'secret' });
    given(robotDecider)
      .when(register({ ...sealed, kind: 'feishu', secret: 'sealed1.b' }))
      .thenTypes('RobotRegistered');
  });
});

test('every refusal is provoked somewhere', () => {
  // The shell refuses a wrong address: test/functions/alert/flow.unit.spec.ts.
  expect(unexercised(ALERT_REFUSALS, 'test/domain/alert')).toEqual(['robot-address-wrong']);
});
