import { describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT_TYPES as TYPES } from '../../../domain/catalogue/document-types.ts';
import { itemCommands } from '../../../domain/item/commands.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { deadline, fromLocalInput, lastDay, localInput, waited } from '../../../functions/site/dates.ts';
import { contentField, contentOf, valuesOf } from '../../../functions/site/forms/content-form.ts';
import { nextPeriod } from '../../../functions/site/forms/defaults.ts';
import { localPath } from '../../../functions/site/preferences.ts';
import { content } from '../../browser/support/fixture.ts';

/** As a browser would send it back: what is not filled in is sent empty. */
const sentBack = (what: ItemContent) =>
  Object.fromEntries(
    Object.entries(valuesOf(what)).map(([name, value]) => [
      name,
      value === undefined ? '' : (value as string),
    ]),
  );

const FULL = content({
  documentType: 'public-notice',
  important: true,
  matter: 'personnel',
  releasePlan: [{ audience: 'party' }, { audience: 'public', at: '2026-12-01T01:00:00.000Z' }],
  showUntil: '2026-12-31',
  objection: {
    periodDays: 7,
    contact: '办公室',
    phone: '0510-85120001',
    supervisionPhone: '0510-85120002',
    howToObject: '书面反映。',
  },
  provider: { kind: 'person', person: 'zhou-qiming' },
  responsibility: { leader: 'chen-guohua', manager: 'li-wenjing', executor: 'wang-min' },
  basedOn: '区教党〔2026〕12号',
  amounts: {
    unit: 'yuan',
    lines: [
      { label: '收缴', cents: 218_405 },
      { label: '支出', cents: -6 },
    ],
    totalCents: 218_399,
  },
  related: { stream: '校务', url: 'https://www.example.edu.cn/xwgk' },
  stages: [{ name: '招标', plannedOn: '2026-12-01' }],
  pair: { part: 'result', plan: 'plan-2026' },
});

describe('the form of a content', () => {
  it('brings back exactly the content that it was filled with', () => {
    for (const what of [content(), FULL]) {
      expect(itemCommands.ProposeItem.parse(contentOf(sentBack(what), what.row, TYPES))).toEqual(
        JSON.parse(JSON.stringify(what)),
      );
    }
  });

  it('makes the widest audience of the plan that of the item', () => {
    const sent = { ...sentBack(content()), releasePlan: ['party', 'unit'] };
    expect(contentOf(sent, 'b-20', TYPES)).toMatchObject({
      audience: 'unit',
      releasePlan: [{ audience: 'party' }, { audience: 'unit' }],
    });
  });

  it('adds up sums in cents, whatever way they are written', () => {
    const sent = {
      ...sentBack(content()),
      'amounts.0.label': '收缴',
      'amounts.0.yuan': '1,234.5',
      'amounts.1.label': '支出',
      'amounts.1.yuan': '-0.07',
    };
    expect(contentOf(sent, 'b-10', TYPES)).toMatchObject({ amounts: { totalCents: 123_443 } });
  });

  it('leads every path of the data to the field that it came from', () => {
    const find = contentField({ releasePlan: ['party', 'public'] });
    expect(find('releasePlan.1.at')).toBe('at.public');
    expect(find('releasePlan')).toBe('releasePlan');
    expect(find('audience')).toBe('releasePlan');
    expect(find('forms.3')).toBe('forms');
    expect(find('amounts.lines.2.cents')).toBe('amounts.2.yuan');
    expect(find('amounts.totalCents')).toBe('amounts.total');
    expect(find('stages.1.plannedOn')).toBe('stages.1.plannedOn');
    expect(find('objection.phone')).toBe('objection.phone');
  });

  it('moves the title of a routine matter on by one period', () => {
    expect(nextPeriod('2026年第三季度党费情况')).toBe('2026年第四季度党费情况');
    expect(nextPeriod('2026年第四季度党费情况')).toBe('2027年第一季度党费情况');
    expect(nextPeriod('2026年上半年工作总结')).toBe('2026年下半年工作总结');
    expect(nextPeriod('2026年下半年工作总结')).toBe('2027年上半年工作总结');
    expect(nextPeriod('2026年度工作计划')).toBe('2027年度工作计划');
    expect(nextPeriod('校服选用结果')).toBe('校服选用结果');
  });
});

describe('times on pages', () => {
  it('are the wall clock in Shanghai, there and back', () => {
    expect(localInput('2026-12-01T01:00:00.000Z')).toBe('2026-12-01T09:00');
    expect(fromLocalInput('2026-12-01T09:00')).toBe('2026-12-01T01:00:00.000Z');
    expect(fromLocalInput('2026-12-01 09:00')).toBe('2026-12-01T01:00:00.000Z');
    for (const wrong of ['', 'tomorrow', '2026-12-01', '2026-13-01T09:00', '2026-12-01T25:00']) {
      expect(fromLocalInput(wrong)).toBeUndefined();
    }
  });

  it('name the last day, not the midnight after it', () => {
    expect(lastDay('2026-11-25T16:00:00.000Z')).toBe('2026-11-25');
    expect(deadline('2026-11-25T16:00:00.000Z')).toBe('2026年11月25日');
    expect(deadline('2026-11-25T09:30:00.000Z')).toBe('2026年11月25日 17:30');
    expect(waited('2026-11-20T00:00:00.000Z', '2026-11-22T01:00:00.000Z')).toBe('2 天');
  });
});

describe('where a reader is sent next', () => {
  it('is always on this site', () => {
    expect(localPath('/o/dongfang?after=x')).toBe('/o/dongfang?after=x');
    for (const elsewhere of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/%0d\n',
      undefined,
      7,
    ]) {
      expect(localPath(elsewhere)).toBe('/');
    }
  });
});
