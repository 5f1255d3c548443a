import { type PeriodName, periodNamed, quarterFrom, quarterOf } from '../../domain/duty/period.ts';
import type { OrganisationId } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Views } from '../adapters/views.ts';
import { type PartStanding, periodUnder } from '../shell/tallies.ts';
import type { Opening } from './open-ledgers.ts';

/** Organisations that are opened at a time. */
const CHUNK = 20;

/**
 * Opens the quarter for whoever stood under the superior in the quarter before and does not stand there now: the
 * message that was to open it was lost. Nothing happens in a quarter that is over, since opening a later one opens it.
 *
 * @param parts who stands there now
 */
export async function openMissing(
  { views, opening }: { readonly views: Pick<Views, 'list'>; readonly opening: Opening },
  superior: OrganisationId,
  period: PeriodName,
  parts: readonly PartStanding[],
  at: Instant,
): Promise<void> {
  if (quarterOf(at).name !== period) return;
  const before = await periodUnder(views, superior, quarterFrom(periodNamed(period), -1).name);
  const known = new Set(parts.map(nameOf));
  const missing = before.parts.filter((part) => !known.has(nameOf(part)));
  const ledgers = missing.filter(({ isSum }) => !isSum).map(({ standing }) => standing.id);
  for (let first = 0; first < ledgers.length; first += CHUNK) {
    await opening.open({ at, organisations: ledgers.slice(first, first + CHUNK) });
  }
  // On the first morning no sum below has been taken yet; beginning one that has begun does nothing.
  for (const { isSum, standing } of missing) if (isSum) await opening.beginTally(standing.id, at);
}

const nameOf = ({ isSum, standing }: PartStanding): string => `${standing.id}#${isSum}`;
