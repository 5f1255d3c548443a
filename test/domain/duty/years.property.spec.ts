import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../../domain/duty/duty.ts';
import type { LedgerEvent } from '../../../domain/duty/events.ts';
import { ledgerDecider } from '../../../domain/duty/ledger.ts';
import { offsetOf } from '../../../domain/duty/rules.ts';
import { addDays, type Day, dayOf } from '../../../domain/kernel/time.ts';
import { at } from './ledger-samples.ts';
import { type Life, live, type Step } from './run-year.ts';
import { firstShown, type Owed, occurrencesIn, owedBy, QUARTERS, stepDay } from './year-model.ts';
import { LAST, type Year, years } from './years.ts';

const always = (check: (year: Year) => void, numRuns = 25) =>
  fc.assert(
    fc.property(years, (year) => check(year)),
    { numRuns },
  );

interface Alert extends Step {
  readonly step: string;
  readonly duty: string;
}
const isAlert = (event: LedgerEvent) =>
  event.type === 'DutyDueSoon' || event.type === 'DutyOverdue' || event.type === 'DutyEscalated';
const alertsIn = ({ steps }: Life): readonly Alert[] =>
  steps.flatMap((step) =>
    step.events.flatMap((event) =>
      isAlert(event) ? event.data.duties.map((duty) => ({ ...step, step: event.data.step, duty })) : [],
    ),
  );
const dutiesOf = ({ ledgers }: Life) =>
  [...ledgers].flatMap(([period, ledger]) =>
    Object.values(ledger.duties).map((duty) => ({ period, ledger, duty, key: `${period} ${duty.id}` })),
  );
const eventsOf = (life: Life, type: LedgerEvent['type']) =>
  life.steps.flatMap(({ period, events }) =>
    events.filter((event) => event.type === type).map((event) => ({ period, event })),
  );

describe('alerts', () => {
  test('each step is spoken of once, in order, whatever stands still in between', () => {
    always((year) => {
      const reached = new Map<string, number>();
      for (const { period, duty, step } of alertsIn(live(year))) {
        const key = `${period} ${duty}`;
        expect(offsetOf(step)).toBeGreaterThan(reached.get(key) ?? Number.NEGATIVE_INFINITY);
        reached.set(key, offsetOf(step));
      }
    });
  });

  test('it is the highest step whose morning has come, of a duty that somebody still has to meet', () => {
    always((year) => {
      for (const { now, before, duty, step } of alertsIn(live(year))) {
        const known = before?.duties[duty];
        if (!known) throw new Error('spoke of a duty that nobody has');
        const due = year.rules.ladder
          .map(({ offset }) => offset)
          .filter((offset) => at(stepDay(known.due, offset, year.planned), 8.5) <= now);
        expect(offsetOf(step)).toBe(due.at(-1));
        expect(known.met).toBeUndefined();
        expect(known.waived && (known.waived.until ?? LAST) >= dayOf(now)).toBeFalsy();
      }
    });
  });

  test('nobody is told anything on a day off', () => {
    always((year) => {
      for (const { now } of alertsIn(live(year))) expect(year.worked.dayKind(dayOf(now)).working).toBe(true);
    });
  });

  test('before the due day it is due soon; overdue is said once, and everything after goes higher', () => {
    always((year) => {
      const overdue = new Set<string>();
      for (const { period, events } of live(year).steps)
        for (const event of events.filter(isAlert))
          for (const duty of event.data.duties) {
            const key = `${period} ${duty}`;
            const isPast = offsetOf(event.data.step) > 0;
            expect(event.type).toBe(
              isPast ? (overdue.has(key) ? 'DutyEscalated' : 'DutyOverdue') : 'DutyDueSoon',
            );
            if (isPast) overdue.add(key);
          }
    });
  });

  test('none is lost: whoever is overdue in the end has heard the last step before the last working day', () => {
    always((year) => {
      const life = live(year);
      let last = LAST;
      while (!year.worked.dayKind(last).working) last = addDays(last, -1);
      const snoozed = new Set(life.done.filter(({ kind }) => kind === 'snooze').map(({ row }) => row));
      for (const { duty, ledger } of dutiesOf(life)) {
        const waivedUntil = duty.waived ? (duty.waived.until ?? LAST) : '';
        if (duty.met || waivedUntil >= last || snoozed.has(duty.id)) continue;
        const heard = year.rules.ladder.filter(
          ({ offset }) => stepDay(duty.due, offset, year.planned) <= last,
        ).length;
        expect([duty.id, duty.step, ledger.period.name]).toEqual([duty.id, heard - 1, ledger.period.name]);
      }
    });
  });
});

describe('the clock', () => {
  test('is never called in vain, and is not due again at once', () => {
    always((year) => {
      for (const { isClock, now, events, after } of live(year).steps) {
        if (!isClock) continue;
        expect(events.length).toBeGreaterThan(0);
        expect((ledgerDecider.nextDue(after) ?? '9') > now).toBe(true);
      }
    });
  });
});

/** What a plain reading of the rules says on a day; undefined while a waiver is in the way. */
function expected(owed: Owed, day: Day): 'overdue' | 'met' | 'met-late' | 'waiting' {
  const on = firstShown(owed, day);
  if (on !== undefined) return on > owed.due ? 'met-late' : 'met';
  return day > owed.due ? 'overdue' : 'waiting';
}
const plain = (status: string) => (status === 'due-soon' || status === 'open' ? 'waiting' : status);

describe('compared with going through rows, quarters and days one by one', () => {
  test('no overdue is missed and none invented, on any day', () => {
    always((year) => {
      const acts = year.acts.filter(({ kind }) => kind !== 'waive');
      const owed = owedBy({ ...year, acts });
      live(
        { ...year, acts },
        {
          each: (day, { ledgers }) => {
            for (const each of owed) {
              const ledger = ledgers.get(each.quarter);
              if (!ledger) continue;
              const duty = ledger.duties[each.id];
              const status = duty && plain(statusOf(duty, day, undefined));
              expect([each.quarter, each.id, day, status]).toEqual([
                each.quarter,
                each.id,
                day,
                expected(each, day),
              ]);
            }
          },
        },
      );
    });
  });

  test('nothing is owed but that', () => {
    always((year) => {
      const owed = owedBy(year).map(({ quarter, id, from, due }) => `${quarter} ${id} ${from} ${due}`);
      const planned = dutiesOf(live(year))
        .filter(({ duty }) => duty.kind !== 'occurrence')
        .map(({ period, duty }) => `${period} ${duty.id} ${duty.from} ${duty.due}`);
      expect(planned.toSorted()).toEqual(owed.toSorted());
    });
  });

  test('who was excused is not overdue while it lasts, and is after it', () => {
    always((year) => {
      const owed = owedBy(year);
      live(year, {
        each: (day, { ledgers }) => {
          for (const each of owed) {
            const duty = ledgers.get(each.quarter)?.duties[each.id];
            if (!duty?.waived || duty.met) continue;
            const isExcused = duty.waived.until === undefined || day <= duty.waived.until;
            const isOverdue = statusOf(duty, day, undefined) === 'overdue';
            expect(isOverdue).toBe(!isExcused && day > each.due);
            if (!isExcused) expect(expected(each, day)).toBe(day > each.due ? 'overdue' : 'waiting');
          }
        },
      });
    });
  });

  test('each disclosure answers the oldest occurrence of its row that still waits', () => {
    always((year) => {
      const { ledgers, done } = live(year);
      for (const quarter of QUARTERS) {
        const wanted = occurrencesIn(quarter, year, done).map(({ row, happened, due, met }) =>
          [row, happened, due, met].join(),
        );
        const found = Object.values(ledgers.get(quarter.name)?.duties ?? {})
          .filter(({ kind }) => kind === 'occurrence')
          .map(({ row, from, due, met }) => [row, from, due, met?.on].join());
        expect(found.toSorted()).toEqual(wanted.toSorted());
      }
    });
  });
});

describe('after any outage', () => {
  const NONE: ReadonlySet<Day> = new Set();

  test('everything stands as if there had been none, and who is still asked has heard the same step', () => {
    always((year) => {
      const [with_, without] = [live(year), live(year, { outage: NONE })];
      const stand = (life: Life) =>
        dutiesOf(life).map(({ key, duty, ledger }) => {
          const { step, ...rest } = duty;
          const status = statusOf(duty, LAST, undefined);
          // Who was excused while the machine stood still was not asked before, and is not asked now.
          const isOver = duty.met !== undefined || status === 'waived' || status === 'not-applicable';
          return [key, rest, status, isOver ? 'over' : step, ledger.arrears];
        });
      expect(stand(with_)).toEqual(stand(without));
      for (const { key, duty } of dutiesOf(with_)) {
        const other = dutiesOf(without).find((each) => each.key === key);
        expect(duty.step).toBeLessThanOrEqual(other?.duty.step ?? -2);
      }
    });
  });

  test('quarters that were opened late, one or several at once, are those opened in time', () => {
    always((year) => {
      const [late, inTime] = [live(year), live(year, { outage: NONE })];
      expect(eventsOf(late, 'PeriodOpened')).toEqual(eventsOf(inTime, 'PeriodOpened'));
    });
  });

  test('a quarter that is closed late ended as it did, when all was heard of in time', () => {
    always((year) => {
      const punctual = { ...year, acts: year.acts.filter(({ kind, flag }) => kind !== 'disclose' || !flag) };
      const [late, inTime] = [live(punctual), live(punctual, { outage: NONE })];
      const byPeriod = (life: Life) =>
        eventsOf(life, 'PeriodClosed').toSorted((a, b) => a.period.localeCompare(b.period));
      expect(byPeriod(late)).toEqual(byPeriod(inTime));
    });
  });
});

test('the years are worth living: waivers, snoozes, late quarters, holidays, all kinds of alerts', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(years, (year) => {
      for (const { events, period, now } of live(year).steps)
        for (const { type } of events) {
          const isLate =
            type === 'PeriodOpened' &&
            dayOf(now) > (QUARTERS.find(({ name }) => name === period)?.until ?? '');
          for (const name of isLate ? [type, 'opened after its end'] : [type])
            seen.set(name, (seen.get(name) ?? 0) + 1);
        }
    }),
    { numRuns: 60, seed: 11 },
  );
  const wanted = [
    'DutyDueSoon',
    'DutyOverdue',
    'DutyEscalated',
    'DutyMet',
    'DutyWaived',
    'WaiverEnded',
    'DutySnoozed',
    'DutyArose',
    'AlertsPostponed',
    'RowDisclosed',
    'PeriodClosed',
    'opened after its end',
  ];
  expect(wanted.filter((name) => !seen.has(name))).toEqual([]);
});
