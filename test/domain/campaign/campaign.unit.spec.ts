import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { campaignDecider } from '../../../domain/campaign/campaign.ts';
import { campaignCardOf } from '../../../domain/campaign/card.ts';
import type {
  CampaignCommandOf,
  CampaignCommandType,
  CampaignFacts,
} from '../../../domain/campaign/commands.ts';
import { CRITERIA, type Criterion } from '../../../domain/campaign/criteria.ts';
import { missed, type Proof, stageState, type UnitProofs } from '../../../domain/campaign/progress.ts';
import { CAMPAIGN_REFUSALS } from '../../../domain/campaign/refusals.ts';
import { type CampaignState, campaignHistory } from '../../../domain/campaign/state.ts';
import { alertTime } from '../../../domain/duty/ladder.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { addDays, endOfDay, startOfDay } from '../../../domain/kernel/time.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { CLOCK, DISTRICT, person } from '../item/school.ts';

const NOW = startOfDay('2023-04-01');
const FACTS: CampaignFacts = {
  organisation: DISTRICT,
  calendar: calendarOf({}),
  units: ['dongfang', 'hezui'],
  behind: {},
  open: { 0: [], 1: [], 2: [], 3: [] },
};
const issue = <Type extends CampaignCommandType>(
  type: Type,
  data: CampaignCommandOf<Type>['data'],
  {
    by = person('qu-office'),
    now = NOW,
    facts = {},
  }: { by?: Actor; now?: string; facts?: Partial<CampaignFacts> } = {},
) => ({ type, data, now, actor: by, facts: { ...FACTS, ...facts } }) as CampaignCommandOf<Type>;

/** As the village school was told. */
const STAGES: CampaignCommandOf<'PlanCampaign'>['data']['stages'] = [
  { name: '宣传发动', from: '2023-04-01', until: '2023-04-15', closes: ['leading-group', 'scheme'] },
  { name: '清理内容', from: '2023-04-15', until: '2023-04-30', closes: ['register', 'ledger'] },
  { name: '公开实施', from: '2023-05-01', until: '2023-05-31', closes: ['mandated-rows', 'training'] },
  { name: '总结完善', from: '2023-12-01', until: '2023-12-31', closes: ['report'] },
];
const PLAN = { title: '全面推进党务公开', stages: STAGES };
const plan = (changes: object = {}) => issue('PlanCampaign', { ...PLAN, ...changes });
const nothing = () => given(campaignDecider);
const planned = (changes: object = {}) => nothing().when(plan(changes));
const pass = (now: string, behind: CampaignFacts['behind']) =>
  issue('TimePassed', {}, { by: CLOCK, now, facts: { behind } });
const END = endOfDay('2023-04-15');
const ended = () => planned().when(pass(END, { 0: ['hezui'] }));
/** When the next stage is over, whatever is said before that. */
const whenEnded = (state: CampaignState) =>
  campaignDecider.nextDue(state && { ...state, stages: state.stages.map(({ steps: _, ...stage }) => stage) });
const cardOf = (state: CampaignState) => {
  if (!state) throw new Error('there is no campaign');
  return campaignCardOf(state, { id: 'one', organisation: 'qu' });
};

describe('PlanCampaign', () => {
  test('keeps stages in their order and wakes when the first one is over', () => {
    planned().then([{ type: 'CampaignPlanned', data: { ...PLAN, steps: expect.any(Array) } }]);
    expect(whenEnded(planned().state)).toBe(END);
    planned().when(plan()).thenRefused('campaign-exists');
    const wrong = (index: number, dates: object) =>
      nothing()
        .when(plan({ stages: STAGES.map((stage, at) => (at === index ? { ...stage, ...dates } : stage)) }))
        .thenRefused('campaign-stage-dates', { field: `stages.${index}.until` });
    wrong(0, { until: '2023-03-31' });
    wrong(1, { from: '2023-03-31' });
    wrong(2, { from: '2023-04-20', until: '2023-04-29' });
  });

  test('is for organisations below, planned by those who propose here', () => {
    planned({ units: ['hezui', 'hezui'] }).then([
      { type: 'CampaignPlanned', data: { ...PLAN, units: ['hezui'], steps: expect.any(Array) } },
    ]);
    planned({ units: ['hezui', 'elsewhere'] }).thenRefused('campaign-unit-elsewhere', { field: 'units.1' });
    nothing()
      .when(issue('PlanCampaign', PLAN, { by: person('li') }))
      .thenRefused('not-permitted');
    planned({ about: '电话 13812345678' }).thenRefused('campaign-holds-personal-data', { field: 'about' });
  });
});

describe('a stage', () => {
  test('ends by the clock, and the record keeps who was behind', () => {
    ended().thenTypes('StageEnded', 'LadderStepReached');
    expect(ended().events[0]?.data).toEqual({ stage: 0, behind: ['hezui'] });
    planned()
      .when(pass(startOfDay('2023-04-15'), {}))
      .thenTypes('LadderStepReached');
    ended().when(pass(END, {})).then([]);
    expect(whenEnded(ended().state)).toBe(endOfDay('2023-04-30'));
    const late = planned().when(
      pass(startOfDay('2023-06-01'), { 0: [], 1: ['hezui'], 2: ['dongfang', 'hezui'] }),
    );
    expect(late.events.filter(({ type }) => type === 'StageEnded')).toHaveLength(3);
    expect(() => campaignDecider.decide(pass(END, {}), planned().state)).toThrow('nobody looked');
  });

  test('leaves a task while somebody is behind and has not been told', () => {
    expect(cardOf(planned().state).waits).toEqual([
      { kind: 'hold-training', since: startOfDay('2023-05-01'), due: endOfDay('2023-05-31') },
    ]);
    const urging = { kind: 'urge-stage', since: END };
    expect(cardOf(ended().state).waits).toContainEqual(urging);
    expect(cardOf(ended().state).stages.map(({ behind }) => behind)).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ]);
    const nobody = planned().when(pass(END, { 0: [] }));
    expect(cardOf(nobody.state).waits).not.toContainEqual(urging);
    const note = { stage: 0, note: '请于本周内成立领导小组。' };
    const urge = (behind: readonly string[], now = END) =>
      issue('UrgeStage', note, { now, facts: { behind: { 0: behind } } });
    const told = ended().when(urge(['hezui']));
    told.then([{ type: 'StageUrged', data: { ...note, behind: ['hezui'] } }]);
    expect(cardOf(told.state).waits).not.toContainEqual(urging);
    ended().when(urge([])).thenRefused('campaign-nobody-behind');
    planned()
      .when(urge(['hezui'], NOW))
      .thenRefused('campaign-stage-running', { until: '2023-04-15' });
    ended()
      .when(issue('UrgeStage', { ...note, stage: 7 }, { now: END }))
      .thenRefused('campaign-stage-unknown', { field: 'stage' });
  });

  test('speaks on each step of the ladder of those who have not closed it, until nobody is left', () => {
    const look = (day: string, open: readonly string[]) =>
      issue('TimePassed', {}, { by: CLOCK, now: alertTime(day), facts: { open: { 0: open } } });
    // The first stage ends on a Saturday, so its steps count from the Friday.
    const steps = ['2023-04-05', '2023-04-11'];
    expect(campaignDecider.nextDue(planned().state)).toBe(alertTime('2023-04-05'));
    planned()
      .when(look('2023-04-04', ['hezui']))
      .then([]);
    const first = planned().when(look('2023-04-05', ['dongfang', 'hezui']));
    const data = { stage: 0, dueOn: '2023-04-15', says: 'due-soon' } as const;
    first.then([
      { type: 'LadderStepReached', data: { ...data, step: 'T-7', behind: ['dongfang', 'hezui'] } },
    ]);
    first.when(look('2023-04-05', ['hezui'])).then([]);
    expect(campaignDecider.nextDue(first.state)).toBe(alertTime(steps[1] ?? ''));
    const second = first.when(look('2023-04-11', ['hezui']));
    second.then([{ type: 'LadderStepReached', data: { ...data, step: 'T-3', behind: ['hezui'] } }]);
    const done = second.when(look('2023-04-13', []));
    done.then([{ type: 'LadderStepReached', data: { ...data, step: 'T-1', behind: [] } }]);
    done.when(look('2023-04-14', ['hezui'])).then([]);
    expect(campaignDecider.nextDue(done.state)).toBe(END);
    expect(() => campaignDecider.decide(look('2023-04-26', []), planned().state)).toThrow('nobody looked');
  });

  test('is not spoken of before it begins, and anew when it is moved', () => {
    const stages = [{ ...STAGES[0], from: '2023-04-12' }] as typeof STAGES;
    expect(campaignDecider.nextDue(planned({ stages }).state)).toBe(alertTime('2023-04-13'));
    const dates = { stage: 0, from: '2023-04-12', until: '2023-04-20', reason: '学校放假' };
    const moved = planned({ stages }).when(issue('MoveStage', dates));
    expect(campaignDecider.nextDue(moved.state)).toBe(alertTime('2023-04-17'));
  });

  test('may be given other dates, and then runs again', () => {
    const dates = { stage: 0, from: '2023-04-01', until: '2023-04-20', reason: '学校放假' };
    const moved = ended().when(issue('MoveStage', dates, { now: END }));
    moved.thenTypes('StageMoved');
    expect(whenEnded(moved.state)).toBe(endOfDay('2023-04-20'));
    expect(cardOf(moved.state).waits.map(({ kind }) => kind)).toEqual(['hold-training']);
    moved.when(issue('MoveStage', dates, { now: END })).then([]);
    ended()
      .when(issue('MoveStage', { ...dates, until: '2023-05-01' }, { now: END }))
      .thenRefused('campaign-stage-dates', { field: 'until' });
  });

  test('asks nothing any more once the campaign was withdrawn', () => {
    const gone = ended().when(issue('WithdrawCampaign', { reason: '另行部署' }));
    expect(campaignDecider.nextDue(gone.state)).toBeUndefined();
    expect(cardOf(gone.state).waits).toEqual([]);
    gone.when(issue('WithdrawCampaign', { reason: '再次' })).thenRefused('campaign-withdrawn');
    nothing()
      .when(issue('WithdrawCampaign', { reason: '没有' }))
      .thenRefused('campaign-unknown');
  });
});

const NONE: UnitProofs = {
  'leading-group': [],
  scheme: [],
  register: [],
  ledger: [],
  'mandated-rows': [],
  mobilisation: [],
  training: [[]],
  disclosure: [],
  report: [],
};
const proof = (on: string): Proof => ({ on, kind: 'item', organisation: 'hezui', id: 'one' });
const STAGE = { name: '公开实施', from: '2023-08-20', until: '2023-09-30' };
const stateOf = (closes: Criterion[], proofs: Partial<UnitProofs>, today: string) =>
  stageState({ ...STAGE, closes }, { ...NONE, ...proofs }, today);

describe('what the record says of a unit', () => {
  test('closes a stage with the last criterion that is met, late after its last day', () => {
    const both = (group: string, scheme: string) =>
      stateOf(
        ['leading-group', 'scheme'],
        { 'leading-group': [proof(group)], scheme: [proof(scheme)] },
        '2023-12-01',
      );
    expect(both('2020-01-01', '2023-09-30')).toMatchObject({ state: 'closed', on: '2023-09-30' });
    expect(missed(both('2020-01-01', '2023-09-30'))).toBe(false);
    expect(both('2023-10-01', '2023-09-01')).toMatchObject({ state: 'closed', on: '2023-10-01', late: true });
    expect(missed(both('2023-10-01', '2023-09-01'))).toBe(true);
  });

  test('leaves it not begun, open, and then behind since the day after', () => {
    const half = (today: string) => stateOf(['ledger', 'register'], { ledger: [proof('2023-08-21')] }, today);
    expect(['2023-08-19', '2023-08-20', '2023-09-30', '2023-10-01'].map((day) => half(day).state)).toEqual([
      'not-begun',
      'open',
      'open',
      'behind',
    ]);
    expect(half('2023-12-24').on).toBe('2023-10-01');
    expect(half('2023-12-24').criteria.map(({ proof: found }) => found?.on)).toEqual([
      '2023-08-21',
      undefined,
    ]);
  });

  test('counts a disclosure, a training, a meeting and a report from the first day of the stage only', () => {
    for (const criterion of ['disclosure', 'mobilisation', 'report'] as const) {
      expect(CRITERIA[criterion].counts).toBe('since');
      const on = (...days: string[]) => stateOf([criterion], { [criterion]: days.map(proof) }, '2023-10-01');
      expect(on('2023-08-19').state).toBe('behind');
      expect(on('2023-08-19', '2023-08-20')).toMatchObject({ state: 'closed', on: '2023-08-20' });
    }
    const heads = (...each: string[][]) =>
      stateOf(['training'], { training: each.map((days) => days.map(proof)) }, '2023-10-01');
    expect(heads(['2023-08-25'], ['2023-09-01'])).toMatchObject({ state: 'closed', on: '2023-09-01' });
    expect(heads(['2023-08-25'], ['2023-07-01'])).toMatchObject({
      state: 'behind',
      criteria: [{ criterion: 'training', parts: { done: 1, of: 2 } }],
    });
    expect(heads([]).state).toBe('behind');
  });

  test('closes on the first disclosure of the last of the mandatory rows, and not without any row', () => {
    const rows = (...days: (string | undefined)[]) =>
      stateOf(
        ['mandated-rows'],
        { 'mandated-rows': days.map((day) => (day ? proof(day) : undefined)) },
        '2023-09-01',
      );
    expect(rows('2023-01-01', '2023-08-30')).toMatchObject({ state: 'closed', on: '2023-08-30' });
    expect(rows('2023-01-01', undefined)).toMatchObject({
      state: 'open',
      criteria: [{ parts: { done: 1, of: 2 } }],
    });
    expect(rows().state).toBe('open');
  });

  test('never opens a stage again: what is closed on a day is closed on the same day for ever', () => {
    const days = fc.integer({ min: 0, max: 120 }).map((count) => addDays('2023-07-15', count));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 4 }), days, days, (proofs, one, other) => {
        const disclosure = proofs.toSorted().map(proof);
        const [early, late] = [one, other].toSorted() as [string, string];
        const [before, after] = [early, late].map((today) => stateOf(['disclosure'], { disclosure }, today));
        if (before?.state === 'closed') {
          expect(after).toEqual(before);
          expect(before.on && before.on <= early).toBe(true);
        }
        if (before?.state === 'behind') expect(after?.state).not.toBe('open');
      }),
      { numRuns: 200 },
    );
  });
});

test('every refusal is provoked', () => {
  expect(unexercised(CAMPAIGN_REFUSALS, import.meta.dirname)).toEqual([]);
  expect(campaignHistory.initial).toBeUndefined();
});
