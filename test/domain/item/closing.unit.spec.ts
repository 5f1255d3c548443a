import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { inWork, onShow, tenseOf } from '../../../domain/item/state.ts';
import { decided, revise } from './revisions.ts';
import {
  approve,
  approved,
  at,
  DECISION,
  FACTS,
  issue,
  itemOf,
  NOW,
  passTime,
  released,
  reviewed,
  withPolicy,
} from './school.ts';

describe('CloseItem', () => {
  const close = issue('CloseItem', {});

  test('ends the work and leaves the item up', () => {
    const closed = released().when(close);
    expect(onShow(itemOf(closed.state))?.number).toBe(1);
    expect(tenseOf(itemOf(closed.state))).toBe('done');
    closed.when(close).thenRefused('wrong-stage');
    expect(inWork(itemOf(closed.state))).toBeUndefined();
  });

  test('waits for every audience of the plan', () => {
    const inside = approved(DECISION).when(passTime(at('2026-09-02 09:00')));
    inside.when(close).thenRefused('releases-open', { count: 1 });
    decided().when(close).thenTypes('ItemClosed');
  });

  test('of a plan waits for its result', () => {
    const plan = released({ pair: { part: 'plan' } });
    plan.when(close).thenRefused('result-missing');
    const facts = { ...close.facts, resultDisclosed: true };
    plan.when(issue('CloseItem', {}, { facts })).thenTypes('ItemClosed');
    plan
      .when(issue('RecordProgress', { text: '已全部落实。', percent: 100 }))
      .when(close)
      .thenTypes('ItemClosed');
  });

  describe('while opinions are asked for', () => {
    const asking = withPolicy({ feedbackWindowDays: 10 });
    /** Released on Tuesday, the first of September: the tenth working day after it is the fifteenth. */
    const shown = (facts = asking) => reviewed({}, { facts }).when(approve({ facts })).when(passTime(NOW));
    const closeOn = (now: string, opinions = FACTS.opinions) =>
      issue('CloseItem', {}, { now, facts: { ...FACTS, ...(opinions && { opinions }) } });

    test('is refused until the last day is over', () => {
      for (const now of [NOW, at('2026-09-15 23:59')])
        shown().when(closeOn(now)).thenRefused('opinions-asked-for', { until: '2026-09-15' });
      shown()
        .when(closeOn(at('2026-09-16 00:00')))
        .thenTypes('ItemClosed');
    });

    test('the policy of the day of the approval holds, and the stricter of two', () => {
      const above = { ...FACTS, superior: withPolicy({ feedbackWindowDays: 10 }).organisation };
      for (const facts of [asking, above])
        shown(facts).when(closeOn(NOW)).thenRefused('opinions-asked-for', { until: '2026-09-15' });
      shown(FACTS).when(closeOn(NOW)).thenTypes('ItemClosed');
    });

    test('a calendar that makes days off of working days takes it further', () => {
      const calendar = calendarOf({ '2026-09-07': { working: false, name: '校庆' } });
      shown()
        .when(closeOn(NOW, { calendar, unanswered: 0 }))
        .thenRefused('opinions-asked-for', { until: '2026-09-16' });
    });

    test('is refused before every opinion is answered, whenever that is', () => {
      const waiting = { calendar: calendarOf({}), unanswered: 2 };
      shown()
        .when(closeOn(at('2026-12-01 09:00'), waiting))
        .thenRefused('opinions-unanswered', { count: 2 });
      released().when(closeOn(NOW, waiting)).thenRefused('opinions-unanswered', { count: 2 });
    });

    test('nobody is asked about what has been taken down', () => {
      shown()
        .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
        .when(closeOn(NOW))
        .thenTypes('ItemClosed');
    });
  });

  test('of a withheld item is possible when it cannot be disclosed at all', () => {
    const withheld = { kind: 'cannot', ground: 'party-secret', explanation: '涉及党内秘密。' } as const;
    reviewed({ withheld }).when(approve()).when(close).thenTypes('ItemClosed');
  });

  test('does not cut off a revision, and takes somebody of the office', () => {
    released().when(revise()).when(close).thenRefused('wrong-stage', { stage: '拟稿' });
    released()
      .when(issue('CloseItem', {}, { by: 'lin' }))
      .thenRefused('not-permitted');
  });
});
