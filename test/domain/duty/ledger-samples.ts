import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { FollowedItem, LedgerCommand } from '../../../domain/duty/commands.ts';
import { type Duty, type DutyStatus, statusOf } from '../../../domain/duty/duty.ts';
import type { LedgerEvent } from '../../../domain/duty/events.ts';
import { ledgerDecider } from '../../../domain/duty/ledger.ts';
import type { PeriodName } from '../../../domain/duty/period.ts';
import type { PlanFacts } from '../../../domain/duty/plan.ts';
import { DEFAULT_DUTY_RULES } from '../../../domain/duty/rules.ts';
import type { DutyRules } from '../../../domain/duty/rules-schema.ts';
import { type Ledger, type LedgerState, soonFrom } from '../../../domain/duty/state.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { type Day, epochOf, type Instant, instantOf, startOfDay } from '../../../domain/kernel/time.ts';
import { given, type Outcome } from '../../support/decider.ts';

export const CALENDAR = calendarOf({});
export const RULES = DEFAULT_DUTY_RULES;
export const KEEPER: Actor = { kind: 'person', person: 'chen', organisation: 'dongfang' };

/** A quarterly row, a half-yearly one, a standing one, and two that wait for something to happen. */
export const ROWS: PlanFacts['rows'] = [
  { id: 'b-01', timing: 'periodic' },
  { id: 'b-02', timing: 'periodic' },
  { id: 'b-03', timing: 'standing' },
  { id: 'b-04', timing: 'prompt' },
  { id: 'b-05', timing: 'staged' },
];
export const HALF_YEARLY: DutyRules = { ...RULES, rowCadence: { 'b-02': 'half-year' } };

export const planFacts = (facts: Partial<PlanFacts> = {}): PlanFacts => ({
  rows: ROWS,
  rules: HALF_YEARLY,
  calendar: CALENDAR,
  editions: { rules: 1, catalogue: 1, calendar: 0 },
  since: '2025-01-01',
  ...facts,
});

/** An hour of the day in Shanghai; ten in the morning unless said otherwise. */
export const at = (day: Day, hour = 10): Instant => instantOf(epochOf(startOfDay(day)) + hour * 3_600_000);

type DataOf<Type extends LedgerCommand['type']> = Extract<LedgerCommand, { type: Type }>['data'];

/** What the shell would know about somebody of the office, and of the superior's office too. */
const FACTS = {
  mayKeep: true,
  mayWaive: true,
  row: ROWS[3],
  rules: RULES,
  calendar: CALENDAR,
};

/** A command on the day at ten, by somebody who may do everything; `facts` say otherwise. */
export const issue = <Type extends LedgerCommand['type']>(
  type: Type,
  data: DataOf<Type>,
  day: Day,
  facts: object = {},
): LedgerCommand =>
  ({ type, data, now: at(day), actor: KEEPER, facts: { ...FACTS, ...facts } }) as LedgerCommand;

/** Stages as the item has them on the day. */
export const follow = (followed: FollowedItem, day: Day): LedgerCommand =>
  issue('FollowStages', { item: followed.item }, day, { followed });

export const open = (period: PeriodName, day: Day, facts: Partial<PlanFacts> = {}): LedgerCommand =>
  issue('OpenPeriod', { period }, day, planFacts(facts));
export const sync = (day: Day, facts: Partial<PlanFacts> = {}): LedgerCommand =>
  issue('SyncRows', {}, day, planFacts(facts));
export const disclose = (
  row: string,
  on: Day,
  more: Partial<DataOf<'RecordDisclosure'>> = {},
): LedgerCommand =>
  issue(
    'RecordDisclosure',
    { row, on, item: `${row}-${on}`, forms: ['公示栏'], exception: false, ...more },
    on,
  );
export const undo = (item: string, day: Day): LedgerCommand => issue('UndoDisclosure', { item }, day);
export const occur = (happenedOn: Day, more: Partial<DataOf<'RecordOccurrence'>> = {}, facts: object = {}) =>
  issue(
    'RecordOccurrence',
    { row: 'b-04', happenedOn, what: '任前公示', result: false, ...more },
    happenedOn,
    facts,
  );
export const waive = (duty: string, day: Day, until?: Day): LedgerCommand =>
  issue('WaiveDuty', { duty, ground: 'nothing-to-disclose', note: '本期无', ...(until && { until }) }, day);

/** `TimePassed` at half past eight, when alerts are due; with the day's calendar. */
export const pass = (day: Day, hour = 8.5, calendar = CALENDAR): LedgerCommand => ({
  type: 'TimePassed',
  data: {},
  now: at(day, hour),
  actor: { kind: 'system', name: 'clock' },
  facts: { calendar },
});

/** The ledger of the last quarter of 2026, opened in time, for a school that has been there for long. */
export const quarter = (facts: Partial<PlanFacts> = {}): Outcome<LedgerCommand, LedgerEvent, LedgerState> =>
  given(ledgerDecider).when(open('2026Q4', '2026-10-01', facts));

export const stateOf = ({ state }: { readonly state: LedgerState }): Ledger => {
  if (!state) throw new Error('no ledger');
  return state;
};
export const dutyOf = (outcome: { readonly state: LedgerState }, id: string): Duty => {
  const duty = stateOf(outcome).duties[id];
  if (!duty) throw new Error(`no duty ${id}`);
  return duty;
};
export const statusOn = (outcome: { readonly state: LedgerState }, id: string, day: Day): DutyStatus =>
  statusOf(dutyOf(outcome, id), day, soonFrom(stateOf(outcome), dutyOf(outcome, id)));
