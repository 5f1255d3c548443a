import {
  type PublicStep,
  publicSteps,
  STEP_NAMES,
  type TimelineCommit,
  timelineOf,
} from '../../../domain/item/timeline.ts';
import { BODIES, type Body, POSITIONS, type Position, seatTitle } from '../../../domain/organisation/body.ts';
import { APPROVAL_STEPS } from '../../../domain/organisation/policy.ts';
import type { Tenants } from '../tenancy.ts';
import { personName } from './names.ts';

/** One step of an item's life with its words. */
export interface StepReading extends PublicStep {
  readonly zh: string;
  readonly en: string;
  /** The seat in Chinese, e.g. 党务公开办公室主任. */
  readonly seatTitle?: string;
  /** Who took it: for those who work on the item; others see the seat. */
  readonly person?: string;
}

/** Every step, with the people behind them. */
export function workSteps(commits: readonly TimelineCommit[], tenants: Tenants): readonly StepReading[] {
  return timelineOf(commits).map(({ by, ...step }) => {
    if (by.kind !== 'person') return worded(step);
    const seat = by.seat === undefined ? {} : { seat: by.seat };
    return { ...worded({ ...step, ...seat }), person: personName(tenants, by.person) ?? by.person };
  });
}

/** The steps that a reader of the version may see. */
export const readerSteps = (commits: readonly TimelineCommit[], version: number): readonly StepReading[] =>
  publicSteps(timelineOf(commits), version).map(worded);

function worded(step: PublicStep): StepReading {
  const { zh, en } = STEP_NAMES[step.event];
  const title = step.seat === undefined ? undefined : seatTitleOf(step.seat);
  return {
    ...step,
    zh: step.approval === undefined ? zh : APPROVAL_STEPS[step.approval],
    en,
    ...(title && { seatTitle: title }),
  };
}

/** The seat of a record in Chinese; undefined for what is none. */
export function seatTitleOf(seat: string): string | undefined {
  const [body = '', position = ''] = seat.split(':');
  if (!Object.hasOwn(BODIES, body) || !Object.hasOwn(POSITIONS, position)) return undefined;
  return seatTitle({ body: body as Body, position: position as Position });
}
