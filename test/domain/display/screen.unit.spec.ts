import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { displayDecider } from '../../../domain/display/display.ts';
import { DEFAULT_SCREEN_RULES, darkAt } from '../../../domain/display/screen.ts';
import { displayHistory } from '../../../domain/display/state.ts';
import { dayOf, epochOf, instantOf, minuteOf } from '../../../domain/kernel/time.ts';
import { DEFAULT_POLICY, screenRulesOf } from '../../../domain/organisation/policy.ts';
import { given } from '../../support/decider.ts';
import { display, facts, NOW, PARTICULARS, person, registered } from './samples.ts';

const at = { at: NOW, by: person('linxiao') };
const registeredState = displayHistory.evolve(undefined, registered, at);
const calendar = calendarOf({});
const RULES = { darkAfterMinutes: 20, from: '08:00', to: '17:00' };
const shanghai = (clock: string) => instantOf(Date.parse(`${clock.replace(' ', 'T')}:00.000+08:00`));
const dark = (clock: string, rules = RULES) => minuteOf(darkAt(shanghai(clock), rules, calendar));

describe('a screen that nothing is heard of', () => {
  // Monday 23 November 2026 is a working day; 1 to 7 October are a holiday, Saturday 10 October is worked.
  test.each([
    ['in its hours', '2026-11-23 10:00', '2026-11-23 10:20'],
    ['before its hours', '2026-11-23 06:00', '2026-11-23 08:20'],
    ['when the lights go out', '2026-11-23 16:50', '2026-11-24 08:10'],
    ['after its hours', '2026-11-23 20:00', '2026-11-24 08:20'],
    ['on Friday evening', '2026-11-27 18:00', '2026-11-30 08:20'],
    ['before a holiday', '2026-09-30 17:00', '2026-10-08 08:20'],
    ['before a Saturday that is worked', '2026-10-09 18:00', '2026-10-10 08:20'],
  ])('%s is dark once it was silent for the minutes of the rule in its hours', (_, seen, expected) => {
    expect(dark(seen)).toBe(expected);
  });

  test('may be missed for longer than a day has hours', () => {
    expect(dark('2026-11-23 16:00', { darkAfterMinutes: 480, from: '08:00', to: '12:00' })).toBe(
      '2026-11-25 12:00',
    );
  });

  test('is never dark out of its hours, and never sooner than the rule says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-01') }),
        fc.integer({ min: 15, max: 480 }),
        (seen, darkAfterMinutes) => {
          const at = darkAt(instantOf(seen), { ...RULES, darkAfterMinutes }, calendar);
          expect(epochOf(at) - seen).toBeGreaterThanOrEqual(darkAfterMinutes * 60_000);
          expect(calendar.dayKind(dayOf(at)).working).toBe(true);
          expect(minuteOf(at).slice(11) >= RULES.from && minuteOf(at).slice(11) <= RULES.to).toBe(true);
        },
      ),
    );
  });
});

describe('the rule for screens', () => {
  const policy = (screens?: typeof RULES) => ({ ...DEFAULT_POLICY, ...(screens && { screens }) });

  test('is the common one where nobody has set another', () => {
    expect(screenRulesOf(policy(), policy())).toEqual(DEFAULT_SCREEN_RULES);
    expect(screenRulesOf(policy(), undefined)).toEqual(DEFAULT_SCREEN_RULES);
  });

  test('takes the hours of the school, and the shorter time of the two', () => {
    const school = { darkAfterMinutes: 60, from: '07:00', to: '18:00' };
    const district = { darkAfterMinutes: 30, from: '08:00', to: '17:00' };
    expect(screenRulesOf(policy(school), policy(district))).toEqual({ ...school, darkAfterMinutes: 30 });
    expect(screenRulesOf(policy(), policy(district))).toEqual(district);
    expect(
      screenRulesOf(policy({ ...school, darkAfterMinutes: 15 }), policy(district)).darkAfterMinutes,
    ).toBe(15);
  });
});

describe('what a screen is set to', () => {
  const screen = { modes: ['elder' as const], keeper: 'linxiao' };
  const roster = { linxiao: { id: 'linxiao', name: '林晓', partyMember: true, staff: true } };
  const known = { ...facts(), organisation: { ...facts().organisation, people: roster } };
  const { url: _url, ...pageOnly } = PARTICULARS;

  test('is recorded with it, and replaced with the rest of it', () => {
    const change = display('ChangeDisplay', { ...pageOnly, screen }, { facts: known });
    given(displayDecider, [registered])
      .when(change)
      .then([{ type: 'DisplayChanged', data: { ...pageOnly, screen } }]);
    const changed = displayHistory.evolve(
      registeredState,
      { type: 'DisplayChanged', data: { ...pageOnly, screen } },
      at,
    );
    expect(changed?.screen).toEqual(screen);
    expect(
      displayHistory.evolve(changed, { type: 'DisplayChanged', data: pageOnly }, at)?.screen,
    ).toBeUndefined();
  });

  test('names nobody as its keeper who is not on the roster', () => {
    for (const keeper of ['stranger', 'constructor']) {
      given(displayDecider, [registered])
        .when(display('ChangeDisplay', { ...pageOnly, screen: { ...screen, keeper } }, { facts: known }))
        .thenRefused('keeper-unknown', { field: 'screen.keeper' });
    }
    given(displayDecider)
      .when(display('RegisterDisplay', { ...pageOnly, audience: 'public', screen }))
      .thenRefused('keeper-unknown', { field: 'screen.keeper' });
  });
});
