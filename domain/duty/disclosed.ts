import type { Day } from '../kernel/time.ts';
import type { Disclosed } from './events.ts';
import type { Ledger } from './state.ts';

/** Twelve intervals say enough about how regularly an organisation discloses. */
const RECENT_DAYS = 13;

/** A confirmation and a completed stage show nothing new, so they have no form. */
const isShown = ({ forms }: Disclosed): boolean => forms.length > 0;

/**
 * The ledger with these disclosures instead of those it had. What came after the period was over counts in the period
 * in which it came, and so does what came before it, however late the ledger hears of it.
 */
export function withDisclosed(ledger: Ledger, disclosed: readonly Disclosed[]): Ledger {
  const { period, before } = ledger;
  const shown = disclosed.filter((each) => isShown(each) && each.on <= period.until);
  const counted = shown.filter(({ on }) => on >= period.from);
  return {
    ...ledger,
    disclosed,
    last: disclosed.reduce(later, before.last),
    recent: [...new Set([...before.recent, ...shown.map(({ on }) => on)])].toSorted().slice(-RECENT_DAYS),
    forms: [...new Set(counted.flatMap(({ forms }) => forms))],
    disclosures: counted.length,
    exceptions: counted.filter(({ exception }) => exception).length,
  };
}

function later(last: Readonly<Record<string, Day>>, { row, on }: Disclosed): Readonly<Record<string, Day>> {
  const known = last[row];
  return known !== undefined && known >= on ? last : { ...last, [row]: on };
}
