import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Alert, isDutyAlert } from '../../../domain/alert/alert.ts';
import type { DigestEvent } from '../../../domain/alert/digest-events.ts';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { LedgerEvent } from '../../../domain/duty/events.ts';
import { parseStream } from '../../../domain/kernel/scope.ts';
import { addDays, dayOf, minuteOf } from '../../../domain/kernel/time.ts';
import type { BusEvent } from '../../../functions/edge/bus-event.ts';
import { AlertWorld, DISTRICT, SCHOOL } from './alert-world.ts';

const ROWS = ['b-01', 'b-02', 'b-03'];
const DAYS = Array.from({ length: 40 }, (_, index) => addDays('2026-12-17', index));
const CALENDAR = calendarOf({});

/** Who is told at each step by the default ladder, where every seat of it is held. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'T-7': ['zhou-min'],
  'T-3': ['zhou-min'],
  'T-1': ['zhou-min'],
  T: ['zhou-min', 'ma-yuan'],
  'T+1': ['chen-guang'],
  'T+2': ['chen-guang'],
  'T+3': ['chen-guang'],
  'T+5': ['qiu-lan'],
  'T+10': ['qiu-lan', 'chen-guang'],
};

/** What may go wrong in a run: all of it follows from numbers, so that a run can be repeated. */
const mishaps = fc.record({
  /** Days on which nothing runs. */
  outage: fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 8 }),
  /** For each event in turn: how many times it comes, and after how many rounds. */
  fates: fc.array(fc.record({ copies: fc.integer({ min: 1, max: 3 }), delay: fc.nat({ max: 9 }) }), {
    minLength: 1,
    maxLength: 25,
  }),
  /** Which of the commits that tell of a sent mail get lost. */
  lost: fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 6 }),
  /** Which mails the server does not take. */
  refused: fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 6 }),
  shuffle: fc.nat({ max: 1000 }),
  disclosedOn: fc.nat({ max: 39 }),
});

test('each alert is in one digest of everybody who is to be told, and each digest is mailed once', async () => {
  await fc.assert(
    fc.asyncProperty(mishaps, async ({ outage, fates, lost, refused, shuffle, disclosedOn }) => {
      const world = new AlertWorld();
      world.openLedger(...ROWS);
      let commits = 0;
      const lostMails: string[] = [];
      world.log.loses = (events) => {
        if (!events.some(({ type }) => type === 'DigestSent')) return false;
        commits += 1;
        if (!lost.includes(commits)) return false;
        lostMails.push(world.mails.at(-1)?.messageId ?? '');
        return true;
      };
      let attempts = 0;
      world.refuse = () => {
        attempts += 1;
        return refused.includes(attempts) ? new Error('try again later') : undefined;
      };

      let waiting: { event: BusEvent; rounds: number }[] = [];
      let number = 0;
      const round = async () => {
        for (const event of world.relay()) {
          const { copies, delay } = fates[number % fates.length] ?? { copies: 1, delay: 0 };
          for (let copy = 0; copy < copies; copy += 1) waiting.push({ event, rounds: delay * copy + delay });
          number += 1;
        }
        const [ready, later] = [waiting.filter((w) => w.rounds <= 0), waiting.filter((w) => w.rounds > 0)];
        waiting = later.map(({ event, rounds }) => ({ event, rounds: rounds - 1 }));
        const order = ready.toSorted((a, b) => rank(a.event.id, shuffle) - rank(b.event.id, shuffle));
        // What fails comes again, as from a queue.
        for (const { event } of order) {
          await world.take(event).catch(() => waiting.push({ event, rounds: 1 }));
        }
      };
      for (const [index, day] of DAYS.entries()) {
        if (outage.includes(index)) continue;
        for (const time of ['00:31', '01:01', '01:20', '02:00', '05:00', '11:00']) {
          world.now = `${day}T${time}:00.000Z`;
          await world.wake();
          if (index === disclosedOn && time === '05:00') await world.disclose('b-02');
          for (let again = 0; again < 3; again += 1) await round();
        }
      }

      while (waiting.length > 0) await round();

      expect(notedIn(world)).toEqual(expectedOf(world));
      const counts = Map.groupBy(world.mails, ({ messageId }) => messageId);
      for (const [id, mails] of counts) {
        // Never twice, but where nobody could know that it had been sent; and then under the same id.
        expect(mails.length - 1).toBeLessThanOrEqual(lostMails.filter((each) => each === id).length);
        expect(new Set(mails.map(({ text }) => text)).size).toBe(1);
      }
      const ended = world.recorded('DIGEST').filter(({ event }) => event.type === 'DigestSent');
      expect(new Set(ended.map(({ stream }) => stream)).size).toBe(ended.length);
      for (const { at } of world.mails) {
        expect(CALENDAR.dayKind(dayOf(at)).working).toBe(true);
        expect(minuteOf(at).slice(11) >= '09:00' && minuteOf(at).slice(11) < '20:00').toBe(true);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

/** Every duty in every alert that was noted, in order; once more for each time it was noted. */
function notedIn(world: AlertWorld): readonly string[] {
  return world
    .recorded('DIGEST')
    .flatMap(({ stream, event }) => {
      const each = event as DigestEvent;
      if (each.type !== 'AlertNoted') return [];
      const { addressee, alert } = each.data;
      return linesOf(parseStream(stream).organisation, addressee.id, alert);
    })
    .toSorted();
}

const linesOf = (organisation: string, person: string, alert: Alert): readonly string[] =>
  isDutyAlert(alert)
    ? alert.duties.map(({ id }) => `${organisation} ${person} ${alert.kind} ${alert.step} ${id}`)
    : [];

/** The same from the ledger, by the simplest reading of the ladder. */
function expectedOf(world: AlertWorld): readonly string[] {
  const houseOf = (person: string) => (person === 'qiu-lan' ? DISTRICT : SCHOOL).organisation;
  const spoken = { DutyDueSoon: 'due-soon', DutyOverdue: 'overdue', DutyEscalated: 'escalated' } as const;
  const heard = new Map<string, Set<string>>();
  return world
    .recorded('LEDGER')
    .flatMap(({ event }) => {
      const each = event as LedgerEvent;
      if (each.type === 'DutyMet') {
        return each.data.duties.flatMap((duty) =>
          [...(heard.get(duty) ?? [])].map((who) => `${houseOf(who)} ${who} met ${each.data.told} ${duty}`),
        );
      }
      if (!(each.type in spoken)) return [];
      const { step, duties } = each.data as { step: string; duties: readonly string[] };
      return duties.flatMap((duty) =>
        (TOLD[step] ?? []).map((who) => {
          heard.set(duty, (heard.get(duty) ?? new Set()).add(who));
          return `${houseOf(who)} ${who} ${spoken[each.type as keyof typeof spoken]} ${step} ${duty}`;
        }),
      );
    })
    .toSorted();
}

/** Some order that is not that of the events. */
const rank = (id: string, seed: number): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 1_000_003, seed);
