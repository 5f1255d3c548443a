import type { OrgScope, StreamName } from '../../domain/kernel/scope.ts';
import { addDays, type Day } from '../../domain/kernel/time.ts';
import { type Head, headOf } from '../../domain/seal/head.ts';
import { encodeCursor } from '../adapters/cursor.ts';
import type { Log } from '../adapters/log.ts';
import type { ViewRow, Views } from '../adapters/views.ts';
import { changesKey } from './view-keys.ts';

/** A queue keeps a message for 14 days, so a command of the past may be recorded that late. */
const LOOK_BACK_DAYS = 15;
const PAGE = 500;
/** Streams that are read at a time. */
const CHUNK = 100;

/**
 * The last commit of every stream that has grown. The view only says where to look; what is sealed comes from the
 * record itself.
 *
 * @param since a day that was sealed; from the beginning when absent
 * @param named the versions that were sealed by then
 */
export async function headsChanged(
  { log, views }: { readonly log: Log; readonly views: Pick<Views, 'list'> },
  scope: OrgScope,
  since: Day | undefined,
  named: Readonly<Record<string, number>>,
): Promise<readonly Head[]> {
  const versions = new Map<StreamName, number>();
  for await (const { sk, version } of changesSince(views, scope, since)) {
    const stream = `${scope.prefix}${sk.slice(sk.indexOf('#') + 1)}` as StreamName;
    if (version > (named[stream] ?? 0)) versions.set(stream, Math.max(version, versions.get(stream) ?? 0));
  }
  const heads: Head[] = [];
  const grown = [...versions];
  for (let first = 0; first < grown.length; first += CHUNK) {
    const tails = grown.slice(first, first + CHUNK).map(([stream, version]) => log.read(stream, version - 1));
    for (const tail of await Promise.all(tails)) heads.push(...tail.slice(-1).map(headOf));
  }
  return heads;
}

async function* changesSince(
  views: Pick<Views, 'list'>,
  { organisation }: OrgScope,
  since: Day | undefined,
): AsyncGenerator<ViewRow> {
  let after = since && encodeCursor(addDays(since, -LOOK_BACK_DAYS));
  do {
    const page = await views.list(changesKey(organisation), { limit: PAGE, after });
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}
