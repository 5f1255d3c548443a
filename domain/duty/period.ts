import type { Command, Decider, DomainEvent } from '../kernel/decider.ts';
import { addDays, type Day, dayOf, type Instant } from '../kernel/time.ts';

/** A quarter of the calendar year, `2026Q4`. */
export type PeriodName = string;

export interface Period {
  readonly name: PeriodName;
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
}

/** The quarter in which the instant falls, in Asia/Shanghai. */
export function quarterOf(instant: Instant): Period {
  const [year = '', month = ''] = dayOf(instant).split('-');
  const quarter = Math.ceil(Number(month) / 3);
  const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
  const next =
    quarter === 4 ? `${Number(year) + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
  return { name: `${year}Q${quarter}`, from, until: addDays(next, -1) };
}

export type OpenPeriod = Command<'OpenPeriod', Period, undefined>;
export type PeriodOpened = DomainEvent<'PeriodOpened', Period>;

/** One stream per district and quarter. Opening it again changes nothing, so a schedule may fire as often as it likes. */
export const periodDecider: Decider<OpenPeriod, PeriodOpened, Period | undefined> = {
  initial: undefined,
  decide: (command, state) => (state ? [] : [{ type: 'PeriodOpened', data: command.data }]),
  evolve: (_state, event) => event.data,
  nextDue: () => undefined,
};
