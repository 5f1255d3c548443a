import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../domain/item/card.ts';
import type { ItemEvent } from '../../../domain/item/events.ts';
import { versionFor } from '../../../domain/item/for-reader.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { mustShowUntil, toldAt } from '../../../domain/item/showing.ts';
import { faces, type Item, type ItemState, type Version } from '../../../domain/item/state.ts';
import { tasksNow, tasksOf } from '../../../domain/item/tasks.ts';
import { publicSteps, timelineOf } from '../../../domain/item/timeline.ts';
import { isOutsideParty } from '../../../domain/kernel/audience.ts';
import type { DomainEvent } from '../../../domain/kernel/decider.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import { isInsideFirst } from '../../../domain/organisation/policy.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import { type Life, lives, play, type Step } from './lives.ts';
import { approve, issue, itemOf, review } from './school.ts';

const RUNS = { numRuns: 120 };
const READERS: readonly Reader[] = [
  stranger('dongfang'),
  { ...stranger('dongfang'), person: 'teacher-qian', staff: true },
  { ...stranger('elsewhere'), person: 'guest', partyMember: true, staff: true },
];

/** Holds after every accepted command of every life. */
const always = (check: (step: Step, life: Life) => void) =>
  fc.assert(
    fc.property(lives, (life) => play(life, (step) => check(step, life))),
    RUNS,
  );

const versionOf = (state: ItemState, number: number) => itemOf(state).versions[number - 1] as Version;
const releasesIn = (events: readonly ItemEvent[]) => events.filter((event) => event.type === 'ItemReleased');

describe('whatever people try', () => {
  test('the lives are worth living: many reach each end', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(lives, (life) => {
        const seen = new Set<string>();
        play(life, ({ events }) => {
          for (const { type } of events) seen.add(type);
        });
        for (const type of seen) reached.set(type, (reached.get(type) ?? 0) + 1);
      }),
      { numRuns: 300, seed: 7 },
    );
    const common = [
      'ItemReleased',
      'ItemWithheld',
      'ItemWithdrawn',
      'ItemRevised',
      'ItemReturned',
      'ItemExpired',
    ];
    const rare = [
      'ProofRecorded',
      'LookAgainDue',
      'ConsultationLapsed',
      'ItemEscalated',
      'ItemClosed',
      'FindingMasked',
    ];
    for (const type of [...common, ...rare]) {
      expect([type, (reached.get(type) ?? 0) > (common.includes(type) ? 15 : 2)]).toEqual([type, true]);
    }
  });

  test('[DF-06] nothing is released without review, secrecy verdict, clean screen, and approval by somebody else', () => {
    always(({ events, before, after }) => {
      for (const { data } of releasesIn(events)) {
        const { review: verdict, approvals, authors, findings, approvedAt } = versionOf(after, data.version);
        expect(versionOf(before, data.version).approvedAt).toBe(approvedAt);
        expect(Object.values(verdict?.verdicts ?? {}).map(({ ok }) => ok)).toEqual([
          true,
          true,
          true,
          true,
          true,
        ]);
        expect(verdict?.secrecy.clear).toBe(true);
        expect(findings?.every(({ settled }) => settled)).toBe(true);
        expect(approvals.length).toBeGreaterThan(0);
        for (const { by } of [...approvals, ...(verdict ? [verdict] : [])]) expect(authors).not.toContain(by);
      }
    });
  });

  test('a matter that goes inside first is never told or shown outside before', () => {
    always(({ after, events }) => {
      for (const { data } of releasesIn(events)) {
        const { content, releases } = versionOf(after, data.version);
        if (!isInsideFirst(content.matter) || !isOutsideParty(data.audience)) continue;
        const outside = releases.find(({ audience }) => audience === data.audience);
        const inside = releases.find(({ audience }) => audience === 'party');
        expect(inside && outside && toldAt(inside) < toldAt(outside)).toBe(true);
      }
      for (const reader of READERS) {
        const seen = after && versionFor(reader, after, 'dongfang');
        if (seen && isInsideFirst(seen.content.matter)) {
          expect(seen.releases.map(({ audience }) => audience)).toContain('party');
        }
      }
    });
  });

  test('what no online form reaches is released by proof alone, and opens no page', () => {
    always(({ after, events }) => {
      for (const { data } of releasesIn(events)) {
        const isOnline = versionOf(after, data.version).releasesOnline?.includes(data.audience);
        expect(data.online).toBe(isOnline);
        if (!isOnline) expect(events.map(({ type }) => type)).toContain('ProofRecorded');
      }
    });
  });

  test('nothing is withheld and shown, or shown again once taken down', () => {
    always(({ after }) => {
      for (const { version } of faces(itemOf(after))) {
        expect(version.content.withheld).toBeUndefined();
        expect([version.withdrawn, version.expiredAt]).toEqual([undefined, undefined]);
      }
    });
  });

  test('only an error takes an item down before its minimum is over', () => {
    always(({ before, events, command }) => {
      for (const event of events) {
        if (event.type !== 'ItemExpired' && event.type !== 'ItemWithdrawn') continue;
        if (event.type === 'ItemWithdrawn' && event.data.inError) continue;
        const numbers = event.type === 'ItemExpired' ? [event.data.version] : event.data.versions;
        for (const number of numbers) {
          const until = mustShowUntil(versionOf(before, number));
          expect(until === undefined || until <= command.now).toBe(true);
        }
      }
    });
  });

  test('a newer version takes over: at any time at most one version is shown to a reader, never an older one later', () => {
    always(({ before, after }) => {
      for (const reader of READERS) {
        const was = before && versionFor(reader, before, 'dongfang')?.number;
        const is = after && versionFor(reader, after, 'dongfang')?.number;
        if (was !== undefined && is !== undefined) expect(is).toBeGreaterThanOrEqual(was);
      }
    });
  });
});

describe('the clock', () => {
  test('always finds something to do when it is due, and comes to rest', () => {
    always(({ after, command: { facts, now } }) => {
      let state = after;
      let time = now;
      for (let turn = 0; ; turn++) {
        expect(turn).toBeLessThan(20);
        const due = itemDecider.nextDue(state);
        if (due === undefined) return;
        expect(new Date(due).toISOString()).toBe(due);
        time = [time, due].toSorted().at(-1) ?? due;
        const tick = issue('TimePassed', {}, { now: time, facts });
        const events = itemDecider.decide(tick, state);
        expect(events.length).toBeGreaterThan(0);
        state = events.reduce((s, e) => itemDecider.evolve(s, e, { at: time, by: tick.actor }), state);
      }
    });
  });

  test('does nothing before it is due', () => {
    always(({ after, command: { facts, now } }) => {
      const due = itemDecider.nextDue(after);
      if (due === undefined || due > now) {
        expect(itemDecider.decide(issue('TimePassed', {}, { now, facts }), after)).toEqual([]);
      }
    });
  });
});

describe('the record', () => {
  test('folds from its stored form to the very state that decided', () => {
    fc.assert(
      fc.property(lives, (life) => {
        let folded: ItemState;
        let last: ItemState;
        play(life, ({ events, context, after }) => {
          const stored = JSON.parse(JSON.stringify(events)) as ItemEvent[];
          folded = stored.reduce((state, event) => itemDecider.evolve(state, event, context), folded);
          last = after;
        });
        expect(folded).toEqual(last);
      }),
      RUNS,
    );
  });

  test('is read without fail in any order of events, wherever it is cut', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), (life, luck) => {
        const all: { event: ItemEvent; context: Step['context'] }[] = [];
        play(life, ({ events, context }) => all.push(...events.map((event) => ({ event, context }))));
        const shuffled = all.toSorted(() => ((luck.next().value ?? 0) % 3) - 1);
        const state = shuffled.reduce<ItemState>(
          (s, { event, context }) => itemDecider.evolve(s, event, context),
          undefined,
        );
        itemDecider.nextDue(state);
        timelineOf(shuffled.map(({ event, context }) => ({ ...context, events: [event as DomainEvent] })));
      }),
      RUNS,
    );
  });

  test('projects to a card and a timeline at every step', () => {
    always(({ after, command: { facts, now }, events, context }) => {
      const card = cardOf(itemOf(after), { id: 'i-1', organisation: 'dongfang' });
      expect(JSON.parse(JSON.stringify(card))).toEqual(card);
      const { organisation, superior } = facts;
      const tasks = tasksNow(card.waits, { organisation, ...(superior && { superior }) }, now);
      expect(tasks).toEqual(tasksOf(itemOf(after), organisation, superior, now));
      expect(card.onShow).toBe(faces(itemOf(after)).length > 0);
      const timeline = timelineOf([{ ...context, events }]);
      expect(timeline).toHaveLength(events.length);
      expect(JSON.stringify(publicSteps(timeline, 99))).not.toContain('"person"');
    });
  });
});

describe('a task', () => {
  /** Refused for what the person is, as against what the item is. */
  const isBarred = (run: () => unknown): boolean => {
    try {
      run();
      return false;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.text.kind === 'forbidden';
    }
  };

  test('to review or approve falls to people who may, and to nobody else', () => {
    always(({ after, command: { facts, now } }) => {
      const item: Item = itemOf(after);
      for (const task of tasksOf(item, facts.organisation, facts.superior, now)) {
        const command =
          task.kind === 'review' ? review : task.kind.startsWith('approve') ? approve : undefined;
        const where = task.organisation === 'own' ? facts.organisation : facts.superior;
        if (!command || !where) continue;
        for (const person of ['li', 'wang', 'zhou', 'chen', 'sun', 'gao', 'qu-head', 'qu-office']) {
          const isTheirs =
            holders(where, task.seats ?? [], now).has(person) && !task.except?.includes(person);
          expect(isBarred(() => itemDecider.decide(command({ by: person, now, facts }), item))).toBe(
            !isTheirs,
          );
        }
      }
    });
  });
});
