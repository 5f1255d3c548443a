import type { EnquiryEvent } from '../enquiry/events.ts';
import type { Enquiry } from '../enquiry/state.ts';
import type { Instant } from '../kernel/time.ts';
import type { Saying, TellingFacts } from './telling.ts';

interface Happening {
  readonly at: Instant;
  readonly event: EnquiryEvent;
}

/** Steps of the ladder on which a request speaks: a working day before its date, and when the date has passed. */
const STEPS = { 'due-soon': 'T-1', overdue: 'T+1' } as const;

/**
 * What a request said of its dates, one for each event that says anything. Once a date is met, those who were told of it
 * hear that it is.
 *
 * @param enquiry as it was after the last event
 */
export function enquirySayings(
  history: readonly Happening[],
  { owner, ownerAbove }: Pick<Enquiry, 'owner' | 'ownerAbove'>,
  id: string,
): readonly (Saying | undefined)[] {
  // Somebody of the superior gets no digest of this organisation; the ladder reaches them over there.
  const told = { ids: [id], ...(owner !== undefined && !ownerAbove && { owner }) };
  let spoken: string | undefined;
  return history.map(({ at, event }): Saying | undefined => {
    switch (event.type) {
      case 'EnquiryDueSoon':
      case 'EnquiryOverdue': {
        const kind = event.type === 'EnquiryOverdue' ? 'overdue' : 'due-soon';
        spoken = STEPS[kind];
        return { at, kind, step: spoken, ...told };
      }
      case 'EnquiryDecided':
      case 'EnquiryDisclosed':
      case 'EnquiryComplaintDecided': {
        const step = spoken;
        spoken = undefined;
        return { at, kind: 'met', step, ...told };
      }
      default:
        return undefined;
    }
  });
}

/** What alerts say of the request: that there is one, and its date; never what is asked for. */
export const enquiryDetails =
  ({ legs }: Pick<Enquiry, 'legs'>): TellingFacts['detailsOf'] =>
  (ids, isOwn) => ({
    matter: 'enquiry',
    duties: ids.map((id) => ({ id, due: legs.at(-1)?.due ?? '', ...(isOwn && { name: '依申请公开' }) })),
  });
