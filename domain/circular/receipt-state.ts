import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';

/** Whose circular it is. Said with each, since any of them may be the first. */
interface Whose {
  readonly issuer: OrganisationId;
}

export type ReceiptEvent =
  | DomainEvent<'CircularRead', Whose>
  | DomainEvent<'CircularReceived', Whose>
  | DomainEvent<'CircularDone', Whose & { readonly late: boolean; readonly note?: string | undefined }>;

/** 回执: what one organisation and its people did with a circular. Its id is that of the circular. */
export interface Receipt extends Whose {
  /** When each person read it, by person. */
  readonly readBy: ReadonlyMap<string, Instant>;
  readonly receivedAt?: Instant;
  readonly done?: { readonly at: Instant; readonly late: boolean; readonly note?: string | undefined };
}
export type ReceiptState = Receipt | undefined;

export const receiptHistory: History<ReceiptEvent, ReceiptState> = { initial: undefined, evolve };

function evolve(state: ReceiptState, event: ReceiptEvent, { at, by }: EventContext): ReceiptState {
  const { issuer } = event.data;
  const receipt: Receipt = state ?? { issuer, readBy: new Map() };
  switch (event.type) {
    case 'CircularRead':
      return by.kind === 'person'
        ? { ...receipt, readBy: new Map(receipt.readBy).set(by.person, at) }
        : receipt;
    case 'CircularReceived':
      return { ...receipt, receivedAt: at };
    case 'CircularDone': {
      const { late, note } = event.data;
      return { ...receipt, receivedAt: receipt.receivedAt ?? at, done: { at, late, note } };
    }
  }
}

/** What a list says of one: how many read it, and nobody by name. */
export interface ReceiptCard extends Omit<Receipt, 'readBy'> {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly read: number;
}

export const receiptCardOf = (
  { readBy, ...receipt }: Receipt,
  { id, organisation }: Pick<ReceiptCard, 'id' | 'organisation'>,
): ReceiptCard => ({ id, organisation, ...receipt, read: readBy.size });
