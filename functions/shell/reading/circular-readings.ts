import { addressedIn, isAddressed } from '../../../domain/circular/addressed.ts';
import {
  type ReceiptCard,
  type ReceiptState,
  receiptHistory,
} from '../../../domain/circular/receipt-state.ts';
import { type Circular, type CircularCard, circularHistory } from '../../../domain/circular/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { everAbove } from '../affiliation.ts';
import { receiptsKey } from '../view-keys.ts';
import { lineOf, type ReceivedLine, type RecipientLine, receivedLine } from './circular-lines.ts';
import { circularsSentBy } from './circulars-sent.ts';
import type { Sources } from './sources.ts';

/** A circular, for whoever issued it. */
export interface IssuedReading extends Circular {
  readonly id: string;
  readonly streamVersion: number;
  readonly lines: readonly RecipientLine[];
}

/** A circular, for whom it was sent to. */
export interface ReceivedReading extends ReceivedLine, Pick<Circular, 'text' | 'task' | 'readers'> {
  /** Only for those who work there: whose reading is still missing, by name. */
  readonly work?: { readonly unread: readonly string[]; readonly of: number; readonly note?: string };
}

/** 通知下发 and 回执: what goes down to those below, and what they did with it (LY-12). */
export class CircularReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** What the organisation issued, newest first, for those who work there. @throws Refusal `not-found` for others */
  issued(scope: OrgScope, reader: Reader): Promise<readonly CircularCard[]> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    return circularsSentBy(this.#sources.views, scope.organisation);
  }

  /** One of them, with how each recipient fares. @throws Refusal `not-found`, as above */
  async issuedOne(scope: OrgScope, id: string, reader: Reader, now: Instant): Promise<IssuedReading> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { aggregates, tenancy, views } = this.#sources;
    const [{ state, version }, answers] = await Promise.all([
      aggregates.load(scope.stream('CIRCULAR', id), circularHistory),
      views.listIndex('board', receiptsKey(scope.organisation, id), { limit: 1_000 }),
    ]);
    const circular = state ?? refuse('not-found');
    const receipts = new Map(
      answers.rows.map(({ card }) => [(card as ReceiptCard).organisation, card as ReceiptCard]),
    );
    const lines = circular.recipients.map(async (recipient) =>
      lineOf(circular, recipient, await tenancy.find(new OrgScope(recipient)), receipts.get(recipient), now),
    );
    return { id, streamVersion: version, ...circular, lines: await Promise.all(lines) };
  }

  /**
   * What was sent to the organisation and concerns whoever asks, newest first; withdrawn ones are gone. Nothing for
   * people from elsewhere.
   */
  async received(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly ReceivedLine[]> {
    const { tenancy, views } = this.#sources;
    const { organisation } = await tenancy.tenants(scope);
    const issuers = [scope.organisation, ...(await everAbove(tenancy, organisation))];
    const circulars = (await Promise.all(issuers.map((id) => circularsSentBy(views, id)))).flat();
    const theirs = circulars.filter(
      (card) =>
        !card.withdrawn &&
        card.recipients.includes(scope.organisation) &&
        concerns(organisation, card, reader, now),
    );
    const lines = theirs.map(async (card) => {
      const [receipt, issuer] = await Promise.all([
        this.#receipt(scope, card.id),
        tenancy.find(new OrgScope(card.organisation)),
      ]);
      return receivedLine(card, issuer?.name ?? card.organisation, organisation, receipt, reader, now);
    });
    return (await Promise.all(lines)).toSorted((a, b) => (a.issuedAt > b.issuedAt ? -1 : 1));
  }

  /** One of them in full. @throws Refusal `not-found` for whom it does not concern */
  async receivedOne(
    scope: OrgScope,
    issuer: OrganisationId,
    id: string,
    reader: Reader,
    now: Instant,
  ): Promise<ReceivedReading> {
    const { aggregates, tenancy } = this.#sources;
    const from = new OrgScope(issuer);
    const [{ organisation }, above, { state: circular }, receipt] = await Promise.all([
      tenancy.tenants(scope),
      tenancy.find(from),
      aggregates.load(from.stream('CIRCULAR', id), circularHistory),
      this.#receipt(scope, id),
    ]);
    if (!circular?.recipients.includes(scope.organisation) || circular.withdrawn) return refuse('not-found');
    if (!concerns(organisation, circular, reader, now)) refuse('not-found');
    const { text, task, readers } = circular;
    const card = { ...circular, id, organisation: issuer, hasTask: task !== undefined };
    const asked = addressedIn(organisation, readers, now);
    const unread = asked.filter((person) => !receipt?.readBy.has(person));
    const note = receipt?.done?.note;
    return {
      ...receivedLine(card, above?.name ?? issuer, organisation, receipt, reader, now),
      text,
      task,
      readers,
      ...(mayWork(reader, scope.organisation) && {
        work: {
          unread: unread.map((person) => organisation.people[person]?.name ?? person),
          of: asked.length,
          ...(note !== undefined && { note }),
        },
      }),
    };
  }

  async #receipt(scope: OrgScope, id: string): Promise<ReceiptState> {
    return (await this.#sources.aggregates.load(scope.stream('RECEIPT', id), receiptHistory)).state;
  }
}

/** Those who work in the organisation see whatever it was sent; its other people what they are to read. */
const concerns = (
  organisation: Organisation,
  { readers }: Pick<Circular, 'readers'>,
  reader: Reader,
  now: Instant,
): boolean =>
  mayWork(reader, reader.organisation) ||
  (reader.person !== undefined && isAddressed(organisation, readers, reader.person, now));
