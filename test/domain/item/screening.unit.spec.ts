import { describe, expect, test } from 'vitest';
import type { ItemContent } from '../../../domain/item/content.ts';
import { OUTLINES } from '../../../domain/item/outlines.ts';
import { proseOf } from '../../../domain/item/prose.ts';
import {
  approve,
  CONTENT,
  drafted,
  FACTS,
  issue,
  latestOf,
  OBJECTION,
  review,
  reviewed,
  submit,
  submitted,
} from './school.ts';

const TWO_PHONES = { text: '联系人电话13812345678，备用13987654321。' };

describe('ScreenItem', () => {
  test('finds personal data in what was submitted, and never repeats it in the record', () => {
    const screened = drafted(TWO_PHONES).when(submit()).when(issue('ScreenItem', {}));
    expect(latestOf(screened.state).findings).toMatchObject([
      { id: 'f-1', kind: 'mobile', field: 'text', start: 5, end: 16 },
      { id: 'f-2', kind: 'mobile', field: 'text' },
    ]);
    expect(JSON.stringify(screened.events)).not.toContain('13812345678');
  });

  test('happens once, and to submitted items only', () => {
    submitted().when(issue('ScreenItem', {})).then([]);
    drafted().when(issue('ScreenItem', {})).then([]);
  });

  test('lets the phones of a 公示 stand', () => {
    const text = `联系电话：${OBJECTION?.phone}。`;
    expect(latestOf(submitted({ text }).state).findings).toHaveLength(1);
    expect(latestOf(submitted({ text, objection: OBJECTION }).state).findings).toEqual([]);
  });

  test('reads every text that somebody else will read, and masks it there', () => {
    const phone = '电话13812345678';
    const content: Partial<ItemContent> = {
      title: phone,
      text: phone,
      exception: phone,
      basedOn: phone,
      withheld: { kind: 'cannot', ground: 'personal-privacy', explanation: phone },
      objection: { ...OBJECTION, contact: phone, howToObject: phone } as ItemContent['objection'],
      provider: { kind: 'office', name: phone },
      stages: [
        { name: '立项', plannedOn: '2026-10-01' },
        { name: phone, plannedOn: '2026-11-01' },
      ],
      amounts: { unit: 'yuan', lines: [{ label: phone, cents: 1 }], totalCents: 1 },
    };
    const item = submitted(content);
    const findings = latestOf(item.state).findings ?? [];
    expect(findings.map(({ field }) => field)).toEqual([
      'title',
      'text',
      'exception',
      'basedOn',
      'withheld.explanation',
      'objection.contact',
      'objection.howToObject',
      'provider.name',
      'stages.1.name',
      'amounts.lines.0.label',
    ]);
    const masked = findings.reduce(
      (state, { id }) => state.when(issue('MaskFinding', { finding: id })),
      item,
    );
    expect(JSON.stringify(latestOf(masked.state).content)).not.toContain('13812345678');
    expect(proseOf(latestOf(masked.state).content).map(([, text]) => text)).toEqual(
      proseOf({ ...CONTENT, ...content }).map(([, text]) => text.replace('13812345678', '138****5678')),
    );
  });
});

describe('settling a finding', () => {
  test('by its mask leaves the other findings where they are', () => {
    const masked = submitted(TWO_PHONES).when(issue('MaskFinding', { finding: 'f-1' }));
    expect(latestOf(masked.state).content.text).toBe('联系人电话138****5678，备用13987654321。');
    const both = masked.when(issue('MaskFinding', { finding: 'f-2' }));
    expect(latestOf(both.state).content.text).toBe('联系人电话138****5678，备用139****4321。');
  });

  test('in either order gives the same text', () => {
    const backwards = submitted(TWO_PHONES)
      .when(issue('MaskFinding', { finding: 'f-2' }))
      .when(issue('MaskFinding', { finding: 'f-1' }));
    expect(latestOf(backwards.state).content.text).toBe('联系人电话138****5678，备用139****4321。');
  });

  test('is done once, for a finding that there is', () => {
    const masked = submitted(TWO_PHONES).when(issue('MaskFinding', { finding: 'f-1' }));
    masked.when(issue('MaskFinding', { finding: 'f-1' })).thenRefused('finding-unknown');
    masked
      .when(issue('JustifyFinding', { finding: 'f-1', reason: '本人同意。' }))
      .thenRefused('finding-unknown');
    masked.when(issue('MaskFinding', { finding: 'f-9' })).thenRefused('finding-unknown');
  });

  test('takes an author or a reviewer, between submission and approval', () => {
    submitted(TWO_PHONES)
      .when(issue('MaskFinding', { finding: 'f-1' }, { by: 'lin' }))
      .thenRefused('not-permitted');
    drafted(TWO_PHONES)
      .when(issue('MaskFinding', { finding: 'f-1' }))
      .thenRefused('wrong-stage');
  });

  test('a hit blocks approval until it is masked or justified', () => {
    const item = reviewed(TWO_PHONES);
    item.when(approve()).thenRefused('findings-open', { count: 2 });
    const masked = item.when(issue('MaskFinding', { finding: 'f-1' }));
    masked.when(approve()).thenRefused('findings-open', { count: 1 });
    const justified = masked.when(
      issue('JustifyFinding', { finding: 'f-2', reason: '公开值班电话，本人同意。' }),
    );
    justified.when(approve()).thenTypes('ApprovalStepPassed', 'ItemApproved');
    expect(latestOf(justified.state).findings?.[1]).toMatchObject({ settled: 'justified' });
  });
});

test('nobody reviews what has not been screened', () => {
  drafted().when(submit()).when(review()).thenRefused('screening-pending');
});

describe('[TZ-10] before publication, what was submitted is checked for', () => {
  const linked = {
    seen: { audience: 'public', files: ['plan'] },
    inner: { audience: 'party', files: [] },
    hidden: { files: [] },
    gone: undefined,
  } as const;
  const found = (text: string, content: Partial<ItemContent> = {}) => {
    const when = { facts: { ...FACTS, linked } };
    return (latestOf(submitted({ text, ...content }, when).state).findings ?? []).map(
      ({ kind, start, end }) => [kind, text.slice(start, end)],
    );
  };
  const outside: Partial<ItemContent> = { audience: 'public', releasePlan: [{ audience: 'public' }] };

  test('personal data', () => {
    expect(found('电话13812345678')).toEqual([['mobile', '13812345678']]);
  });

  test('links into this system that are dead, or closed to those who will read it', () => {
    const to = (path: string) => `详见[原文](/o/dongfang/items/${path})。`;
    expect(found(to('seen'), outside)).toEqual([]);
    expect(found(to('inner'))).toEqual([]);
    expect(found(to('seen/files/plan'), outside)).toEqual([]);
    expect(found(to('seen/files/other'))).toEqual([['dead-link', '/o/dongfang/items/seen/files/other']]);
    expect(found(to('gone'))).toEqual([['dead-link', '/o/dongfang/items/gone']]);
    expect(found(to('inner'), outside)).toEqual([['closed-link', '/o/dongfang/items/inner']]);
    expect(found(to('hidden'))).toEqual([['closed-link', '/o/dongfang/items/hidden']]);
    const bare = 'https://gongkai.example.edu.cn/o/dongfang/items/gone';
    expect(found(`见${bare}，谢谢。`)).toEqual([['dead-link', bare]]);
    // Of another organisation, or another site: not ours to judge.
    expect(found('见[原文](/o/hezui/items/x)、https://www.example.gov.cn/a?b=1#c。')).toEqual([]);
  });

  test('links that nobody could follow', () => {
    for (const href of [
      '',
      'javascript:alert(1)',
      'htp://a.cn',
      'https://',
      'http:/a.cn',
      'www.a.cn/x',
      'mailto:a',
    ])
      expect(found(`[这里](${href})`), href).toEqual([['malformed-link', href || '[这里]()']]);
    for (const href of ['https://a.example.cn/', '/o/dongfang', 'mailto:a@example.cn'])
      expect(found(`[这里](${href})`), href).toEqual([]);
  });

  test('totals that are not the sum', () => {
    const table = (...rows: string[]) => ['| 项目 | 金额 | 占比 |', '|---|---:|---|', ...rows].join('\n');
    const lines = ['| 一季度 | 1,200.10元 | 40% |', '| 二季度 | 0.20元 | 60% |', '| 三季度 | — | |'];
    expect(found(table(...lines, '| **合计** | 1200.30元 | 100% |'))).toEqual([]);
    expect(found(table(...lines, '| **合计** | 1200.40元 | 100% |'))).toEqual([['wrong-total', '1200.40元']]);
    expect(found(table(...lines, '| 总计 | 1200 | 100% |'))).toEqual([['wrong-total', '1200']]);
    expect(found(table('| 甲 | 2 | |', '| 小计 | 2 | |', '| 乙 | 3 | |', '| 合计 | 5 | |'))).toEqual([]);
    // What cannot be added up is left to the reader.
    expect(found(table('| 甲 | 2人 | |', '| 乙 | 3次 | |', '| 合计 | 9 | |'))).toEqual([]);
    expect(found(table('| 甲 | 若干 | |', '| 合计 | 9 | |'))).toEqual([]);
  });

  test('blanks of the template that it was started from', () => {
    const { title, text } = OUTLINES.bulletin;
    const kinds = found(text, { title }).map(([kind]) => kind);
    expect(kinds).toEqual(kinds.map(() => 'blank'));
    expect(kinds).toHaveLength([...`${title}${text}`.matchAll(/【/g)].length);
    expect(found('【重要】请各支部阅知。')).toEqual([]);
  });

  test('and each finding holds up approval until it is corrected or justified; there is nothing to mask', () => {
    const wrong = { text: '见[原文](/o/dongfang/items/gone)。' };
    const item = reviewed(wrong, { facts: { ...FACTS, linked } });
    item.when(approve()).thenRefused('findings-open', { count: 1 });
    item.when(issue('MaskFinding', { finding: 'f-1' })).thenRefused('finding-not-personal');
    const justified = item.when(issue('JustifyFinding', { finding: 'f-1', reason: '该事项次日公开。' }));
    justified.when(approve()).thenTypes('ApprovalStepPassed', 'ItemApproved');
    expect(latestOf(justified.state).content.text).toBe(wrong.text);
    const returned = item.when(issue('ReturnItem', { reason: '链接有误' }));
    const corrected = returned.when(issue('AmendItem', CONTENT)).when(submit()).when(issue('ScreenItem', {}));
    expect(latestOf(corrected.state).findings).toEqual([]);
  });

  test('but never repeats personal data that stands in a link', () => {
    const { events } = drafted({ text: '[他](htp://x/13812345678)' })
      .when(submit())
      .when(issue('ScreenItem', {}));
    expect(JSON.stringify(events)).toContain('malformed-link');
    expect(JSON.stringify(events)).not.toContain('13812345678');
  });
});
