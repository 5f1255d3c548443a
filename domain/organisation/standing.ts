import { type RefusalTable, refuser } from '../kernel/refusal.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import { type Body, isHeld } from './body.ts';
import type { Organisation } from './organisation.ts';

/** Where an organisation stands in its life. */
export const STANDINGS = {
  preparing: '筹备中',
  active: '正常运行',
  suspended: '暂停',
  closed: '已并入其他组织',
} as const;
export type Standing = keyof typeof STANDINGS;

/** Why nothing can be done in an organisation; every door asks, so they stand apart from what it takes to run one. */
export const STANDING_REFUSALS = {
  'organisation-suspended': {
    kind: 'rule',
    zh: '该组织已暂停，暂不受理新的事项；已公开的内容仍可查阅。',
    en: 'This organisation is suspended: nothing new can begin here; what was disclosed can still be read.',
  },
  'organisation-closed': {
    kind: 'rule',
    zh: '该组织已并入其他组织（{successor}），只能查阅，不能办理。',
    en: 'This organisation was merged into another one ({successor}): it can be read, and nothing can be done in it.',
  },
} as const satisfies RefusalTable;

const refuse = refuser(STANDING_REFUSALS);

type Life = Pick<Organisation, 'activeSince' | 'suspended' | 'merged'>;

export function standingOf({ activeSince, suspended, merged }: Life): Standing {
  if (merged) return 'closed';
  if (suspended) return 'suspended';
  return activeSince === undefined ? 'preparing' : 'active';
}

/** True while nothing falls due: nobody is there to meet it. */
export const isResting = ({ suspended, merged }: Life): boolean =>
  suspended !== undefined || merged !== undefined;

/** For whatever is done in the organisation. @throws Refusal once its work has gone to another one */
export function requireOpen({ merged }: Life): void {
  if (merged) refuse('organisation-closed', { successor: merged.into });
}

/** For whatever begins something new. @throws Refusal while the organisation does not work, or no longer */
export function requireRunning(organisation: Life): void {
  requireOpen(organisation);
  if (organisation.suspended) refuse('organisation-suspended');
}

/** Bodies without a head of which nobody begins to work in earnest (DF-01). */
const NEEDED = ['leading-group', 'office', 'supervision-group'] as const satisfies readonly Body[];

/** Bodies that have to be there and have nobody at their head on the day. */
export const headless = ({ seats }: Pick<Organisation, 'seats'>, today: Day): readonly Body[] =>
  NEEDED.filter(
    (body) => !seats.some((seat) => seat.body === body && seat.position === 'head' && isHeld(seat, today)),
  );

/** True when it was closed before that day. */
export const wasClosedBefore = ({ merged }: Life, day: Day): boolean =>
  merged !== undefined && dayOf(merged.at) < day;
