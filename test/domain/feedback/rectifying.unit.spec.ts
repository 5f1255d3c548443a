import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../domain/feedback/state.ts';
import { person } from '../item/school.ts';
import { answer, close, issue, received, rectify } from './opinions.ts';

describe('a rectification', () => {
  const report = (by = 'wu') =>
    issue('ReportRectification', { proof: '明细已于九月二十日上栏。' }, { by: person(by) });
  const verify = (ok: boolean, by: string) =>
    issue('VerifyRectification', { ok, note: '已核对。' }, { by: person(by) });

  test('is demanded of somebody by a day', () => {
    received().when(rectify()).thenTypes('RectificationRequired');
    received()
      .when(rectify('wu', '2026-09-30', { by: person('wu') }))
      .thenRefused('not-permitted');
    received().when(rectify('nobody')).thenRefused('owner-not-on-roster');
    received().when(rectify('wu', '2026-08-31')).thenRefused('due-day-out-of-range', { field: 'dueOn' });
    received().when(rectify()).when(rectify()).thenRefused('rectification-open');
  });

  test('is proved by whoever had to do it, and seen by somebody else', () => {
    const demanded = received().when(rectify());
    received().when(report()).thenRefused('rectification-missing');
    demanded.when(report('li')).thenRefused('rectification-not-yours');
    demanded.when(verify(true, 'li')).thenRefused('rectification-unreported');
    const reported = demanded.when(report());
    reported.when(verify(true, 'teacher-qian')).thenRefused('not-permitted');
    const own = received().when(rectify('li')).when(report('li'));
    own.when(verify(true, 'li')).thenRefused('rectification-own');
    // The head of the supervision group holds no seat in the office.
    reported.when(verify(true, 'lin')).thenTypes('RectificationVerified');
    const back = reported.when(verify(false, 'li'));
    back.thenTypes('RectificationReturned');
    back.when(verify(true, 'li')).thenRefused('rectification-unreported');
    back.when(report()).when(verify(true, 'wang')).thenTypes('RectificationVerified');
  });

  test('keeps the opinion open until it is verified', () => {
    const answered = received().when(answer()).when(rectify());
    answered.when(close()).thenRefused('rectification-open');
    expect(stageOf(answered.state as never)).toBe('rectifying');
    answered.when(report()).when(verify(true, 'li')).when(close()).thenTypes('FeedbackClosed');
  });
});
