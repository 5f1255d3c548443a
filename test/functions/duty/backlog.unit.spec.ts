import { expect, it } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { DeskCard } from '../../../functions/shell/reading/desk-cards.ts';
import { ageing } from '../../../functions/shell/reading/duty-ageing.ts';
import { backlogOf } from '../../../functions/shell/reading/review-backlog.ts';

const NAMES = new Map([
  ['east', '东方小学党支部'],
  ['west', '西桥小学党支部'],
]);
const card = (organisation: string, ...waits: readonly (readonly [kind: string, day: string])[]) =>
  ({
    organisation,
    waits: waits.map(([kind, day]) => ({
      kind,
      since: `${day}T01:00:00.000Z`,
      ...(['review', 'approve'].includes(kind) && { on: {} }),
    })),
  }) as unknown as DeskCard;
const backlog = (...cards: readonly DeskCard[]) =>
  backlogOf(cards, 'district', NAMES, ageing('2026-10-12', calendarOf({})));

it('counts what waits for each verdict by organisation, with the working days of the oldest', () => {
  // 1 to 7 October are off; Saturday the 10th works in their place.
  const lines = backlog(
    card('east', ['review', '2026-10-09']),
    card('east', ['review', '2026-09-30'], ['settle-findings', '2026-09-01']),
    card('east', ['approve', '2026-10-12']),
  );
  expect(lines).toEqual([
    {
      id: 'east',
      name: '东方小学党支部',
      queues: {
        review: { count: 2, since: '2026-09-30', age: 4 },
        approve: { count: 1, since: '2026-10-12', age: 0 },
      },
    },
  ]);
});

it('puts who has waited longest first, whatever for, and names an unknown one by its id', () => {
  const lines = backlog(
    card('west', ['approve', '2026-10-09']),
    card('new', ['review', '2026-10-11']),
    card('east', ['approve', '2026-10-08'], ['review', '2026-10-12']),
  );
  expect(lines.map(({ name }) => name)).toEqual(['东方小学党支部', '西桥小学党支部', 'new']);
});

it('leaves out errands, opinions and what is the superior’s own', () => {
  const own = [card('district', ['review', '2026-10-09']), card('district', ['answer', '2026-10-09'])];
  expect(backlog(...own, card('east', ['submit', '2026-09-01']))).toEqual([]);
});
