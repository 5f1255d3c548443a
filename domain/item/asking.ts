import type { Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Task } from './tasks.ts';
import type { Errand } from './waits.ts';

/** Work that an organisation's asking makes for its superior, and for nobody in the organisation itself. */
export interface Asking<Kind extends string = string> extends Errand<Kind> {
  /** Of the superior: its office alone, or whoever proposes disclosures there and leads from there. */
  readonly asks: 'office' | 'proposers';
  /** Who may not answer, wherever they sit. */
  readonly except?: readonly string[];
}

const OFFICE: readonly SeatRule[] = [{ body: 'office' }];
/** Nobody else of a superior may act in an organisation below. */
const LEADING: readonly SeatRule[] = [{ body: 'leading-group' }, ...OFFICE];

/** Whose turn it is in the superior of the moment; nobody's where there is none any more. */
export const askingTasks = <Kind extends string>(
  askings: readonly Asking<Kind>[],
  superior: Organisation | undefined,
  now: Instant,
): readonly Task<Kind>[] =>
  superior
    ? askings.map(({ asks, ...errand }) => ({
        ...errand,
        ...(asks === 'office' ? { seats: OFFICE } : { people: proposersLeading(superior, now) }),
        organisation: 'superior',
      }))
    : [];

function proposersLeading(superior: Organisation, now: Instant): readonly string[] {
  const leading = holders(superior, LEADING, now);
  return [...holders(superior, superior.policy.proposers, now)].filter((person) => leading.has(person));
}
