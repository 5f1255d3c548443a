import { expect, test } from 'vitest';
import { unmetDemand } from '../../../domain/enquiry/demand.ts';
import { bestMatches, gramsOf, phrasesOf } from '../../../domain/enquiry/matching.ts';

let count = 0;
const asked = (subject: string, more: object = {}) => ({
  id: `e-${++count}`,
  subject,
  registeredAt: `2026-09-${String(count).padStart(2, '0')}T00:00:00.000Z`,
  disclosed: false,
  promoted: false,
  ...more,
});

test('[JX-10] lists what is asked for again and again and never given, most often first', () => {
  const found = unmetDemand([
    asked('校车租赁合同的费用明细'),
    asked('食堂食材采购价格'),
    asked('公开校车租赁费用明细', { outcome: 'refused' as const }),
    asked('学校食堂采购价格', { disclosed: true }),
    asked('教师职称评审打分表'),
    asked('我想了解校车租赁合同费用'),
    asked('操场翻修招标文件'),
    asked('操场翻修的招标文件', { outcome: 'already-public' as const }),
    asked('宿舍分配办法'),
    asked('宿舍的分配办法'),
  ]);
  expect(found.map(({ subject, count, enquiries }) => [subject, count, enquiries])).toEqual([
    ['我想了解校车租赁合同费用', 3, ['e-6', 'e-3', 'e-1']],
    ['宿舍的分配办法', 2, ['e-10', 'e-9']],
  ]);
  expect(found[0]).toMatchObject({
    firstAt: '2026-09-01T00:00:00.000Z',
    lastAt: '2026-09-06T00:00:00.000Z',
  });
});

test('pairs of characters are compared, without the words that everybody uses', () => {
  expect([...gramsOf('请问学校党费收缴情况')]).toEqual(['党费', '费收', '收缴']);
  expect([...gramsOf('ISO 9001 证书')]).toEqual(['iso', '9001', '证书']);
  expect(phrasesOf(['党费', '费收', '收缴', '名单'])).toEqual(['党费收缴', '名单']);
  expect(phrasesOf(['iso', '9001'])).toEqual(['iso', '9001']);
});

test('one common pair is no answer', () => {
  const titles = ['2026年第三季度党费收缴情况', '党费使用办法', '校车安全管理办法'];
  const found = (query: string) =>
    bestMatches(query, titles, (title) => title, 5).map(({ candidate }) => candidate);
  expect(found('党费收缴')).toEqual(['2026年第三季度党费收缴情况']);
  expect(found('校车租赁合同的费用明细')).toEqual([]);
  expect(found('')).toEqual([]);
});
