import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../domain/item/card.ts';
import { missingParts } from '../../../domain/item/life-meeting.ts';
import { stagesOf, tenseOf } from '../../../domain/item/state.ts';
import type { Policy } from '../../../domain/organisation/policy.ts';
import {
  approve,
  at,
  DECISION,
  drafted,
  FACTS,
  issue,
  itemOf,
  latestOf,
  NOW,
  nothing,
  passTime,
  propose,
  ROW,
  released,
  reviewed,
  submitted,
  withPolicy,
} from './school.ts';

const REQUIRED: Partial<Policy> = {
  decisionsRequired: { matters: ['major-decision', 'personnel'], fromYuan: 100_000 },
};
const STRICT = { facts: withPolicy(REQUIRED) };
const made = (isMade: boolean) => ({ facts: { ...STRICT.facts, decision: { isMade } } });
const cardIn = (state: Parameters<typeof itemOf>[0]) =>
  cardOf(itemOf(state), { id: 'one', organisation: 'dongfang' });

describe('a major, personnel or money matter', () => {
  test('points to a decision that was made before it is approved, where the policy asks for one', () => {
    reviewed(DECISION, STRICT).when(approve(STRICT)).thenRefused('decision-missing', { field: 'decision' });
    reviewed(DECISION).when(approve()).thenTypes('ApprovalStepPassed');
    const naming = { ...DECISION, decision: 'd-1' };
    nothing().when(propose(naming, STRICT)).thenRefused('item-decision-unknown', { field: 'decision' });
    reviewed(naming, made(false))
      .when(approve(made(false)))
      .thenRefused('decision-not-made');
    reviewed(naming, made(true))
      .when(approve(made(true)))
      .thenTypes('ApprovalStepPassed');
  });

  test('or says why there is none, which is screened like every text', () => {
    const excused = { ...DECISION, noDecision: '系统数据更新，无需另行决策。' };
    reviewed(excused, STRICT).when(approve(STRICT)).thenTypes('ApprovalStepPassed');
    const { state } = submitted({ ...excused, noDecision: '详询 13812345678。' }, STRICT);
    expect(latestOf(state).findings?.map(({ field }) => field)).toEqual(['noDecision']);
  });

  test('is one by its sum as well, and by the superior’s rule', () => {
    const spent = (yuan: number) => ({
      amounts: {
        unit: 'yuan' as const,
        lines: [{ label: '设备', cents: yuan * 100 }],
        totalCents: yuan * 100,
      },
    });
    reviewed(spent(100_000), STRICT).when(approve(STRICT)).thenRefused('decision-missing');
    reviewed(spent(99_999), STRICT).when(approve(STRICT)).thenTypes('ApprovalStepPassed', 'ItemApproved');
    const superior = FACTS.superior && {
      ...FACTS.superior,
      policy: { ...FACTS.superior.policy, ...REQUIRED },
    };
    const below = { facts: { ...FACTS, ...(superior && { superior }) } };
    reviewed(DECISION, below).when(approve(below)).thenRefused('decision-missing');
    const withheld = { kind: 'cannot' as const, ground: 'state-secret' as const, explanation: '涉密。' };
    reviewed({ ...DECISION, withheld }, STRICT)
      .when(approve(STRICT))
      .thenTypes('ApprovalStepPassed');
  });
});

test('[ZH-06] a sensitive flag adds the main leader’s signature and does not keep the matter from being disclosed', () => {
  const plain = reviewed().when(approve({ by: 'chen' }));
  expect(latestOf(plain.state).stage).toBe('approved');
  const first = reviewed({ sensitive: true }).when(approve({ by: 'chen' }));
  first.thenTypes('ApprovalStepPassed');
  expect(cardIn(first.state).waits).toMatchObject([
    { kind: 'approve', on: { content: { sensitive: true } } },
  ]);
  first.when(approve({ by: 'chen' })).thenRefused('not-permitted');
  const signed = first.when(approve({ by: 'zhou' }));
  signed.thenTypes('ApprovalStepPassed', 'ItemApproved');
  signed.when(passTime(NOW)).thenTypes('ItemReleased');
  const major = reviewed({ ...DECISION, sensitive: true })
    .when(approve())
    .when(approve());
  major.thenTypes('ApprovalStepPassed', 'ItemApproved');
});

describe('what is about particular people', () => {
  test('[DF-15] is checked for personal data before approval and never goes beyond its row', () => {
    const row = { ...ROW, audience: 'party' as const };
    const facts = { facts: { ...FACTS, row } };
    const wider = {
      title: '预备党员转正情况',
      aboutPeople: true,
      audience: 'unit' as const,
      releasePlan: [{ audience: 'unit' as const }],
      exception: '扩大公开范围。',
    };
    nothing().when(propose(wider, facts)).thenRefused('people-beyond-row', { allowed: 'party' });
    nothing()
      .when(propose({ ...wider, aboutPeople: false }, facts))
      .thenTypes('ItemProposed');
    nothing()
      .when(propose({ ...wider, aboutPeople: false, matter: 'personnel' }, facts))
      .thenRefused('people-beyond-row');
    const named = {
      title: '预备党员转正情况',
      aboutPeople: true,
      text: '李某，身份证号 11010519491231002X。',
    };
    reviewed(named, facts).when(approve(facts)).thenRefused('findings-open', { count: 1 });
    drafted(named, facts)
      .when(issue('SubmitItem', {}, facts))
      .when(issue('ReviewItem', CLEARED, facts))
      .thenRefused('screening-pending');
    const finding = latestOf(reviewed(named, facts).state).findings?.[0]?.id ?? '';
    reviewed(named, facts)
      .when(issue('MaskFinding', { finding }, { ...facts, by: 'wang' }))
      .when(approve(facts))
      .thenTypes('ApprovalStepPassed', 'ItemApproved');
  });
});

const OK = { ok: true };
const CLEARED = {
  verdicts: { content: OK, form: OK, audience: OK, time: OK, duration: OK },
  secrecy: { clear: true },
};

describe('a 民主生活会', () => {
  test('has three parts, and whichever is missing is listed until it is told', () => {
    const first = released({ lifeMeeting: ['opinions'] });
    const shown = latestOf(first.state).content;
    expect(missingParts(shown)).toEqual(['measures', 'feedback']);
    expect(cardIn(first.state).waits.map(({ kind }) => kind)).toEqual(['complete-parts']);
    expect(cardIn(released().state).waits).toEqual([]);
    const whole = released({ lifeMeeting: ['feedback', 'opinions', 'measures'] });
    expect(cardIn(whole.state).waits).toEqual([]);
    expect(missingParts({})).toEqual([]);
  });

  test('carries rectification actions, each with a due day and a status', () => {
    const stages = [
      { name: '修订议事规则', plannedOn: '2026-09-10' },
      { name: '开放校长接待日', plannedOn: '2026-09-20' },
    ];
    const told = released({ lifeMeeting: ['opinions', 'measures', 'feedback'], stages });
    expect(cardIn(told.state).waits).toMatchObject([
      { kind: 'complete-stage', stage: '修订议事规则', due: at('2026-09-11 00:00') },
    ]);
    const done = told.when(
      issue('CompleteStage', { stage: 0, completedOn: '2026-09-08' }, { now: at('2026-09-08 10:00') }),
    );
    expect(
      stagesOf(itemOf(done.state)).map(({ name, plannedOn, completedOn }) => [name, plannedOn, completedOn]),
    ).toEqual([
      ['修订议事规则', '2026-09-10', '2026-09-08'],
      ['开放校长接待日', '2026-09-20', undefined],
    ]);
    expect(cardIn(done.state).waits).toMatchObject([
      { stage: '开放校长接待日', due: at('2026-09-21 00:00') },
    ]);
  });
});

test('[DF-13] a practical deed keeps dated entries of its progress and shows the latest', () => {
  const entry = (text: string, percent: number, now: string) =>
    issue('RecordProgress', { text, percent }, { now: at(now) });
  const { state } = released({ title: '为教工办实事' })
    .when(entry('完成选址。', 30, '2026-09-05 09:00'))
    .when(entry('完成施工。', 80, '2026-10-05 09:00'));
  const { progress } = itemOf(state);
  expect(progress.map(({ percent, at: when }) => [percent, when])).toEqual([
    [30, at('2026-09-05 09:00')],
    [80, at('2026-10-05 09:00')],
  ]);
  expect([progress.at(-1)?.percent, tenseOf(itemOf(state))]).toEqual([80, 'under-way']);
});

test('a tender links the item with its notice and the one with its result, which are there', () => {
  const facts = { facts: { ...FACTS, tenderItems: ['notice-1'] } };
  const tender = { notice: 'notice-1' };
  const { state } = drafted({ tender }, facts);
  expect(latestOf(state).content.tender).toEqual(tender);
  nothing()
    .when(propose({ tender: { ...tender, result: 'result-1' } }, facts))
    .thenRefused('tender-item-unknown', { field: 'tender.result' });
  nothing().when(propose({ tender })).thenRefused('tender-item-unknown', { field: 'tender.notice' });
});
