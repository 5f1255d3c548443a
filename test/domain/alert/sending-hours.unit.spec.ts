import { describe, expect, test } from 'vitest';
import { digestDay, nextSendingTime } from '../../../domain/alert/sending-hours.ts';
import { CALENDAR } from './samples.ts';

/** Instants in Shanghai. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

describe('what happens', () => {
  test.each([
    ['before nine on a working day is told that morning', '2026-09-29 08:30', '2026-09-29'],
    ['at nine is told the next working day', '2026-09-29 09:00', '2026-09-30'],
    ['at midnight is told that morning', '2026-09-29 00:00', '2026-09-29'],
    ['on the eve of National Day is told after it', '2026-09-30 18:00', '2026-10-08'],
    ['early on National Day is told after it', '2026-10-01 08:00', '2026-10-08'],
    ['on a Saturday that is worked is told that morning', '2026-10-10 08:30', '2026-10-10'],
    ['on a Friday evening is told on Monday', '2026-11-20 20:00', '2026-11-23'],
  ])('%s', (_, when, day) => {
    expect(digestDay(at(when), CALENDAR)).toBe(day);
  });
});

describe('people are disturbed', () => {
  test.each([
    ['from nine', '2026-09-29 08:59', '2026-09-29 09:00'],
    ['until eight', '2026-09-29 19:59', '2026-09-29 19:59'],
    ['not later', '2026-09-29 20:00', '2026-09-30 09:00'],
    ['not on a holiday', '2026-10-03 12:00', '2026-10-08 09:00'],
  ])('%s', (_, when, next) => {
    expect(nextSendingTime(at(when), CALENDAR)).toBe(at(next));
  });
});
