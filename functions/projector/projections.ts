import { digestDecider } from '../../domain/alert/digest.ts';
import { robotDecider } from '../../domain/alert/robot-registry.ts';
import { calendarDecider } from '../../domain/calendar/calendar.ts';
import { catalogue } from '../../domain/catalogue/catalogue.ts';
import { cardOfDelivery, cardOfDisplay } from '../../domain/display/card.ts';
import { deliveryDecider } from '../../domain/display/delivery.ts';
import { displayDecider } from '../../domain/display/display.ts';
import { ledgerDecider } from '../../domain/duty/ledger.ts';
import { tallyDecider } from '../../domain/duty/tally.ts';
import { feedbackCardOf } from '../../domain/feedback/card.ts';
import { feedbackDecider } from '../../domain/feedback/feedback.ts';
import type { Feedback, FeedbackState } from '../../domain/feedback/state.ts';
import { cardOf } from '../../domain/item/card.ts';
import { itemDecider } from '../../domain/item/item.ts';
import type { ItemState } from '../../domain/item/state.ts';
import type { Command, Decider, DomainEvent } from '../../domain/kernel/decider.ts';
import {
  type OrganisationId,
  OrgScope,
  type StreamKind,
  type StreamName,
  type StreamParts,
} from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { organisationDecider } from '../../domain/organisation/decider.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Aggregates, Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { Tenancy } from '../shell/tenancy.ts';
import {
  answersKey,
  boardKey,
  deliveriesKey,
  deskKey,
  deskSort,
  membershipKey,
  organisationsKey,
} from '../shell/view-keys.ts';
import { digestRow, robotRow } from './alert-projections.ts';
import { ledgerRow, tallyRows } from './duty-projections.ts';

/** How the streams of one kind appear in the views. */
export interface Projection<S> {
  readonly decider: Decider<Command, DomainEvent, S>;
  rows(
    parts: StreamParts,
    loaded: Loaded<S>,
    stream: StreamName,
  ): Promise<readonly ViewRow[]> | readonly ViewRow[];
  /** Rows that never change once they are there; their version is 1. */
  fixed?(parts: StreamParts, state: S): readonly ViewRow[];
}

// biome-ignore lint/suspicious/noExplicitAny: each kind has a state of its own, and its projection is kept beside its decider
export type Projections = Readonly<Record<StreamKind, Projection<any>>>;

export function projectionsOver(aggregates: Aggregates, district: OrganisationId): Projections {
  const tenancy = new Tenancy(aggregates);
  return {
    ITEM: {
      decider: itemDecider,
      rows: async (parts, loaded, stream) => [await itemRow(tenancy, parts, loaded, stream)],
    },
    ORGANISATION: {
      decider: organisationDecider,
      rows: (parts, { state, version }) => (state ? [organisationRow(district, parts, state, version)] : []),
      fixed: ({ id }, state) =>
        Object.keys(state?.people ?? {}).map((person) => membership(district, person, id)),
    },
    FEEDBACK: {
      decider: feedbackDecider,
      rows: (parts, loaded, stream) => [feedbackRow(parts, loaded, stream)],
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
                board: {
                  key: deliveriesKey(parts.organisation, state.display),
                  sort: `${state.plannedAt}#${parts.id}`,
                },
                ...waiting(deliveryDecider, state, stream),
              },
            ]
          : [],
    },
    // Read from the record itself wherever they are needed.
    CATALOGUE: { decider: catalogue, rows: () => [] },
    CALENDAR: { decider: calendarDecider, rows: () => [] },
    LEDGER: {
      decider: ledgerDecider,
      rows: async (parts, loaded, stream) => [await ledgerRow(aggregates, tenancy, parts, loaded, stream)],
    },
    TALLY: {
      decider: tallyDecider,
      rows: (parts, loaded, stream) => tallyRows(tenancy, parts, loaded, stream),
    },
    DIGEST: {
      decider: digestDecider,
      rows: (parts, loaded, stream) => [digestRow(parts, loaded, stream)],
    },
    ROBOT: {
      decider: robotDecider,
      rows: (parts, loaded, stream) => [robotRow(parts, loaded, stream)],
    },
  };
}

async function itemRow(
  tenancy: Tenancy,
  parts: StreamParts,
  { state, version }: Loaded<ItemState>,
  stream: StreamName,
): Promise<ViewRow> {
  const [first] = state?.versions ?? [];
  if (!state || !first) throw new Error(`no item in ${stream}`);
  const { organisation, id } = parts;
  // An organisation keeps the superior it was onboarded under; nothing else of it may go into a row.
  const superior = (await tenancy.find(new OrgScope(organisation)))?.superior;
  const card = cardOf(state, { id, organisation });
  return {
    ...keyOf(parts),
    version,
    card,
    ...(card.onShow && { board: { key: boardKey(organisation), sort: `${card.releasedAt}#${id}` } }),
    ...(card.waits.length > 0 && onDesk(superior ?? organisation, parts, first.proposedAt)),
    ...waiting(itemDecider, state, stream),
  };
}

function feedbackRow(
  parts: StreamParts,
  { state, version }: Loaded<FeedbackState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no feedback in ${stream}`);
  const { organisation, id } = parts;
  const card = feedbackCardOf(state, { id, organisation });
  return {
    ...keyOf(parts),
    version,
    card,
    ...answerEntry(state, parts),
    ...(card.waits.length > 0 && onDesk(organisation, parts, state.receivedAt)),
    ...waiting(feedbackDecider, state, stream),
  };
}

/** Among the answers that stand on the item's page. */
function answerEntry(
  { item, answer, closed }: Feedback,
  { organisation, id }: StreamParts,
): Pick<ViewRow, 'board'> {
  if (item === undefined || !answer || !closed) return {};
  return { board: { key: answersKey(organisation, item), sort: `${closed.at}#${id}` } };
}

/** The entry is the same for a whole life, since an index entry whose key moves costs two write units. */
const onDesk = (desk: OrganisationId, { organisation, id }: StreamParts, began: Instant) => ({
  desk: { key: deskKey(desk), sort: deskSort(organisation, began, id) },
});

/** In the tree of organisations. */
const organisationRow = (
  district: OrganisationId,
  { id }: StreamParts,
  { name, shortName, kind, superior }: Organisation,
  version: number,
): ViewRow => ({
  pk: organisationsKey(district),
  sk: id,
  version,
  card: { id, name, shortName, kind, ...(superior && { superior }) },
});

/** By which the log-in of a person finds an organisation that has them on its roster, which nobody ever leaves. */
const membership = (district: OrganisationId, person: string, organisation: OrganisationId): ViewRow => ({
  pk: membershipKey(district),
  sk: `${person}#${organisation}`,
  version: 1,
  card: { organisation },
});

const keyOf = ({ organisation, kind, id }: StreamParts) => ({
  pk: new OrgScope(organisation).partition(kind),
  sk: id,
});
