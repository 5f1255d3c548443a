import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliveryDecider } from '../../../domain/display/delivery.ts';
import type { Answer, DeliveryEvent } from '../../../domain/display/delivery-commands.ts';
import { type DeliveryState, isSuccess } from '../../../domain/display/delivery-state.ts';
import { MAX_ATTEMPTS } from '../../../domain/display/retry.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { delivery, NOW, PLAN, SYSTEM } from './samples.ts';

const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ status: fc.constantFrom(200, 204, 302, 400, 410, 429, 500, 503) }),
  fc.record({ status: fc.constant(503), retryAfter: fc.nat(200_000) }),
  fc.record({ failure: fc.constantFrom('timeout' as const, 'unreachable' as const) }),
);

type Step =
  | { readonly kind: 'plan'; readonly onShow: boolean; readonly revision: number; readonly content: string }
  | { readonly kind: 'answer'; readonly revision: number; readonly attempt: number; readonly answer: Answer }
  | { readonly kind: 'drop'; readonly revision: number }
  | { readonly kind: 'wait' }
  | { readonly kind: 'wake' };

const revisions = fc.integer({ min: 1, max: 6 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('plan' as const),
    onShow: fc.boolean(),
    revision: revisions,
    content: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    revision: revisions,
    attempt: fc.integer({ min: 1, max: MAX_ATTEMPTS }),
    answer: answers,
  }),
  fc.record({ kind: fc.constant('drop' as const), revision: revisions }),
  fc.constant({ kind: 'wait' as const }),
  fc.constant({ kind: 'wake' as const }),
);

function commandOf(step: Step, now: string) {
  switch (step.kind) {
    case 'plan': {
      const { onShow, revision, content } = step;
      return delivery('PlanDelivery', { ...PLAN, onShow, revision, content }, now);
    }
    case 'answer': {
      const { revision, attempt, answer } = step;
      return delivery('RecordAttempt', { revision, attempt, answer }, now);
    }
    case 'drop':
      return delivery('DropDelivery', { revision: step.revision, reason: 'display-disabled' }, now);
    default:
      return delivery('TimePassed', {}, now);
  }
}

/** Plays the steps; `wake` lets the time pass that the delivery waits for, `wait` ten minutes. */
function play(sequence: readonly Step[]) {
  const events: DeliveryEvent[] = [];
  let state: DeliveryState;
  let now = NOW;
  for (const step of sequence) {
    if (step.kind === 'wait') now = instantOf(Date.parse(now) + 600_000);
    if (step.kind === 'wake') now = [deliveryDecider.nextDue(state) ?? now, now].toSorted().at(-1) ?? now;
    const decided = deliveryDecider.decide(commandOf(step, now), state);
    for (const event of decided) state = deliveryDecider.evolve(state, event, { at: now, by: SYSTEM });
    events.push(...decided);
  }
  return { events, state };
}

test('a plan succeeds at most once, revisions never go back, nothing ends without an event, attempts are bounded', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (sequence) => {
      const { events } = play(sequence);
      let revision = 0;
      let open = false;
      let attempts = 0;
      for (const { type, data } of events) {
        switch (type) {
          case 'DeliveryPlanned':
            expect(open).toBe(false);
            expect(data.revision).toBeGreaterThanOrEqual(revision);
            [revision, open, attempts] = [data.revision, true, 1];
            break;
          case 'DeliveryRetryDue':
            attempts += 1;
            expect(open).toBe(true);
            expect(data).toEqual({ revision, attempt: attempts });
            expect(attempts).toBeLessThanOrEqual(MAX_ATTEMPTS);
            break;
          case 'DeliveryFailed':
            expect(open).toBe(true);
            expect(data.revision).toBe(revision);
            break;
          case 'DeliverySucceeded':
            expect(data.answer && isSuccess(data.answer)).toBe(true);
            expect(open).toBe(true);
            open = false;
            break;
          default:
            expect(open).toBe(true);
            open = false;
        }
      }
    }),
  );
});

test('whatever happened, a delivery that is left alone with a dead receiver comes to its end', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (sequence) => {
      const wakes = Array.from({ length: MAX_ATTEMPTS + 1 }, () => ({ kind: 'wake' }) as const);
      const { state } = play([...sequence, ...wakes]);
      expect(deliveryDecider.nextDue(state)).toBeUndefined();
      expect(state?.status).not.toBe('pending');
    }),
  );
});
