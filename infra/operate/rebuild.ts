import { parseArgs } from 'node:util';
import { DeleteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { DynamoLog } from '../../functions/adapters/log.ts';
import { DynamoViews, type ViewRow } from '../../functions/adapters/views.ts';
import { projectionsOver } from '../../functions/projector/projections.ts';
import { Projector } from '../../functions/projector/projector.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import {
  CHANGES_VIEW,
  PACE_VIEW,
  RATES_VIEW,
  READS_VIEW,
  REPLIES_VIEW,
  SCREENS_VIEW,
} from '../../functions/shell/view-keys.ts';
import { CONNECTION_OPTIONS, type Connection, connect, runCommand } from './connection.ts';
import { streamsIn } from './streams.ts';

/**
 * Drops every view that is made from the record (all but the heartbeats of screens, the pace of sending, the attempts
 * of strangers, the addresses of those who wrote by mail and what is still to be sealed) and projects it again from the
 * record. Safe while the system runs: rows that the projector writes meanwhile are newer and stay; until the end lists
 * are short of what has not been projected yet.
 *
 * @returns how many rows were dropped and how many streams were projected
 */
export async function rebuildViews(
  { client, logTable, viewsTable, district }: Connection,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<{ readonly dropped: number; readonly streams: number }> {
  const dropped = await dropAll(client, viewsTable);
  const aggregates = new Aggregates(new DynamoLog(client, logTable));
  const views = new RebuiltViews(client, viewsTable);
  const projector = new Projector(aggregates, views, projectionsOver(aggregates, district));
  const streams = await streamsIn(client, logTable);
  for (const [index, stream] of streams.entries()) {
    await projector.project({ stream, streamVersion: Number.MAX_SAFE_INTEGER });
    onProgress(index + 1, streams.length);
  }
  return { dropped, streams: streams.length };
}

/** What changed long ago must not be forgotten before it is sealed, where it never was. */
class RebuiltViews extends DynamoViews {
  override put({ expiresAt, ...row }: ViewRow): Promise<boolean> {
    const isForgotten = expiresAt !== undefined && !row.pk.endsWith(`#${CHANGES_VIEW}`);
    return super.put(isForgotten ? { ...row, expiresAt } : row);
  }
}

/** Not made from the record, or not to be made from it again. */
const UNRECORDED = [SCREENS_VIEW, READS_VIEW, PACE_VIEW, RATES_VIEW, REPLIES_VIEW, CHANGES_VIEW];

async function dropAll(client: DynamoDBClient, table: string): Promise<number> {
  let count = 0;
  const pages = paginateScan({ client }, { TableName: table, ProjectionExpression: 'pk, sk' });
  for await (const { Items = [] } of pages) {
    const made = Items.filter(({ pk }) => !UNRECORDED.some((view) => pk?.S?.endsWith(`#${view}`)));
    await Promise.all(made.map((Key) => client.send(new DeleteItemCommand({ TableName: table, Key }))));
    count += made.length;
  }
  return count;
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: CONNECTION_OPTIONS });
  const { dropped, streams } = await rebuildViews(connect(values), (done, of) => {
    if (done % 100 === 0 || done === of) process.stdout.write(`\r${done}/${of}`);
  });
  console.log(`\n清除 dropped ${dropped}，重建 projected ${streams}`);
  return true;
}

if (import.meta.main) await runCommand(main);
