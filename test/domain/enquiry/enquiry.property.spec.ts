import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EnquiryCommand } from '../../../domain/enquiry/commands.ts';
import { enquiryDecider } from '../../../domain/enquiry/enquiry.ts';
import { bestMatches, gramsOf, matchOf } from '../../../domain/enquiry/matching.ts';
import { type Enquiry, legNow } from '../../../domain/enquiry/state.ts';
import { enquiryTasksNow } from '../../../domain/enquiry/tasks.ts';
import { enquiryWaits } from '../../../domain/enquiry/waits.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { addDays, dayOf, type Instant, plusDays } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import { CLOCK, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';
import { ask, FACTS, issue, proposal, REFUSAL, VISITOR } from './cases.ts';

const PEOPLE = ['li', 'wang', 'zhou', 'chen', 'he', 'lin', 'wu', 'qu-head', 'qu-office'];

interface Moment {
  readonly now: Instant;
  readonly by: string;
  readonly day: number;
}

type Make = (moment: Moment) => EnquiryCommand;
const said = '经研究，答复如下。';
const until = ({ now, day }: Moment) => addDays(dayOf(now), day);

/** Every command, with data that is often right. */
const MOVES: readonly Make[] = [
  (m) => issue('AssignEnquiry', { owner: m.by }, as(m)),
  (m) => issue('AskForClarity', { text: said, until: until(m) }, byOffice(m)),
  (m) => issue('Clarify', { text: said }, holding(m)),
  (m) => issue('ProposeDecision', proposal(), byOffice(m)),
  (m) => issue('ProposeDecision', REFUSAL, as(m)),
  (m) =>
    issue(
      'ProposeDecision',
      proposal({ outcome: 'not-for-now', ground: 'not-yet-due', lookAgainOn: until(m) }),
      as(m),
    ),
  (m) => issue('ApproveDecision', {}, as(m)),
  (m) => issue('ApproveDecision', {}, { ...as(m), by: person('zhou') }),
  (m) => issue('ReturnDecision', { reason: said }, as(m)),
  (m) => issue('ExtendEnquiry', { days: 4 + m.day, reason: said }, as(m)),
  (m) => issue('PauseClock', { ground: 'superior', text: said, until: until(m) }, byOffice(m)),
  (m) => issue('ResumeClock', {}, as(m)),
  (m) => issue('DiscloseEnquiry', { text: said }, as(m)),
  (m) => issue('SettlePromotion', { as: 'declined', reason: said }, as(m)),
  (m) => issue('FileComplaint', { text: said }, holding(m)),
  (m) => issue('DecideComplaint', { upheld: m.day % 2 === 0, text: said }, { ...as(m), by: person('lin') }),
  (m) => issue('RecordVisit', { channel: 'phone', question: said, answer: said }, as(m)),
];
const as = ({ now, by }: Moment) => ({ now, by: person(by), facts: FACTS });
/** By somebody of the office who did not ask, mostly. */
const byOffice = ({ now, day }: Moment) => ({ now, by: person(day % 2 ? 'li' : 'wang'), facts: FACTS });
const holding = ({ now }: Moment) => ({ now, by: VISITOR, facts: { ...FACTS, holdsReceipt: true } });

interface Step {
  readonly move: number;
  readonly by: string;
  readonly wait: number;
  readonly day: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  move: fc.nat(MOVES.length - 1),
  by: fc.constantFrom(...PEOPLE),
  wait: fc.constantFrom(0, 0, 0, 1, 2, 5),
  day: fc.integer({ min: 1, max: 6 }),
});

/** A case as it was after each step, with the clock run whenever it was due, at the end of every day. */
function* lives(
  steps: readonly Step[],
  asker: string | undefined,
): Generator<{ state: Enquiry; now: Instant }> {
  let now = NOW;
  let state: Enquiry | undefined;
  const take = (command: EnquiryCommand) => {
    try {
      for (const event of enquiryDecider.decide(command, state))
        state = enquiryDecider.evolve(state, event, { at: command.now, by: command.actor });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  take(asker === undefined ? ask() : ask({ from: { kind: 'signed' } }, { by: person(asker) }));
  for (const { move, by, wait, day } of steps) {
    for (let left = wait; left > 0; left -= 1) {
      now = plusDays(now, 1);
      take(issue('TimePassed', {}, { by: CLOCK, now, facts: FACTS }));
    }
    const make = MOVES[move] as Make;
    take(make({ now, by, day }));
    take(issue('TimePassed', {}, { by: CLOCK, now, facts: FACTS }));
    if (state) yield { state, now };
  }
}

const always = (check: (at: { state: Enquiry; now: Instant }) => void) =>
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 3, maxLength: 30, size: 'max' }),
      fc.option(fc.constantFrom(...PEOPLE), { nil: undefined }),
      (steps, asker) => {
        for (const moment of lives(steps, asker)) check(moment);
      },
    ),
    { numRuns: 200 },
  );

test('no open case is without an owner and a date, whatever anybody does', () => {
  let open = 0;
  const seen = new Set<string>();
  always(({ state }) => {
    seen.add(state.stage);
    if (state.stage === 'closed' || state.stage === 'answered') return;
    open += 1;
    expect(state.owner).toBeDefined();
    expect(state.standstill?.until ?? legNow(state)?.due).toBeDefined();
    if (!state.overdue) expect(enquiryDecider.nextDue(state)).toBeDefined();
  });
  expect(open).toBeGreaterThan(1_000);
  expect([...seen].sort()).toEqual(['clarifying', 'closed', 'complained', 'decided', 'paused', 'to-approve']);
});

test('a clock that stands still never becomes overdue', () => {
  let stood = 0;
  always(({ state }) => {
    if (!state.standstill) return;
    stood += 1;
    expect(state.overdue).toBe(false);
  });
  expect(stood).toBeGreaterThan(40);
});

test('nobody ever had a hand in their own request, and no two decisive hands were one', () => {
  let decisions = 0;
  always(({ state }) => {
    for (const { by, approvers } of state.decisions) {
      decisions += 1;
      expect(approvers).not.toContain(by);
      expect([by, ...approvers]).not.toContain(state.asker);
    }
    expect(state.owner === undefined || state.owner !== state.asker).toBe(true);
  });
  expect(decisions).toBeGreaterThan(200);
});

test('whoever has a task may do it, and an open case is always on somebody’s desk', () => {
  let tasks = 0;
  const tenants = { organisation: SCHOOL, superior: DISTRICT };
  always(({ state, now }) => {
    const found = enquiryTasksNow(enquiryWaits(state), tenants, now);
    if (!['closed', 'clarifying', 'answered'].includes(state.stage)) expect(found).not.toEqual([]);
    for (const { kind, seats, except = [], people = [], organisation } of found) {
      const place = organisation === 'superior' ? DISTRICT : SCHOOL;
      const holding = seats ? [...holders(place, seats, now)] : [];
      const theirs = [...people, ...holding].filter((each) => !except.includes(each));
      expect(theirs.length, kind).toBeGreaterThan(0);
      if (kind !== 'approve-decision') continue;
      tasks += 1;
      for (const by of PEOPLE) {
        const may = mayApprove(state, by, now);
        expect([by, may]).toEqual([by, theirs.includes(by)]);
      }
    }
  });
  expect(tasks).toBeGreaterThan(200);
});

function mayApprove(state: Enquiry, by: string, now: Instant): boolean {
  try {
    enquiryDecider.decide(issue('ApproveDecision', {}, { by: person(by), now }), state);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const han = fc.string({
  unit: fc.constantFrom(...'党费收缴校车合同采购食堂补助名单结果方案'),
  minLength: 2,
  maxLength: 20,
});

test('a text is found by its own words, and its words are found in it', () => {
  fc.assert(
    fc.property(han, han, (query, other) => {
      expect(matchOf(gramsOf(query), `关于${query}的情况`)?.score).toBe(1);
      for (const gram of matchOf(gramsOf(query), other)?.shared ?? []) {
        expect(query).toContain(gram);
        expect(other).toContain(gram);
      }
    }),
  );
});

test('anything may be looked for: what comes back is best first, and never more than asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.string({ unit: 'binary' })),
      (query, texts) => {
        const found = bestMatches(query, texts, (text) => text, 3);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      },
    ),
    { numRuns: 500 },
  );
});
