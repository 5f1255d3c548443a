import { type Day, dayOf, type Instant } from '../kernel/time.ts';
import type { NoteRest } from './commands.ts';
import { type Duty, isOpen } from './duty.ts';
import type { LedgerEvent } from './events.ts';
import type { Ledger } from './state.ts';

/**
 * While an organisation rests nobody is there to meet a duty, so none falls overdue: what is open is excused as
 * 机构调整. Once it works again, it owes what it owed before it rested and what is not due yet.
 */
export function noteRest({ facts: { rest } }: NoteRest, ledger: Ledger): readonly LedgerEvent[] {
  if (rest !== undefined) return ledger.rest ? [] : [{ type: 'DutiesRested', data: { note: rest } }];
  return ledger.rest ? [{ type: 'DutiesResumed', data: {} }] : [];
}

/** The ledger with everything excused that is open. */
export function rested(ledger: Ledger, note: string, by: string, at: Instant): Ledger {
  const waived = { ground: 'reorganisation', note, by, at } as const;
  const today = dayOf(at);
  return {
    ...ledger,
    rest: at,
    duties: withEach(ledger, (duty) => (isOpen(duty, today) ? { ...duty, waived } : duty)),
  };
}

/** The ledger with what is owed again. */
export function resumed({ rest = '', ...ledger }: Ledger, at: Instant): Ledger {
  const isOwedAgain = ({ waived, due }: Duty): boolean =>
    waived?.at === rest && waived.ground === 'reorganisation' && !fellDue(due, dayOf(rest), dayOf(at));
  return {
    ...ledger,
    duties: withEach(ledger, (duty) => {
      if (!isOwedAgain(duty)) return duty;
      const { waived: _, ...owed } = duty;
      return owed;
    }),
  };
}

/** While it rested, the day of its return included: nobody can do in an hour what a month was given for. */
const fellDue = (due: Day, from: Day, until: Day): boolean => from <= due && due <= until;

const withEach = ({ duties }: Pick<Ledger, 'duties'>, change: (duty: Duty) => Duty): Ledger['duties'] =>
  Object.fromEntries(Object.entries(duties).map(([id, duty]) => [id, change(duty)]));
