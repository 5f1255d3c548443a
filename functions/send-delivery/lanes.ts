import type { Display } from '../../domain/display/state.ts';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import type { BusEvent } from '../edge/bus-event.ts';

/**
 * First attempts and everything else come by two queues (infra/stacks/application/displays.ts), so that displays which
 * fail wait for each other and for nobody else. What the clock wakes comes by the second.
 */
const isAgain = ({ type }: Pick<BusEvent, 'type'>): boolean => type === 'DeliveryRetryDue';

/** A display that keeps silent takes a place from the others. It has more time when it is tried again. */
const FIRST_PATIENCE_MS = 5_000;
const PATIENCE_MS = 20_000;

/** Milliseconds that a display may take to answer. */
export const patienceFor = (event: Pick<BusEvent, 'type'>): number =>
  isAgain(event) ? PATIENCE_MS : FIRST_PATIENCE_MS;

/** A display that nothing gets through to does not come by the first queue at all. */
export const stepsAside = ({ failing }: Display, event: Pick<BusEvent, 'type'>): boolean =>
  failing !== undefined && !isAgain(event);

/** Any time will do that only the clock can wake. */
export const asideUntil = (now: Instant): Instant => instantOf(epochOf(now) + 1_000);
