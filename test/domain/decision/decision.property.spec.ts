import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionCommand } from '../../../domain/decision/commands.ts';
import { decisionDecider } from '../../../domain/decision/decision.ts';
import type { DecisionEvent } from '../../../domain/decision/events.ts';
import { isCarried, isGrave, isQuorum } from '../../../domain/decision/rules.ts';
import { type DecisionState, outcomeOf } from '../../../domain/decision/state.ts';
import { currentStep, stepsOf } from '../../../domain/decision/steps.ts';
import { STEP_NAMES, type StepName } from '../../../domain/decision/vocabulary.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { plusDays } from '../../../domain/kernel/time.ts';
import {
  action,
  confirmation,
  deliberation,
  disclosure,
  MEETING_DAY,
  meeting,
  notice,
  ORDINARY,
  passTime,
  propose,
  publicity,
  reported,
  round,
  skip,
  vote,
} from './decisions.ts';

const ballots = fc.record({
  secret: fc.boolean(),
  present: fc.integer({ min: 4, max: 8 }),
  yes: fc.integer({ min: 3, max: 8 }),
  no: fc.integer({ min: 0, max: 2 }),
  abstain: fc.integer({ min: 0, max: 1 }),
});

/** What may come next, the sensible and the other. */
const command: fc.Arbitrary<DecisionCommand> = fc.oneof(
  fc.constantFrom(notice(), deliberation(), publicity(), disclosure(), action(), reported(), confirmation()),
  fc.constantFrom(round(), round({ kind: 'letter' })),
  fc
    .constantFrom('to-vote' as const, 'adopted' as const, 'rejected' as const)
    .map((outcome) => meeting({ outcome })),
  ballots.map((data) => vote(data)),
  fc.constantFrom(...STEP_NAMES).map((step) => skip(step)),
  fc.integer({ min: 0, max: 90 }).map((days) => passTime(plusDays(MEETING_DAY, days))),
);
/** A shuffled life with slips in it: each in turn, and now and then anything at all. */
const life = fc
  .tuple(
    fc.constantFrom({}, ORDINARY, { ...ORDINARY, hot: true }),
    fc.array(command, { minLength: 10, maxLength: 60 }),
    fc.boolean(),
  )
  .map(([data, slips, isHelped]) => {
    const straight = [
      notice(),
      deliberation(),
      round(),
      round(),
      publicity(),
      meeting(),
      vote({ yes: 7, abstain: 0 }),
    ];
    const helped = isHelped
      ? straight.flatMap((each, index) => [...slips.slice(index, index + 1), each])
      : [];
    return [propose(data), ...helped, ...slips];
  });

const STEP_OF: Partial<Record<DecisionEvent['type'], StepName>> = {
  DecisionAnnounced: 'notice',
  DecisionDeliberated: 'deliberation',
  DecisionConsulted: 'consultation',
  DecisionPublicised: 'publicity',
  DecisionDiscussed: 'meeting',
  DecisionVoted: 'vote',
  DecisionDisclosed: 'disclosure',
  DecisionImplemented: 'tracking',
};
const stepOf = (event: DecisionEvent): StepName | undefined =>
  event.type === 'DecisionStepSkipped' ? event.data.step : STEP_OF[event.type];

function run(commands: readonly DecisionCommand[]) {
  const events: DecisionEvent[] = [];
  let state: DecisionState;
  for (const each of commands) {
    try {
      for (const event of decisionDecider.decide(each, state)) {
        events.push(event);
        state = decisionDecider.evolve(state, event, { at: each.now, by: each.actor });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  if (!state) throw new Error('every life begins with a proposal');
  return { events, state };
}

test('whatever people do, the steps are taken in their order, and none is missing without a word', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(life, (commands) => {
      const { events, state } = run(commands);
      const places = events.flatMap((event) => stepOf(event) ?? []).map((step) => STEP_NAMES.indexOf(step));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const current = currentStep(state);
      const steps = stepsOf(state, '2030-01-01');
      const before = steps.slice(0, current === undefined ? steps.length : STEP_NAMES.indexOf(current));
      for (const { status, recorded, reason } of before) {
        expect(['done', 'skipped', 'not-needed']).toContain(status);
        expect(status === 'not-needed' || recorded !== undefined).toBe(true);
        expect(status === 'skipped').toBe(reason !== undefined);
      }
      const where = current ?? 'over';
      seen.set(where, (seen.get(where) ?? 0) + 1);
    }),
    { numRuns: 400 },
  );
  expect(seen.size).toBeGreaterThanOrEqual(4);
});

test('nothing is adopted without a quorum, a majority, and for a major or hot matter without hearing people first', () => {
  let adopted = 0;
  fc.assert(
    fc.property(life, (commands) => {
      const { state } = run(commands);
      const { meeting: met, vote: voted, rounds, publicity: shown, rules } = state;
      if (voted && met) {
        expect(voted.yes + voted.no + voted.abstain).toBe(voted.present);
        expect(isQuorum(rules.quorum, voted.present, met.entitled)).toBe(true);
        expect(voted.carried).toBe(isCarried('members', { ...voted, entitled: met.entitled }));
      }
      if (outcomeOf(state) !== 'adopted' || !met) return;
      adopted += 1;
      expect(isQuorum(rules.quorum, voted?.present ?? met.present, met.entitled)).toBe(true);
      if (!isGrave(state)) return;
      expect(voted?.carried).toBe(true);
      expect(rounds.length).toBeGreaterThanOrEqual(2);
      expect(shown && shown.until < met.heldOn).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(adopted).toBeGreaterThan(20);
});

test('the clock says everything once, and asks for nothing that it has said', () => {
  fc.assert(
    fc.property(life, (commands) => {
      const { events, state } = run([...commands, passTime('2027-06-01T00:00:00.000Z')]);
      const said = events
        .filter(({ type }) => type === 'DecisionFellDue')
        .map(({ data }) => JSON.stringify(data));
      expect(new Set(said).size).toBe(said.length);
      expect(decisionDecider.nextDue(state)).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
