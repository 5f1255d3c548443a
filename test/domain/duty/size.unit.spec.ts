import { describe, expect, test } from 'vitest';
import { ledgerDecider } from '../../../domain/duty/ledger.ts';
import type { PlanFacts } from '../../../domain/duty/plan.ts';
import { standingOf } from '../../../domain/duty/standing.ts';
import { sealCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { given } from '../../support/decider.ts';
import { at, disclose, follow, issue, open, quarter, stateOf } from './ledger-samples.ts';

const KILOBYTE = 1024;
const id = (index: number) => `c-${String(index + 1).padStart(2, '0')}`;
/** As the catalogue of a committee: eight classes, most rows periodic. */
const ROWS = Array.from({ length: 40 }, (_, index) => ({
  id: id(index),
  timing: index % 4 === 3 ? ('standing' as const) : ('periodic' as const),
  level1: `领导班子建设情况${Math.floor(index / 5)}`,
}));
const rows: PlanFacts['rows'] = ROWS;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** A ledger in which every row was disclosed, on another day each. */
const full = (facts: Partial<PlanFacts> = {}) =>
  ROWS.reduce(
    (outcome, row, index) => outcome.when(disclose(row.id, `2026-${10 + (index % 3)}-${10 + (index % 18)}`)),
    quarter({ rows, ...facts }),
  ).when(issue('NoteChannels', {}, '2026-10-01', { channels: ['board', 'site', 'party-window'] }));

describe('forty rows', () => {
  test('open in one commit of at most two write units, all that is remembered included', () => {
    const previous = { ...stateOf(full()), arrears: ['2026Q1', '2026Q2', '2026Q3', '2026Q4'] };
    const { events } = given(ledgerDecider).when(open('2027Q1', '2027-01-01', { rows, previous }));
    const sealed = sealCommit(new OrgScope('dongfang-zhongxin-xiaoxue').stream('LEDGER', '2027q1'), 1, '', {
      at: at('2027-01-01', 1),
      by: { kind: 'system', name: 'open-ledgers' },
      command: 'open-2027q1',
      request: 'x'.repeat(43),
      correlation: 'open-2027q1',
      events,
    });
    expect(Object.keys(previous.last)).toHaveLength(40);
    const size = Object.entries(sealed).reduce(
      (sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)),
      0,
    );
    expect(size).toBeLessThanOrEqual(2 * KILOBYTE);
  });

  test('stand on a card of one kilobyte and a quarter when opened, and of two with ten stages beside them', () => {
    const facts = { id: 'dongfang-zhongxin-xiaoxue', name: '东方中心小学', rows: ROWS };
    expect(bytes(standingOf(stateOf(quarter({ rows })), facts))).toBeLessThanOrEqual(1.25 * KILOBYTE);
    const busy = Array.from({ length: 10 }, (_, index) => index).reduce(
      (outcome, index) =>
        outcome.when(
          follow(
            {
              item: `01JD4Z8M6T9Q2W${index}`,
              row: id(index),
              from: '2026-10-10',
              stages: [{ name: '立项', plannedOn: `2026-11-${10 + (index % 10)}` }],
            },
            '2026-10-10',
          ),
        ),
      quarter({ rows }).when(
        issue('NoteChannels', {}, '2026-10-01', { channels: ['board', 'site', 'party-window'] }),
      ),
    );
    expect(bytes(standingOf(stateOf(busy), facts))).toBeLessThanOrEqual(2 * KILOBYTE);
    expect(bytes(standingOf(stateOf(full()), facts))).toBeLessThanOrEqual(KILOBYTE);
  });
});
