import { quarterFrom, quarterOfDay } from '../../domain/duty/period.ts';
import { ledgerHistory, ledgerId } from '../../domain/duty/state.ts';
import { tallyDecider, tallyId } from '../../domain/duty/tally.ts';
import { OrgScope, type StreamKind, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import { dayOf } from '../../domain/kernel/time.ts';
import { organisationHistory } from '../../domain/organisation/organisation.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { rowsUnder } from '../shell/reading/rows.ts';

/** Kinds that lie with their organisation and say in an index under whom it stands. */
const INDEXED: readonly StreamKind[] = [
  'ITEM',
  'NEWS',
  'ENQUIRY',
  'ACTIVITY',
  'VISIT',
  'FOLLOWUP',
  'CASE',
  'ASSESSMENT',
  'SIGNAL',
  'CATALOGUE',
];

/**
 * The streams of an organisation of which a row says whom it stands under, after it was moved: what the lists know of it,
 * and the ledgers and sums of the quarters that the last move changed.
 */
export async function streamsAbove(
  views: Pick<Views, 'list'>,
  aggregates: Aggregates,
  { organisation }: StreamParts,
): Promise<readonly StreamName[]> {
  const scope = new OrgScope(organisation);
  const listed = await Promise.all(
    INDEXED.map(async (kind) => {
      const rows = await Array.fromAsync(rowsUnder(views, scope.partition(kind)));
      return rows.map(({ sk }) => scope.stream(kind, sk));
    }),
  );
  return [...listed.flat(), ...(await quarterStreams(aggregates, scope))];
}

async function quarterStreams(aggregates: Aggregates, scope: OrgScope): Promise<readonly StreamName[]> {
  const { state } = await aggregates.load(
    scope.stream('ORGANISATION', scope.organisation),
    organisationHistory,
  );
  const last = state?.moves?.at(-1);
  if (!last) return [];
  const [first, current] = [quarterOfDay(last.from), quarterOfDay(dayOf(last.at))];
  const streams: StreamName[] = [];
  // A quarter is opened a little before it begins.
  for (let each = first; each.from <= quarterFrom(current, 1).from; each = quarterFrom(each, 1)) {
    const ledger = scope.stream('LEDGER', ledgerId(each.name));
    const tally = scope.stream('TALLY', tallyId(each.name));
    if ((await aggregates.load(ledger, ledgerHistory)).state) streams.push(ledger);
    if ((await aggregates.load(tally, tallyDecider)).state) streams.push(tally);
  }
  return streams;
}
