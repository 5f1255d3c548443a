import { epochOf, type Instant, instantOf, later } from '../kernel/time.ts';
import type { DisplayCommandOf } from './commands.ts';
import type { DisplayEvent } from './events.ts';
import type { Display } from './state.ts';

const HOUR_MS = 3_600_000;

/** A display that nothing has reached for so long is switched off: five days, with a warning half way. */
const GIVE_UP_AFTER_MS = 120 * HOUR_MS;
const WARN_AGAIN_AFTER_MS = GIVE_UP_AFTER_MS / 2;

/** Nobody is switched off who was not warned half a day before, however rarely notices come. */
const NOTICE_PERIOD_MS = 12 * HOUR_MS;

/** When deliveries began to fail, and what people were told since. */
export interface Failing {
  readonly since: Instant;
  readonly halfWayAt?: Instant;
}

/** When the display will be switched off unless something gets through. */
export const givesUpAt = ({ since, halfWayAt }: Failing): Instant =>
  later(plus(since, GIVE_UP_AFTER_MS), halfWayAt && plus(halfWayAt, NOTICE_PERIOD_MS));

/** Only turns are recorded: the first failure, half way, the end, and the recovery. */
export function reportDelivery(
  { data, now }: Pick<DisplayCommandOf<'ReportDelivery'>, 'data' | 'now'>,
  { failing, active }: Display,
): readonly DisplayEvent[] {
  if (data.outcome === 'succeeded') {
    return failing ? [{ type: 'DeliveriesRecovered', data: { since: failing.since } }] : [];
  }
  if (!active) return [];
  // 410 Gone: the receiver itself says that nobody is there any more.
  if (data.outcome === 'gone') return [{ type: 'DisplayDisabled', data: { cause: 'gone' } }];
  if (!failing) return [warning('first', { since: now })];
  if (!failing.halfWayAt) {
    const isHalfWay = now >= plus(failing.since, WARN_AGAIN_AFTER_MS);
    return isHalfWay ? [warning('half-way', { since: failing.since, halfWayAt: now })] : [];
  }
  return now >= givesUpAt(failing) ? [{ type: 'DisplayDisabled', data: { cause: 'failing' } }] : [];
}

const warning = (stage: 'first' | 'half-way', failing: Failing): DisplayEvent => ({
  type: 'DeliveriesFailing',
  data: { stage, since: failing.since, givesUpAt: givesUpAt(failing) },
});

const plus = (instant: Instant, ms: number): Instant => instantOf(epochOf(instant) + ms);
