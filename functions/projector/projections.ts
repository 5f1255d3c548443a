import { digestDecider } from '../../domain/alert/digest.ts';
import { robotDecider } from '../../domain/alert/robot-registry.ts';
import { calendarDecider } from '../../domain/calendar/calendar.ts';
import { catalogue } from '../../domain/catalogue/catalogue.ts';
import { deliveryDecider } from '../../domain/display/delivery.ts';
import { displayDecider } from '../../domain/display/display.ts';
import { ledgerDecider } from '../../domain/duty/ledger.ts';
import { tallyDecider } from '../../domain/duty/tally.ts';
import { enquiryDecider } from '../../domain/enquiry/enquiry.ts';
import { feedbackCardOf } from '../../domain/feedback/card.ts';
import { feedbackDecider } from '../../domain/feedback/feedback.ts';
import type { Feedback, FeedbackState } from '../../domain/feedback/state.ts';
import { fileDecider } from '../../domain/file/file.ts';
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
import { sealDecider } from '../../domain/seal/seal.ts';
import { ballotDecider } from '../../domain/survey/ballot.ts';
import { surveyDecider } from '../../domain/survey/survey.ts';
import { topicDecider } from '../../domain/topic/topic.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Aggregates, Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import { Tenancy } from '../shell/tenancy.ts';
import {
  answersKey,
  boardKey,
  deskKey,
  deskSort,
  membershipKey,
  organisationsKey,
  subordinatesKey,
} from '../shell/view-keys.ts';
import { digestRow, robotRow } from './alert-projections.ts';
import { attemptRows, deliveryRows, displayRows, probeRows } from './display-projections.ts';
import { ledgerRow, tallyRows } from './duty-projections.ts';
import { enquiryRow } from './enquiry-projection.ts';
import { fileRow } from './file-projection.ts';
import { ballotRow, surveyRow, topicRow } from './topic-projections.ts';

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
    ENQUIRY: {
      decider: enquiryDecider,
      rows: async (parts, loaded, stream) => [await enquiryRow(tenancy, parts, loaded, stream)],
    },
    TOPIC: {
      decider: topicDecider,
      rows: (parts, loaded, stream) => [topicRow(parts, loaded, stream)],
    },
    SURVEY: {
      decider: surveyDecider,
      rows: (parts, loaded, stream) => [surveyRow(parts, loaded, stream)],
    },
    BALLOT: { decider: ballotDecider, rows: (parts, loaded) => [ballotRow(parts, loaded)] },
    DISPLAY: {
      decider: displayDecider,
      rows: displayRows,
      fixed: probeRows,
    },
    DELIVERY: {
      decider: deliveryDecider,
      rows: deliveryRows,
      fixed: attemptRows,
    },
    // Read from the record itself wherever they are needed.
    CATALOGUE: { decider: catalogue, rows: () => [] },
    CALENDAR: { decider: calendarDecider, rows: () => [] },
    SEAL: { decider: sealDecider, rows: () => [] },
    ANCHOR: { decider: sealDecider, rows: () => [] },
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
    FILE: {
      decider: fileDecider,
      rows: (parts, loaded, stream) => [fileRow(parts, loaded, stream)],
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

/** Among the answers that stand on the item's page, or on the organisation's. */
function answerEntry(
  { item, answer, closed }: Feedback,
  { organisation, id }: StreamParts,
): Pick<ViewRow, 'board'> {
  if (!answer || !closed) return {};
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
  ...(superior && { board: { key: subordinatesKey(superior), sort: id } }),
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
