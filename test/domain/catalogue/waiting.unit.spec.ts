import { expect, it } from 'vitest';
import type { CatalogueEvent } from '../../../domain/catalogue/events.ts';
import { catalogueHistory } from '../../../domain/catalogue/history.ts';
import { catalogueCardOf } from '../../../domain/catalogue/waiting.ts';

const wanted = (change: string, rowId: string): CatalogueEvent => ({
  type: 'ChangeRequested',
  data: { change, event: { type: 'RowRefined', data: { rowId, timing: 'prompt', reason: '及时公开' } } },
});
const steps: readonly (readonly [person: string, event: CatalogueEvent])[] = [
  ['office', { type: 'CatalogueAdopted', data: { template: 'branch', version: 1 } }],
  ['clerk', wanted('change-1', 'b-05')],
  ['clerk', wanted('change-2', 'b-06')],
  ['head', wanted('change-3', 'b-07')],
  ['above', { type: 'ChangeApproved', data: { change: 'change-1' } }],
  ['above', { type: 'ChangeRefused', data: { change: 'change-2', reason: '…' } }],
  ['above', { type: 'ChangeApproved', data: { change: 'change-3' } }],
];
const cardAfter = (count: number) =>
  catalogueCardOf(
    steps.slice(0, count).reduce(
      (state, [person, event], index) =>
        catalogueHistory.evolve(state, event, {
          at: `2026-09-0${index + 1}T00:00:00.000Z`,
          by: { kind: 'person', person, organisation: 'dongfang' },
        }),
      catalogueHistory.initial,
    ),
    'dongfang',
  );

it('changes that wait are one task, since the oldest, and of nobody who asked for all of them', () => {
  const since = '2026-09-02T00:00:00.000Z';
  const task = { kind: 'decide-catalogue-change', asks: 'office', since };
  expect(cardAfter(1).waits).toEqual([]);
  expect(cardAfter(3)).toMatchObject({ id: 'change-1', waiting: 2, waits: [{ ...task, except: ['clerk'] }] });
  expect(cardAfter(3).catalogue).toMatch(/^目录调整“.+”（等2项）$/);
  expect(cardAfter(4).waits).toEqual([task]);
  expect(cardAfter(5)).toMatchObject({ id: 'change-2', waiting: 2 });
  const last = cardAfter(6);
  expect(last).toMatchObject({ id: 'change-3', waiting: 1, waits: [{ except: ['head'] }] });
  expect(last.catalogue).not.toContain('等');
  expect(cardAfter(7)).toMatchObject({ waiting: 0, waits: [] });
});
