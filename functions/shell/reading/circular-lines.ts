import { addressedIn, isAddressed } from '../../../domain/circular/addressed.ts';
import type { ReceiptCard, ReceiptState } from '../../../domain/circular/receipt-state.ts';
import type { Circular, CircularCard } from '../../../domain/circular/state.ts';
import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { Reader } from '../../../domain/visibility.ts';

/** How one recipient fares with a circular. */
export interface RecipientLine extends Partial<Pick<ReceiptCard, 'receivedAt' | 'done'>> {
  readonly id: OrganisationId;
  readonly name: string;
  /** How many of its people have read it, of how many are asked to. */
  readonly read: number;
  readonly of: number;
  /** The day is over, and something is still missing. */
  readonly late: boolean;
}

/** One in the list of those that somebody was sent. */
export interface ReceivedLine extends Pick<CircularCard, 'id' | 'title' | 'dueOn' | 'issuedAt' | 'hasTask'> {
  readonly issuer: OrganisationId;
  readonly issuerName: string;
  readonly receivedAt?: Instant;
  readonly doneAt?: Instant;
  /** When whoever asks read it; absent while they have not, or are not asked to. */
  readonly readAt?: Instant;
  /** Whoever asks is one of those whose reading is asked for. */
  readonly asked: boolean;
}

/** @param organisation undefined where it is gone */
export function lineOf(
  circular: Circular,
  id: OrganisationId,
  organisation: Organisation | undefined,
  receipt: ReceiptCard | undefined,
  now: Instant,
): RecipientLine {
  const of = organisation ? addressedIn(organisation, circular.readers, now).length : 0;
  const read = receipt?.read ?? 0;
  const isComplete =
    receipt?.receivedAt !== undefined &&
    read >= of &&
    (circular.task === undefined || receipt.done !== undefined);
  return {
    id,
    name: organisation?.shortName ?? id,
    read,
    of,
    ...(receipt?.receivedAt !== undefined && { receivedAt: receipt.receivedAt }),
    ...(receipt?.done && { done: receipt.done }),
    late: receipt?.done?.late === true || (!isComplete && dayOf(now) > circular.dueOn),
  };
}

export function receivedLine(
  {
    id,
    title,
    dueOn,
    issuedAt,
    hasTask,
    readers,
    organisation: issuer,
  }: Omit<CircularCard, 'recipients' | 'withdrawn'>,
  issuerName: string,
  organisation: Organisation,
  receipt: ReceiptState,
  { person }: Reader,
  now: Instant,
): ReceivedLine {
  const readAt = person === undefined ? undefined : receipt?.readBy.get(person);
  return {
    id,
    title,
    dueOn,
    issuedAt,
    hasTask,
    issuer,
    issuerName,
    ...(receipt?.receivedAt !== undefined && { receivedAt: receipt.receivedAt }),
    ...(receipt?.done && { doneAt: receipt.done.at }),
    ...(readAt !== undefined && { readAt }),
    asked: person !== undefined && isAddressed(organisation, readers, person, now),
  };
}
