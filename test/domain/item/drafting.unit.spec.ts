import { describe, expect, test } from 'vitest';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { itemCommands } from '../../../domain/item/commands.ts';
import { type ItemContent, itemContent } from '../../../domain/item/content.ts';
import {
  at,
  CONTENT,
  DECISION,
  drafted,
  FACTS,
  issue,
  itemOf,
  latestOf,
  nothing,
  OBJECTION,
  propose,
  ROW,
  released,
  reviewed,
  submit,
  submitted,
  withPolicy,
} from './school.ts';

describe('ProposeItem', () => {
  test('begins an item with its content', () => {
    nothing()
      .when(propose())
      .then([{ type: 'ItemProposed', data: CONTENT }]);
  });

  test('takes a seat that may propose', () => {
    nothing()
      .when(propose({}, { by: 'lin' }))
      .thenRefused('not-permitted');
    nothing()
      .when(propose({}, { by: { kind: 'system', name: 'x' } }))
      .thenRefused('not-permitted');
  });

  test('happens once', () => {
    drafted().when(propose()).thenRefused('item-exists');
  });

  test('[DF-21] needs row, audience and form to leave the hands of the proposer', () => {
    for (const field of ['row', 'audience', 'forms'] as const) {
      const { [field]: _left, ...rest } = CONTENT;
      expect(itemContent.safeParse(rest).success).toBe(false);
    }
    expect(itemContent.safeParse({ ...CONTENT, forms: [] }).success).toBe(false);
    expect(itemContent.safeParse(CONTENT).success).toBe(true);
  });

  test('[HZ-38] names who answers for it, from the roster', () => {
    const { accountable: _left, ...rest } = CONTENT;
    expect(itemContent.safeParse(rest).success).toBe(false);
    nothing()
      .when(propose({ accountable: 'stranger' }))
      .thenRefused('person-not-on-roster', { field: 'accountable' });
    expect(latestOf(released().state).content.accountable).toBe('li');
  });

  test('finds nobody under a name that every JavaScript object has', () => {
    nothing()
      .when(propose({ accountable: 'constructor' }))
      .thenRefused('person-not-on-roster');
  });

  test('checks every person it mentions', () => {
    const refused = (content: Parameters<typeof propose>[0], field: string) =>
      nothing().when(propose(content)).thenRefused('person-not-on-roster', { field });
    refused({ provider: { kind: 'person', person: 'stranger' } }, 'provider.person');
    refused({ named: ['wu', 'stranger'] }, 'named.1');
    refused(
      { responsibility: { leader: 'zhou', manager: 'stranger', executor: 'li' } },
      'responsibility.manager',
    );
  });

  test('takes a row of the catalogue', () => {
    const { row: _none, ...facts } = FACTS;
    nothing().when(propose({}, { facts })).thenRefused('row-unknown', { row: 'b-12' });
  });

  test('takes forms of the vocabulary', () => {
    nothing()
      .when(propose({ forms: ['飞鸽传书'] }))
      .thenRefused('form-unknown', { field: 'forms.0' });
  });

  test('[DF-18] takes forms and an audience that the row allows, or an exception on record', () => {
    const narrow = { ...FACTS, row: { ...ROW, forms: ['会议'], audience: 'party' as const } };
    nothing()
      .when(propose({}, { facts: narrow }))
      .thenRefused('exception-needed', { field: 'forms' });
    const wide = { forms: ['会议'], audience: 'unit' as const, releasePlan: [{ audience: 'unit' as const }] };
    nothing()
      .when(propose(wide, { facts: narrow }))
      .thenRefused('exception-needed', { field: 'audience' });
    nothing()
      .when(propose({ ...wide, exception: '全体教职工要求了解。' }, { facts: narrow }))
      .thenTypes('ItemProposed');
  });

  describe('[TZ-08] is compared to its row in content, form, time and audience, and a mismatch needs an exception on record:', () => {
    const staged = { stages: [{ name: '立项', plannedOn: '2026-10-01' }] };
    const cases: readonly [
      string,
      Partial<CatalogueRow>,
      Partial<ItemContent>,
      string,
      Partial<ItemContent>,
    ][] = [
      ['year', { year: 2025 }, {}, 'text', { text: '2025年党费收支情况。' }],
      ['term', { term: { from: 2021, until: 2024 } }, {}, 'text', { title: '2023年度任期目标完成情况' }],
      ['form', { forms: ['会议'] }, {}, 'forms', { forms: ['会议'] }],
      [
        'standing',
        { timing: 'standing' },
        { showUntil: '2026-12-31' },
        'showUntil',
        { showUntil: undefined },
      ],
      ['staged', { timing: 'staged' }, {}, 'stages', staged],
      [
        'prompt',
        { timing: 'prompt' },
        { releasePlan: [{ audience: 'party', at: at('2026-09-09 09:00') }] },
        'releasePlan',
        { releasePlan: [{ audience: 'party', at: at('2026-09-08 09:00') }] },
      ],
      [
        'audience',
        { audience: 'named' },
        {},
        'audience',
        { audience: 'named', named: ['wu'], releasePlan: [{ audience: 'named' }] },
      ],
    ];

    test.each(cases)('%s', (_, row, wrong, field, right) => {
      const facts = { ...FACTS, row: { ...ROW, ...row } };
      nothing().when(propose(wrong, { facts })).thenRefused('exception-needed', { field });
      // Also on the way to publication, where the row may have changed since the draft.
      drafted(wrong).when(submit({ facts })).thenRefused('exception-needed', { field });
      const excused = nothing().when(propose({ ...wrong, exception: '经党委同意。' }, { facts }));
      expect(latestOf(excused.state).content.exception).toBe('经党委同意。');
      nothing()
        .when(propose({ ...wrong, ...right }, { facts }))
        .thenTypes('ItemProposed');
    });
  });

  test('a 公示 says for how long, whom to ask and how to object', () => {
    nothing()
      .when(propose({ documentType: 'public-notice' }))
      .thenRefused('objection-terms-missing');
    nothing()
      .when(propose({ documentType: 'public-notice', objection: OBJECTION }))
      .thenTypes('ItemProposed');
  });

  test('[DF-16] [TZ-15] a table of money is refused when its total does not match its lines', () => {
    const lines = [
      { label: '一月至三月党费', cents: 123_456 },
      { label: '四月至六月党费', cents: 200_001 },
    ];
    nothing()
      .when(propose({ amounts: { unit: 'yuan', lines, totalCents: 323_458 } }))
      .thenRefused('amounts-do-not-add-up', { total: '3234.57' });
    nothing()
      .when(propose({ amounts: { unit: 'yuan', lines, totalCents: 323_457 } }))
      .thenTypes('ItemProposed');
  });

  test('links to a sister stream by a web address only', () => {
    const related = (url: string) =>
      itemContent.safeParse({ ...CONTENT, related: { stream: '校务', url } }).success;
    expect(related('https://school.example.cn/xiaowu/1')).toBe(true);
    expect(related('javascript:alert(1)')).toBe(false);
  });

  test('instants of any offset become one text that can be compared', () => {
    const plan = (at: string) =>
      itemContent.safeParse({ ...CONTENT, releasePlan: [{ audience: 'party', at }] }).data?.releasePlan[0]
        ?.at;
    expect(plan('2026-09-01T08:00:00+08:00')).toBe('2026-09-01T00:00:00.000Z');
    expect(plan('2026-09-01T00:00:00Z')).toBe('2026-09-01T00:00:00.000Z');
    expect(plan('2026-02-30T00:00:00Z')).toBeUndefined();
    expect(plan('9999-12-31T23:00:00Z')).toBeUndefined();
    expect(plan('tomorrow')).toBeUndefined();
  });
});

describe('the release plan', () => {
  test('names each audience once', () => {
    nothing()
      .when(propose({ releasePlan: [{ audience: 'party' }, { audience: 'party' }] }))
      .thenRefused('plan-repeats-audience');
  });

  test('ends at the audience of the item', () => {
    nothing()
      .when(propose({ audience: 'public' }))
      .thenRefused('plan-beyond-audience');
    nothing()
      .when(propose({ releasePlan: [{ audience: 'party' }, { audience: 'public' }] }))
      .thenRefused('plan-beyond-audience');
  });

  test('names the people when it reaches named people on the way', () => {
    const releasePlan = [{ audience: 'named' as const }, { audience: 'party' as const }];
    nothing().when(propose({ releasePlan })).thenRefused('named-people-missing');
    nothing()
      .when(propose({ releasePlan, named: ['wu'] }))
      .thenTypes('ItemProposed');
  });

  describe.each(['major-decision', 'personnel', 'vital-interest'] as const)(
    '[HZ-15] [DF-24] of a %s',
    (matter) => {
      const inside = { audience: 'party' as const, at: at('2026-09-02 09:00') };
      const outside = { audience: 'unit' as const, at: at('2026-09-03 09:00') };
      const plan = (...releasePlan: (typeof inside | typeof outside | { audience: 'unit' })[]) =>
        nothing().when(propose({ matter, audience: 'unit', forms: ['网站'], releasePlan }));

      test('goes inside first, outside later', () => plan(inside, outside).thenTypes('ItemProposed'));
      test('never at the same time', () =>
        plan(inside, { ...outside, at: inside.at }).thenRefused('outside-not-after-inside'));
      test('never outside before inside', () =>
        plan({ ...inside, at: at('2026-09-04 09:00') }, outside).thenRefused('outside-not-after-inside'));
      test('never outside at an unknown time', () =>
        plan(inside, { audience: 'unit' }).thenRefused('outside-not-after-inside', {
          field: 'releasePlan.1.at',
        }));
      test('never outside alone', () => plan(outside).thenRefused('outside-not-after-inside'));
    },
  );

  test('of an ordinary matter may go everywhere at once', () => {
    nothing()
      .when(propose({ ...DECISION, matter: 'ordinary', releasePlan: [{ audience: 'public' }] }))
      .thenTypes('ItemProposed');
  });

  test('leaves room on display for the last release, its period and the minimum', () => {
    const until = (showUntil: string, more: Parameters<typeof propose>[0] = {}) =>
      nothing().when(propose({ ...DECISION, ...more, showUntil }));
    until('2026-09-08').thenRefused('show-until-too-early', { earliest: '2026-09-09' });
    until('2026-09-09').thenTypes('ItemProposed');
    until('2026-09-15', { important: true }).thenRefused('show-until-too-early', { earliest: '2026-09-16' });
    until('2026-09-13', { objection: OBJECTION }).thenRefused('show-until-too-early', {
      earliest: '2026-09-14',
    });
    until('2026-09-16', { important: true }).thenTypes('ItemProposed');
  });

  test('the minimum display is the stricter of the school and its superior', () => {
    const important = { important: true, showUntil: '2026-09-08' };
    nothing().when(propose(important)).thenTypes('ItemProposed');
    const stricter = { ...FACTS, superior: withPolicy({ minimumDisplayDays: 10 }).organisation };
    nothing()
      .when(propose(important, { facts: stricter }))
      .thenRefused('show-until-too-early');
  });
});

describe('not disclosing', () => {
  const withheld = { kind: 'cannot', ground: 'personal-privacy', explanation: '涉及个人隐私。' } as const;

  test('[HZ-02] needs a ground from the list and a text', () => {
    const parses = (value: object) => itemContent.safeParse({ ...CONTENT, withheld: value }).success;
    expect(parses(withheld)).toBe(true);
    expect(parses({ ...withheld, ground: 'inconvenient' })).toBe(false);
    expect(parses({ ...withheld, explanation: '  ' })).toBe(false);
    expect(parses({ kind: 'cannot', explanation: '涉及个人隐私。' })).toBe(false);
  });

  test('[XH-22] for now needs an explanation and a day to look again', () => {
    const { explanation: _left, ...silent } = withheld;
    const parses = (value: object) => itemContent.safeParse({ ...CONTENT, withheld: value }).success;
    expect(parses({ ...withheld, kind: 'not-for-now' })).toBe(false);
    expect(parses({ ...silent, kind: 'not-for-now', lookAgainOn: '2026-12-01' })).toBe(false);
    expect(parses({ ...withheld, kind: 'not-for-now', lookAgainOn: '2026-12-01' })).toBe(true);
  });

  test('the day to look again lies ahead', () => {
    const lookAgainOn = '2026-09-01';
    nothing()
      .when(propose({ withheld: { ...withheld, kind: 'not-for-now', lookAgainOn } }))
      .thenRefused('look-again-not-ahead');
  });
});

describe('AmendItem', () => {
  test('replaces the content of a draft, also of a returned one', () => {
    const amended = { ...CONTENT, title: '修改后的标题' };
    expect(latestOf(drafted().when(issue('AmendItem', amended)).state).content.title).toBe('修改后的标题');
    const returned = submitted().when(issue('ReturnItem', { reason: '请补充金额。' }));
    expect(latestOf(returned.when(issue('AmendItem', amended)).state)).toMatchObject({
      stage: 'returned',
      content: { title: '修改后的标题' },
    });
  });

  test('is checked like a proposal', () => {
    drafted()
      .when(issue('AmendItem', { ...CONTENT, forms: ['飞鸽传书'] }))
      .thenRefused('form-unknown');
  });

  test('[DF-22] may be done by the person who provides the content', () => {
    const draft = drafted({ provider: { kind: 'person', person: 'wu' } });
    draft.when(issue('AmendItem', CONTENT, { by: 'wu' })).thenTypes('ItemAmended');
    draft.when(issue('AmendItem', CONTENT, { by: 'he' })).thenTypes('ItemAmended');
    draft.when(issue('AmendItem', CONTENT, { by: 'teacher-qian' })).thenRefused('not-permitted');
  });

  test('is too late once submitted', () => {
    submitted()
      .when(issue('AmendItem', CONTENT))
      .thenRefused('wrong-stage', { stage: '提出（待审核）', needed: '拟稿或退回修改' });
  });

  test('needs an item', () => {
    nothing().when(issue('AmendItem', CONTENT)).thenRefused('item-unknown');
  });
});

describe('SubmitItem', () => {
  test('hands the draft over', () => {
    drafted()
      .when(submit())
      .then([{ type: 'ItemSubmitted', data: {} }]);
  });

  test('checks again what time may have changed', () => {
    const draft = drafted({ showUntil: '2026-09-02' });
    draft.when(submit({ now: at('2026-09-03 09:00') })).thenRefused('show-until-too-early');
    const { row: _gone, ...facts } = FACTS;
    draft.when(submit({ facts })).thenRefused('row-unknown');
  });

  test('takes a proposer, and a draft', () => {
    drafted()
      .when(submit({ by: 'wu' }))
      .thenRefused('not-permitted');
    submitted().when(submit()).thenRefused('wrong-stage');
  });

  test('a returned item is screened and reviewed from the beginning', () => {
    const returned = reviewed().when(issue('ReturnItem', { reason: '范围不当。' }));
    expect(latestOf(returned.state)).toMatchObject({ stage: 'returned', approvals: [] });
    expect(latestOf(returned.state)).not.toHaveProperty('findings');
    expect(latestOf(returned.state)).not.toHaveProperty('review');
    const again = returned
      .when(issue('AmendItem', { ...CONTENT, text: '联系人手机13812345678。' }))
      .when(submit())
      .when(issue('ScreenItem', {}));
    expect(latestOf(again.state).findings).toMatchObject([{ kind: 'mobile', field: 'text' }]);
    again.when(issue('ApproveItem', {})).thenRefused('wrong-stage');
  });
});

test('every command refuses what it does not know', () => {
  expect(itemCommands.SubmitItem.safeParse({ hurry: true }).success).toBe(false);
  expect(itemContent.safeParse({ ...CONTENT, audience: 'everybody' }).success).toBe(false);
  expect(
    itemContent.safeParse({
      ...CONTENT,
      stages: [
        { name: '一', plannedOn: '2026-10-01' },
        { name: '一', plannedOn: '2026-11-01' },
      ],
    }).success,
  ).toBe(false);
  expect(itemOf(drafted().state).versions).toHaveLength(1);
});
