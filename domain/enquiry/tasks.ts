import { deciderOf, pendingSteps } from '../item/deciders.ts';
import type { Task } from '../item/tasks.ts';
import type { Instant } from '../kernel/time.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { supervisors } from './outcome.ts';
import type { ENQUIRY_TASKS, EnquiryWait } from './waits.ts';

type EnquiryTask = Task<keyof typeof ENQUIRY_TASKS>;

interface Tenants {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

/** Whose turn it is on a case, from the same rules that decide, with the organisations as they are at `now`. */
export const enquiryTasksNow = (
  waits: readonly EnquiryWait[],
  tenants: Tenants,
  now: Instant,
): readonly EnquiryTask[] =>
  waits.flatMap((wait): readonly EnquiryTask[] => {
    const { since, due } = wait;
    const when = { since, ...(due !== undefined && { due }) };
    switch (wait.kind) {
      case 'approve-decision': {
        const [step] = pendingSteps(wait.passage, tenants.organisation);
        if (!step) return [];
        const { by, barred, isSuperior } = deciderOf(step, wait.passage, tenants, now);
        const kind = isSuperior ? 'approve-for-school' : 'approve-decision';
        return [{ kind, ...when, seats: by, except: barred, organisation: placeOf(isSuperior) }];
      }
      case 'decide-complaint': {
        const { barred: except, kind } = wait;
        const { seats, isSuperior } = supervisors(except, tenants, now);
        return [{ kind, ...when, seats, except, organisation: placeOf(isSuperior) }];
      }
      default:
        return [
          { kind: wait.kind, ...when, people: [wait.owner], organisation: placeOf(wait.above ?? false) },
        ];
    }
  });

const placeOf = (isSuperior: boolean): EnquiryTask['organisation'] => (isSuperior ? 'superior' : 'own');
