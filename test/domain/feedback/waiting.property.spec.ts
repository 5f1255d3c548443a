import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackWaitsOf } from '../../../domain/feedback/card.ts';
import type { FeedbackCommand } from '../../../domain/feedback/commands.ts';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import type { FeedbackState } from '../../../domain/feedback/state.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { addDays, dayOf, endOfDay, type Instant, plusDays } from '../../../domain/kernel/time.ts';
import { NOW, person } from '../item/school.ts';
import {
  ANONYMOUS,
  answer,
  assign,
  close,
  issue,
  leave,
  morning,
  received,
  rectify,
  tick,
  VISITOR,
} from './opinions.ts';

/** What people may do to an opinion, in any order, sensibly or not. */
const DEEDS: readonly ((now: Instant) => FeedbackCommand)[] = [
  (now) => assign('zhou', undefined, { now }),
  (now) => assign('wu', dayOf(now), { now }),
  (now) => issue('RaiseFeedback', { reason: '急。' }, { now }),
  (now) => answer({ now }),
  (now) => close('无具体内容。', { now }),
  (now) => rectify('wu', addDays(dayOf(now), 20), { now }),
  (now) => issue('ReportRectification', { proof: '已改。' }, { now, by: person('wu') }),
  (now) => issue('VerifyRectification', { ok: true, note: '属实。' }, { now }),
  (now) => issue('VerifyRectification', { ok: false, note: '不够。' }, { now }),
  (now) => issue('ReopenFeedback', { reason: '再办。' }, { now, by: VISITOR, facts: { holdsReceipt: true } }),
  (now) =>
    issue(
      'MergeFeedback',
      { into: 'fb-2' },
      { now, facts: { into: { id: 'fb-2', state: received().state } } },
    ),
];

function apply(state: FeedbackState, command: FeedbackCommand): FeedbackState {
  try {
    const context = { at: command.now, by: command.actor };
    return feedbackDecider
      .decide(command, state)
      .reduce((folded, event) => feedbackDecider.evolve(folded, event, context), state);
  } catch (error) {
    if (error instanceof Refusal) return state;
    throw error;
  }
}

/** The due-worker, which wakes it whenever its time has come, until the instant. */
function wake(state: FeedbackState, until: Instant): FeedbackState {
  let now = state;
  for (let turn = 0; turn < 60; turn += 1) {
    const due = feedbackDecider.nextDue(now);
    if (due === undefined || due > until) return now;
    const after = apply(now, tick(due));
    expect(after, `woken in vain at ${due}`).not.toBe(now);
    now = after;
  }
  throw new Error('it never comes to rest');
}

const lives = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 12 }), deed: fc.nat(DEEDS.length - 1) }),
  { maxLength: 12 },
);

function live(
  life: readonly { readonly after: number; readonly deed: number }[],
  look: (state: NonNullable<FeedbackState>, now: Instant) => void,
): void {
  let now = NOW;
  let state: FeedbackState = apply(undefined, leave(ANONYMOUS));
  for (const { after, deed } of life) {
    now = plusDays(now, after);
    state = wake(state, now);
    if (state) look(state, now);
    state = apply(state, (DEEDS[deed] as (at: Instant) => FeedbackCommand)(now));
    if (state) look(state, now);
  }
}

describe('whatever people do, and whenever', () => {
  test('an opinion has an owner and a day once its first day has passed', () => {
    fc.assert(
      fc.property(lives, (life) => {
        live(life, (state, now) => {
          if (now < endOfDay(dayOf(NOW)) || state.closed || state.into) return;
          expect(state.owner ?? state.answer?.by, JSON.stringify(state)).toBeDefined();
          expect(state.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('[JX-05] no opinion is without a next step and its day, until it is closed or handled with another one', () => {
    fc.assert(
      fc.property(lives, (life) => {
        live(life, (state) => {
          const waits = feedbackWaitsOf(state);
          const isOver = state.closed !== undefined || state.into !== undefined;
          expect(waits.length > 0, JSON.stringify(state)).toBe(!isOver);
          for (const { due } of waits) expect(due).toBeDefined();
          expect(feedbackDecider.nextDue(state) === undefined && !isOver && !waits.length).toBe(false);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('answering stops its reminders, however far they had climbed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (days) => {
        const late = plusDays(NOW, days);
        const climbed = wake(apply(apply(undefined, leave()), assign('zhou')), late);
        const answered = apply(climbed, answer({ now: late }));
        let state = answered;
        const spoken: string[] = [];
        for (let due = feedbackDecider.nextDue(state); due; due = feedbackDecider.nextDue(state)) {
          const events = feedbackDecider.decide(tick(due), state);
          spoken.push(...events.map(({ type }) => type));
          state = apply(state, tick(due));
        }
        expect(spoken).toEqual(['FeedbackClosed']);
      }),
      { numRuns: 61 },
    );
  });

  test('each step is spoken of at most once, late before it goes higher, and only the highest after an outage', () => {
    const assigned = apply(apply(undefined, leave()), assign('zhou'));
    const said: string[] = [];
    let state = assigned;
    for (let due = feedbackDecider.nextDue(state); due; due = feedbackDecider.nextDue(state)) {
      for (const { type, data } of feedbackDecider.decide(tick(due), state))
        said.push(`${type} ${(data as { step?: string }).step}`);
      state = apply(state, tick(due));
    }
    expect(said).toEqual([
      'FeedbackDueSoon T-7',
      'FeedbackDueSoon T-3',
      'FeedbackDueSoon T-1',
      'FeedbackDueSoon T',
      'FeedbackOverdue T+1',
      'FeedbackEscalated T+2',
      'FeedbackEscalated T+3',
      'FeedbackEscalated T+5',
      'FeedbackEscalated T+10',
    ]);
    const outage = feedbackDecider.decide(tick(morning('2026-09-25')), assigned);
    expect(outage).toMatchObject([{ type: 'FeedbackOverdue', data: { owed: 'answer', step: 'T+3' } }]);
  });

  test('a rectification climbs a ladder of its own, and stops when it is verified', () => {
    const state = apply(apply(apply(undefined, leave()), answer()), rectify('wu', '2026-09-30'));
    const late = wake(state, morning('2026-10-15'));
    expect(late?.climbs.rectification?.spoken).toBe('T+5');
    const reported = apply(late, issue('ReportRectification', { proof: '已改。' }, { by: person('wu') }));
    const verified = apply(reported, issue('VerifyRectification', { ok: true, note: '属实。' }));
    expect(feedbackDecider.nextDue(verified)).toBe(endOfDay('2026-09-08'));
    expect(wake(verified, morning('2026-10-16'))?.closed?.by).toBe('due-worker');
  });
});
