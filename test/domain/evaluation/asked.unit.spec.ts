import { describe, expect, it } from 'vitest';
import { assessmentCardOf, disputeCardOf } from '../../../domain/evaluation/asked.ts';
import { assessmentHistory } from '../../../domain/evaluation/assessment/state.ts';
import { disputeHistory } from '../../../domain/evaluation/signal/state.ts';
import { askingTasks } from '../../../domain/item/asking.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { DISTRICT as ABOVE, NOW as TODAY } from '../item/school.ts';

const NOW = '2026-12-01T00:00:00.000Z';
const by = (person: string) => ({
  at: NOW,
  by: { kind: 'person', person, organisation: 'dongfang' } as const,
});
type Folded<H extends { readonly initial: unknown }> = NonNullable<H['initial']>;

describe('what a superior is asked', () => {
  it('is a dispute of a signal, until it is answered', () => {
    const data = { period: '2026Q4', signal: 'burst', to: 'qu', said: '…', reason: '…' } as const;
    const disputed = disputeHistory.evolve(undefined, { type: 'SignalDisputed', data }, by('clerk'));
    const card = disputeCardOf(disputed as Folded<typeof disputeHistory>, 'dongfang');
    expect(card).toMatchObject({ id: '2026Q4/burst', title: expect.stringContaining('检查前集中公开') });
    expect(card.waits).toEqual([{ kind: 'answer-signal', asks: 'proposers', since: NOW }]);
    const outcome = { outcome: 'explained', text: '…' } as const;
    const answered = disputeHistory.evolve(disputed, { type: 'SignalAnswered', data: outcome }, by('qu'));
    expect(disputeCardOf(answered as Folded<typeof disputeHistory>, 'dongfang').waits).toEqual([]);
  });

  it('is an objection to an appraisal, of anybody but whoever made it', () => {
    const verdict = { year: '2026', to: 'qu', composite: 80, rating: 'met', standard: 1, text: '…' } as const;
    const history = [
      { type: 'UnitAssessed', data: { ...verdict, inputs: { superior: 80 } } },
      { type: 'AssessmentObjected', data: { reason: '…' } },
      { type: 'ObjectionAnswered', data: { outcome: 'kept', text: '…' } },
    ] as const;
    const waitsAfter = (count: number) => {
      const state = history
        .slice(0, count)
        .reduce<Folded<typeof assessmentHistory> | undefined>(
          (folded, event) => assessmentHistory.evolve(folded, event, by('appraiser')),
          undefined,
        );
      return state && assessmentCardOf(state, 'dongfang').waits;
    };
    expect(waitsAfter(1)).toEqual([]);
    expect(waitsAfter(2)).toEqual([
      { kind: 'answer-objection', asks: 'proposers', since: NOW, except: ['appraiser'] },
    ]);
    expect(waitsAfter(3)).toEqual([]);
  });
});

describe('whose turn it is above', () => {
  const asking = { kind: 'asked', asks: 'proposers', since: NOW } as const;

  it('lies with those of the superior who propose and lead there, and with nobody where none stands above', () => {
    expect(askingTasks([asking], undefined, TODAY)).toEqual([]);
    const seat = { body: 'working-group', position: 'member', person: 'helper', from: '2026-01-01' } as const;
    const superior = { ...ABOVE, seats: [...ABOVE.seats, seat] } as Organisation;
    const [task] = askingTasks([asking], superior, TODAY);
    expect(task).toMatchObject({ kind: 'asked', organisation: 'superior', since: NOW });
    expect(task?.people).toContain('qu-office');
    // A proposer, who may not act in another organisation.
    expect(task?.people).not.toContain('helper');
  });

  it('lies with the office alone where only that decides', () => {
    const [task] = askingTasks([{ ...asking, asks: 'office', except: ['clerk'] }], ABOVE, TODAY);
    expect(task).toMatchObject({ seats: [{ body: 'office' }], except: ['clerk'] });
    expect(task).not.toHaveProperty('people');
  });
});
