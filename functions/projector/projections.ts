import { catalogue } from '../../domain/catalogue/catalogue.ts';
import { cardOfDelivery, cardOfDisplay } from '../../domain/display/card.ts';
import { deliveryDecider } from '../../domain/display/delivery.ts';
import { displayDecider } from '../../domain/display/display.ts';
import { periodDecider } from '../../domain/duty/period.ts';
import { feedbackCardOf } from '../../domain/feedback/card.ts';
import { feedbackDecider } from '../../domain/feedback/feedback.ts';
import type { FeedbackState } from '../../domain/feedback/state.ts';
import type { ItemCard } from '../../domain/item/card.ts';
import { cardOf } from '../../domain/item/card.ts';
import { itemDecider } from '../../domain/item/item.ts';
import type { Task } from '../../domain/item/tasks.ts';
import type { Command, Decider, DomainEvent } from '../../domain/kernel/decider.ts';
import { OrgScope, type StreamKind, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import { type Organisation, organisationDecider } from '../../domain/organisation/organisation.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { dueEntry } from '../shell/due.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { boardKey, deskKey, membershipKey, organisationsKey } from '../shell/view-keys.ts';

/** How the streams of one kind appear in the views. */
export interface Projection<S> {
  readonly decider: Decider<Command, DomainEvent, S>;
  rows(
    parts: StreamParts,
    loaded: Loaded<S>,
    stream: StreamName,
  ): Promise<readonly ViewRow[]> | readonly ViewRow[];
}

// biome-ignore lint/suspicious/noExplicitAny: each kind has a state of its own, and its projection is kept beside its decider
export type Projections = Readonly<Record<StreamKind, Projection<any>>>;

export const projectionsOver = (tenancy: Tenancy, district: string): Projections => ({
  ITEM: {
    decider: itemDecider,
    rows: async (parts, loaded, stream) => [await itemRow(tenancy, parts, loaded, stream)],
  },
  ORGANISATION: {
    decider: organisationDecider,
    rows: (parts, { state, version }) => (state ? organisationRows(district, parts, state, version) : []),
  },
  FEEDBACK: {
    decider: feedbackDecider,
    rows: async (parts, loaded, stream) => [await feedbackRow(tenancy, parts, loaded, stream)],
  },
  DISPLAY: {
    decider: displayDecider,
    rows: (parts, { state, version }) =>
      state ? [{ ...keyOf(parts), version, card: cardOfDisplay(state) }] : [],
  },
  DELIVERY: {
    decider: deliveryDecider,
    rows: (parts, { state, version }, stream) =>
      state
        ? [
            {
              ...keyOf(parts),
              version,
              card: cardOfDelivery(state),
              ...waiting(deliveryDecider, state, stream),
            },
          ]
        : [],
  },
  // Read from the record itself wherever they are needed.
  CATALOGUE: { decider: catalogue, rows: () => [] },
  PERIOD: { decider: periodDecider, rows: () => [] },
});

async function itemRow(
  tenancy: Tenancy,
  parts: StreamParts,
  { state, version, at }: Loaded<Parameters<typeof itemDecider.nextDue>[0]>,
  stream: StreamName,
): Promise<ViewRow> {
  if (!state) throw new Error(`no item in ${stream}`);
  const { organisation, id } = parts;
  const tenants = await tenancy.tenants(new OrgScope(organisation));
  // `now` is that of the last commit, so that a rebuilt row is the same row.
  const card = cardOf(state, { id, organisation, tenants, now: at });
  return {
    ...keyOf(parts),
    version,
    card,
    ...(card.onShow && { board: { key: boardKey(organisation), sort: `${card.releasedAt}#${id}` } }),
    ...deskEntry(card, tenants.organisation),
    ...waiting(itemDecider, state, stream),
  };
}

async function feedbackRow(
  tenancy: Tenancy,
  parts: StreamParts,
  { state, version }: Loaded<FeedbackState>,
  stream: StreamName,
): Promise<ViewRow> {
  if (!state) throw new Error(`no feedback in ${stream}`);
  const { organisation, id } = parts;
  const { organisation: tenant } = await tenancy.tenants(new OrgScope(organisation));
  const card = feedbackCardOf(state, { id, organisation, tenant });
  return {
    ...keyOf(parts),
    version,
    card,
    ...deskEntry(card, tenant),
    ...waiting(feedbackDecider, state, stream),
  };
}

/** An item lies on one desk: the superior's while it is the superior's turn. */
function deskEntry(
  card: Pick<ItemCard, 'id' | 'organisation'> & {
    readonly tasks: readonly Pick<Task, 'since' | 'organisation'>[];
  },
  { superior }: Organisation,
): Pick<ViewRow, 'desk'> {
  const [oldest] = card.tasks.map((task) => task.since).toSorted();
  if (oldest === undefined) return {};
  const isAbove = superior !== undefined && card.tasks.some((task) => task.organisation === 'superior');
  return { desk: { key: deskKey(isAbove ? superior : card.organisation), sort: `${oldest}#${card.id}` } };
}

/** One row for the tree of organisations, and one for each person on the roster, by which their log-in finds it. */
function organisationRows(
  district: string,
  { id }: StreamParts,
  { name, shortName, kind, superior, people }: Organisation,
  version: number,
): readonly ViewRow[] {
  const card = { id, name, shortName, kind, ...(superior && { superior }) };
  const members = Object.keys(people).map((person) => ({
    pk: membershipKey(district),
    sk: `${person}#${id}`,
    version,
    card: { organisation: id, shortName },
  }));
  return [{ pk: organisationsKey(district), sk: id, version, card }, ...members];
}

const keyOf = ({ organisation, kind, id }: StreamParts) => ({
  pk: new OrgScope(organisation).partition(kind),
  sk: id,
});

function waiting<S>(
  decider: { nextDue(state: S): string | undefined },
  state: S,
  stream: StreamName,
): Pick<ViewRow, 'due'> {
  const due = decider.nextDue(state);
  return due === undefined ? {} : { due: dueEntry(stream, due) };
}
