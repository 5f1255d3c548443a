import { type Duty, isOpen } from '../duty/duty.ts';
import { offsetOf } from '../duty/rules.ts';
import type { DutyRules } from '../duty/rules-schema.ts';
import type { Ledger } from '../duty/state.ts';
import type { Day } from '../kernel/time.ts';

/** True from the ladder's 通报 step on. */
export const isBulletinStep = (step: string, { ladder }: Pick<DutyRules, 'ladder'>): boolean =>
  ladder.some(({ offset, bulletin }) => bulletin === true && offset <= offsetOf(step));

/** The overdue duties for which the organisation is named in the 通报: those of which that step has been spoken. */
export function bulletinOf(ledger: Ledger, rules: Pick<DutyRules, 'ladder'>, today: Day): readonly Duty[] {
  return Object.values(ledger.duties).filter((duty) => {
    const step = ledger.steps[duty.step];
    return step !== undefined && today > duty.due && isOpen(duty, today) && isBulletinStep(step, rules);
  });
}
