import { expect, test } from 'vitest';
import { summaryOf } from '../../../domain/display/summary.ts';

test.each([
  ['经研究，**拟推荐**张三。\n\n- 公示期五天\n- 可提意见', '经研究，拟推荐张三。 公示期五天 可提意见'],
  ['## 一、基本情况\n> 引文', '一、基本情况 引文'],
  ['| 姓名 | 票数 |\n|---|---|\n| 张三 | 12 |', '姓名 票数 张三 12'],
  ['见[附件](https://a.cn/x)和`代码`、~~删除~~、*强调*', '见附件和代码、删除、强调'],
  ['面积 3*4 平方米，-5 度，a_b_c', '面积 3*4 平方米，-5 度，a_b_c'],
  ['**共138人**，***要紧***', '共138人，要紧'],
  ['电话138****1234，备用139****5678', '电话138****1234，备用139****5678'],
  ['**电话138****1234**与*备用139***56*', '电话138****1234与备用139***56'],
  ['尾号****1234、****5678', '尾号****1234、****5678'],
  ['第一行\n第二行  \n\n第三行', '第一行 第二行 第三行'],
  ['1. 第一\n2. 第二', '1. 第一 2. 第二'],
  ['---', ''],
])('%j becomes %j', (text, summary) => {
  expect(summaryOf(text)).toBe(summary);
});

test('is cut at 120 characters, never inside one', () => {
  const summary = [...summaryOf('𠮷'.repeat(500))];
  expect(summary).toHaveLength(120);
  expect(summary.at(-1)).toBe('…');
  expect(summary.at(-2)).toBe('𠮷');
});

test.each([
  '*'.repeat(20_000),
  '**a'.repeat(7_000),
  '['.repeat(20_000),
  '|'.repeat(20_000),
  '> '.repeat(10_000),
])('a difficult text is no trouble', (text) => {
  expect([...summaryOf(text)].length).toBeLessThanOrEqual(120);
});
