import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { explain } from '../../../domain/duty/explain.ts';
import { dutyOf, occur, quarter, RULES, stateOf } from './ledger-samples.ts';

const why = (outcome: ReturnType<typeof quarter>, id: string) =>
  explain(dutyOf(outcome, id), stateOf(outcome));

describe('why a duty is due on its day', () => {
  it('names the rule of its kind', () => {
    const ledger = quarter();
    expect(why(ledger, 'b-01').rule).toContain('每季度公开一次');
    expect(why(ledger, 'b-02').rule).toContain('每半年公开一次');
    expect(why(ledger, 'b-03').rule).toContain('每年确认一次');
    expect(why(ledger, 'unit').rule).toContain('各单位每季度至少公开一次');
  });

  it('names what it was reckoned from, by version', () => {
    const { from, due, editions, skipped, provisional } = why(quarter(), 'b-01');
    expect([from, due, skipped, provisional]).toEqual(['2026-10-01', '2026-12-31', [], false]);
    expect(editions).toEqual({ rules: 1, catalogue: 1, calendar: 0 });
  });

  it('tells when the ladder speaks', () => {
    const { steps } = why(quarter(), 'b-01');
    expect(steps).toHaveLength(9);
    expect(steps.find(({ step }) => step === 'T')).toEqual({ step: 'T', on: '2026-12-31' });
    expect(steps.at(-1)?.step).toBe('T+10');
  });

  it('shows the days that did not count, and whether they may still change', () => {
    const prompt = { days: 7, counting: 'working' } as const;
    const facts = { rules: { ...RULES, prompt }, calendar: calendarOf({}) };
    const held = quarter().when(occur('2026-10-01', {}, facts));
    const { rule, due, skipped, provisional } = why(held, 'b-04.2026-10-01');
    expect(rule).toBe('即时公开事项自发生之日起限期公开：自2026年10月1日的次日起算，7个工作日内');
    expect(skipped[0]).toEqual({ from: '2026-10-02', until: '2026-10-07', why: '国庆节' });
    expect(due).toBe('2026-10-15');
    expect(provisional).toBe(false);
    const later = quarter().when(occur('2026-12-30', {}, facts));
    expect(why(later, 'b-04.2026-12-30').provisional).toBe(true);
  });
});
