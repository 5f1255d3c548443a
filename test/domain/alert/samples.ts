import type { Addressee, DutyAlert } from '../../../domain/alert/alert.ts';
import type { DigestEvent, Notify } from '../../../domain/alert/digest-events.ts';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';

export const CALENDAR = calendarOf({});
export const SYSTEM: Actor = { kind: 'system', name: 'test' };
export const CLERK: Addressee = { kind: 'person', id: 'zhou-min' };

/** A Tuesday, worked. */
export const DAY: Day = '2026-12-22';
export const NINE: Instant = '2026-12-22T01:00:00.000Z';

export const alertOf = (changes: Partial<DutyAlert> = {}): DutyAlert => ({
  kind: 'due-soon',
  organisation: { id: 'yunxi', name: '云溪小学' },
  period: '2026Q4',
  step: 'T-7',
  duties: [{ id: 'b-05', due: '2026-12-31', name: '党费收缴' }],
  ...changes,
});

export const noted = (alert = alertOf(), day = DAY): DigestEvent => ({
  type: 'AlertNoted',
  data: { addressee: CLERK, day, alert },
});

export const notify = (alert = alertOf(), now: Instant = '2026-12-22T00:30:00.000Z'): Notify => ({
  type: 'Notify',
  data: { addressee: CLERK, day: DAY, alert },
  now,
  actor: SYSTEM,
  facts: undefined,
});
