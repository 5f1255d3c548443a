import type { Errand } from '../item/waits.ts';
import { addDays, endOfDay, type Instant, startOfDay } from '../kernel/time.ts';
import type { ReceiptCard } from './receipt-state.ts';
import type { Circular, CircularCard } from './state.ts';

export const CIRCULAR_TASKS = {
  'receive-circular': '签收上级文件',
  'report-circular-done': '落实文件任务并报告办结',
} as const;
type CircularTaskKind = keyof typeof CIRCULAR_TASKS;

/** Days before the last one from which a task that was signed for comes up again. */
const NEAR = 3;

/** Nothing is left to be done by the office of a recipient. */
export const isSettled = (
  { task }: Pick<Circular, 'task'>,
  receipt: Pick<ReceiptCard, 'receivedAt' | 'done'> | undefined,
): boolean => (task === undefined ? receipt?.receivedAt !== undefined : receipt?.done !== undefined);

/**
 * What the office of a recipient still has to do: sign for it at once, and with its last day in sight report its task
 * done. The second may lie ahead.
 *
 * @param receipt what the recipient has done so far
 */
export function circularErrands(
  { issuedAt, dueOn, hasTask, withdrawn }: Pick<CircularCard, 'issuedAt' | 'dueOn' | 'hasTask' | 'withdrawn'>,
  receipt: Pick<ReceiptCard, 'receivedAt' | 'done'> | undefined,
): readonly Errand<CircularTaskKind>[] {
  const { receivedAt, done } = receipt ?? {};
  if (withdrawn || done) return [];
  const due = endOfDay(dueOn);
  if (receivedAt === undefined) return [{ kind: 'receive-circular', since: issuedAt, due }];
  return hasTask ? [{ kind: 'report-circular-done', since: later(receivedAt, nearTo(dueOn)), due }] : [];
}

const nearTo = (dueOn: string): Instant => startOfDay(addDays(dueOn, -NEAR));
const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
