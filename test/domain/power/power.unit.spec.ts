import { describe, expect, it } from 'vitest';
import type { PowerCommand, PowerCommandOf, PowerCommandType } from '../../../domain/power/commands.ts';
import { powerDecider } from '../../../domain/power/power.ts';
import { POWER_REFUSALS } from '../../../domain/power/refusals.ts';
import { OUTCOME_GROUNDS, POWER_OUTCOMES } from '../../../domain/power/vocabulary.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { SCHOOL } from '../item/school.ts';

const say = <T extends PowerCommandType>(
  type: T,
  data: PowerCommandOf<T>['data'],
  person: string = 'li',
): PowerCommand =>
  ({
    type,
    data,
    facts: { organisation: SCHOOL },
    now: '2026-09-01T01:00:00.000Z',
    actor: { kind: 'person', person, organisation: 'dongfang' },
  }) as PowerCommand;

const entry = { name: '研究“三重一大”事项', basis: '支部工作条例', reason: '清理' };
const collective = { kind: 'collective' } as const;
const leader = { kind: 'leader', person: 'zhou', post: '书记' } as const;
const record = (changes: object = {}) => say('RecordPower', { ...entry, holder: collective, ...changes });
const publish = (audience: 'party' | 'public' = 'party', person: string = 'zhou') =>
  say('PublishPowers', { audience, reason: '会议通过' }, person);

const both = given(powerDecider)
  .when(record())
  .when(record({ holder: leader }));

describe('the power register', () => {
  it('names its entries itself, and never twice', () => {
    const { state } = both.when(say('RemovePower', { power: 'p-1', reason: '并入' })).when(record());
    expect(state.powers.map(({ id }) => id)).toEqual(['p-2', 'p-3']);
  });

  it('has one entry of a name for each holder, who is on the roster', () => {
    both.when(record()).thenRefused('power-twice', { power: 'p-1' });
    both.when(say('RevisePower', { power: 'p-2', ...entry, holder: collective })).thenRefused('power-twice');
    both.when(record({ holder: { ...leader, person: 'a-stranger' } })).thenRefused('power-holder-unknown');
    both.when(say('RevisePower', { power: 'p-1', ...entry, holder: collective })).then([]);
  });

  it('[HZ-27] keeps its findings, each with one of four outcomes', () => {
    expect(Object.values(POWER_OUTCOMES)).toEqual(['纠正', '理清', '明确', '强化']);
    expect(Object.values(OUTCOME_GROUNDS)).toEqual([
      '超越职权范围',
      '职能交叉',
      '权责不清',
      '履行职能不到位',
    ]);
    const finding = { power: 'p-1', outcome: 'clarified', problem: '职责交叉', measure: '重新分工' } as const;
    const found = both.when(say('RecordFinding', finding));
    const revised = found.when(
      say('RevisePower', { power: 'p-1', ...entry, name: '议事', holder: collective }),
    );
    expect(revised.state.powers[0]).toMatchObject({ name: '议事', findings: [{ outcome: 'clarified' }] });
    both.when(say('RecordFinding', { ...finding, power: 'p-9' })).thenRefused('power-unknown');
  });

  it('[HZ-26] is published in versions, with both levels', () => {
    given(powerDecider).when(record()).when(publish()).thenRefused('register-incomplete', {
      missing: '领导干部个人',
    });
    const first = both.when(publish());
    first.when(publish()).thenRefused('register-unchanged', { version: 1 });
    const second = first
      .when(say('RemovePower', { power: 'p-1', reason: '并入' }))
      .when(record())
      .when(publish('public'));
    expect(second.state.editions.map(({ version, audience }) => [version, audience])).toEqual([
      [1, 'party'],
      [2, 'public'],
    ]);
    expect(second.state.editions[0]?.powers.map(({ id }) => id)).toEqual(['p-1', 'p-2']);
  });

  it('is compiled by the office and published by the leading group', () => {
    both.when(publish('party', 'li')).thenRefused('not-permitted');
    both
      .when(say('RemovePower', { power: 'p-1', reason: '并入' }, 'teacher-wu'))
      .thenRefused('not-permitted');
  });

  it('waits for nobody', () => {
    expect(powerDecider.nextDue(both.state)).toBeUndefined();
  });
});

it('every refusal is provoked somewhere', () => {
  expect(unexercised(POWER_REFUSALS, import.meta.dirname)).toEqual([]);
});
