import { describe, expect, test } from 'vitest';
import type { ItemContent } from '../../../domain/item/content.ts';
import { proseOf } from '../../../domain/item/prose.ts';
import {
  approve,
  CONTENT,
  drafted,
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
