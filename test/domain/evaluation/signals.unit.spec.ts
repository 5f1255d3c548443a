import { describe, expect, test } from 'vitest';
import { copiedShare } from '../../../domain/evaluation/copying.ts';
import { evidenceOf, type Sources } from '../../../domain/evaluation/facts.ts';
import { SIGNAL_IDS, type SignalId, signalsIn } from '../../../domain/evaluation/signals.ts';
import { FIRST_STANDARD } from '../../../domain/evaluation/standard/state.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { at, item, ledger, sources } from './sources.ts';

const signal = (read: Sources, id: SignalId) => {
  const found = signalsIn(evidenceOf(read, FIRST_STANDARD), FIRST_STANDARD).find((each) => each.id === id);
  if (!found) throw new Error(`no signal ${id}`);
  return found;
};
const stateOf = (read: Sources, id: SignalId) => signal(read, id).state;

/** Items of the days, under one row. */
const on = (days: readonly Day[], content: Partial<ItemContent> = {}, changes: Partial<Sources> = {}) =>
  sources(
    Object.fromEntries(days.map((day, place) => [`item-${place}`, item({ on: day, content })])),
    changes,
  );

const TEXT =
  '本季度党费收缴工作按照规定完成，全校党员均已足额缴纳，收缴情况由组织委员核对后报支部委员会审议，并在党员大会上作了说明，欢迎监督。';
const OTHER =
  '综合楼修缮工程进入验收阶段，施工单位提交竣工资料，学校组织教职工代表现场查看，提出整改意见十二条，限期落实到位。';

describe('[JX-09] a burst before an inspection', () => {
  const INSPECTION = { inspections: ['2026-09-20'] };

  test('is raised when half of the items came in the days before it, each of them named', () => {
    const found = signal(
      on(['2026-07-20', '2026-09-11', '2026-09-12', '2026-09-20'], {}, INSPECTION),
      'burst',
    );
    expect(found.state).toBe('raised');
    expect(found.because.map(({ on }) => on)).toEqual(['2026-09-11', '2026-09-12', '2026-09-20']);
    expect(found.why?.zh).toContain('75%');
    expect(found.why?.en).toContain('75%');
  });

  test('is not when they are spread, come after it, or are too few; without inspections nothing is known', () => {
    expect(
      stateOf(on(['2026-07-20', '2026-08-09', '2026-09-09', '2026-09-12'], {}, INSPECTION), 'burst'),
    ).toBe('clear');
    expect(
      stateOf(on(['2026-07-20', '2026-09-21', '2026-09-22', '2026-09-23'], {}, INSPECTION), 'burst'),
    ).toBe('clear');
    expect(stateOf(on(['2026-09-18', '2026-09-19'], {}, INSPECTION), 'burst')).toBe('no-data');
    expect(stateOf(on(['2026-09-17', '2026-09-18', '2026-09-19', '2026-09-20']), 'burst')).toBe('no-data');
  });
});

describe('[JX-09] [ZH-15] copied text of the last period', () => {
  const pair = (before: string, after: string, row = 'b-03') =>
    sources({
      earlier: item({ on: '2026-05-06', content: { text: before } }),
      now: item({ on: '2026-08-03', content: { text: after, row } }),
    });

  test('is raised when nothing but dates, figures and spaces changed, with the share and both items', () => {
    const found = signal(pair(`第二季度：${TEXT}共 31 人。`, `第三季度：${TEXT} 共 32 人。`), 'copied');
    expect(found).toMatchObject({ state: 'raised', because: [{ id: 'now', of: 'earlier' }] });
    expect(found.why?.zh).toMatch(/最高 (9\d|100)%/);
  });

  test('is not when the text is another one; under another row, and for a few words, nothing is known', () => {
    expect(stateOf(pair(TEXT, OTHER), 'copied')).toBe('clear');
    expect(stateOf(pair(TEXT, TEXT, 'b-02'), 'copied')).toBe('no-data');
    expect(stateOf(pair('无变动。', '无变动。'), 'copied')).toBe('no-data');
  });

  test('is measured by what stood in the earlier text already', () => {
    expect(copiedShare(TEXT, TEXT)).toBe(1);
    expect(copiedShare(OTHER, TEXT)).toBe(0);
    expect(copiedShare(TEXT, TEXT + OTHER)).toBe(1);
    const half = copiedShare(TEXT + OTHER, TEXT) ?? 0;
    expect(half).toBeGreaterThan(0.4);
    expect(half).toBeLessThan(0.6);
  });
});

describe('[JX-09] zero reads', () => {
  const read = (reads?: Record<string, number>, day = '2026-08-03') =>
    on(
      [day, day],
      {},
      {
        ...(reads && { reads: { since: '2026-07-10', items: reads } }),
        asOf: at('2026-08-17'),
      },
    );

  test('are raised for items that nobody has opened in a fortnight', () => {
    expect(signal(read({ 'item-0': 3 }), 'unread')).toMatchObject({
      state: 'raised',
      because: [{ id: 'item-1' }],
    });
    expect(stateOf(read({ 'item-0': 3, 'item-1': 1 }), 'unread')).toBe('clear');
  });

  test('are not known where nobody counts, and not yet for what was shown of late', () => {
    expect(stateOf(read(), 'unread')).toBe('no-data');
    expect(stateOf(read({}, '2026-08-04'), 'unread')).toBe('no-data');
    expect(stateOf(read({}, '2026-07-09'), 'unread')).toBe('no-data');
  });
});

describe('[JX-11] one form only', () => {
  const DAYS = ['2026-07-20', '2026-08-09', '2026-09-09', '2026-09-12'];

  test('is raised when everything was shown by meeting or document, and the row offers more', () => {
    const found = signal(on(DAYS, { forms: ['会议', '文件'] }), 'one-form');
    expect([found.state, found.because.length]).toEqual(['raised', 4]);
    expect(stateOf(on(DAYS, { forms: ['会议', '网站'] }), 'one-form')).toBe('clear');
    expect(stateOf(on(DAYS, { row: 'b-01', forms: ['会议'] }), 'one-form')).toBe('no-data');
  });
});

describe('silence', () => {
  const silent = (days: readonly Day[], asOf: Day, before: readonly Day[] = []) => {
    const told = ledger(days.map((day) => ({ row: 'b-03', on: day })));
    const recent = [...before, ...told.recent];
    return sources({}, { ledger: { ...told, recent }, asOf: at(asOf) });
  };

  test('is raised when it lasts longer than the cadence, from the last disclosure before the period on', () => {
    expect(stateOf(silent(['2026-09-01'], '2026-10-01', ['2026-05-01']), 'silence')).toBe('raised');
    expect(stateOf(silent(['2026-07-20'], '2026-10-01', ['2026-05-01']), 'silence')).toBe('clear');
    expect(signal(silent([], '2026-10-01', ['2026-05-01']), 'silence').why?.zh).toContain('连续 152 日');
  });

  test('does not outlast the last event of a period that is not over', () => {
    expect(stateOf(silent([], '2026-07-10', ['2026-05-01']), 'silence')).toBe('clear');
  });
});

describe('[ZH-15] process without result', () => {
  test('names the plans whose result is missing past its day', () => {
    const plan = item({ on: '2026-02-10', content: { pair: { part: 'plan' } } });
    expect(signal(sources({ plan }), 'no-result')).toMatchObject({
      state: 'raised',
      because: [{ id: 'plan' }],
    });
    const result = item({ on: '2026-08-03', content: { pair: { part: 'result', plan: 'plan' } } });
    expect(stateOf(sources({ plan, result }), 'no-result')).toBe('clear');
    expect(stateOf(sources(), 'no-result')).toBe('no-data');
  });
});

test('every signal is explained in both languages when it is raised, with no number left out', () => {
  const told = ledger([]);
  const days = ['2026-09-11', '2026-09-12', '2026-09-13', '2026-09-14'];
  const items = Object.fromEntries(
    days.map((day, place) => [`item-${place}`, item({ on: day, content: { text: TEXT, forms: ['会议'] } })]),
  );
  const plan = item({ on: '2026-02-10', content: { text: TEXT, pair: { part: 'plan' } } });
  const read = sources(
    { ...items, plan },
    {
      ledger: { ...told, recent: ['2026-03-01'] },
      inspections: ['2026-09-15'],
      reads: { since: '2026-07-01', items: {} },
    },
  );
  const signals = signalsIn(evidenceOf(read, FIRST_STANDARD), FIRST_STANDARD);
  expect(signals.map(({ id, state }) => [id, state])).toEqual(SIGNAL_IDS.map((id) => [id, 'raised']));
  for (const { why, because } of signals) {
    expect(why?.zh).toMatch(/\p{Script=Han}/u);
    expect(`${why?.zh}${why?.en}`).not.toMatch(/[{}…]/);
    expect(because.length).toBeGreaterThan(0);
  }
});
