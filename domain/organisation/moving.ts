import { refuse as refuseInput } from '../kernel/refusal.ts';
import { dayOf } from '../kernel/time.ts';
import { mayLead } from './affiliation.ts';
import type { OrganisationCommandOf } from './decider.ts';
import type { Organisation, OrganisationEvent } from './organisation.ts';
import { refuse } from './refusals.ts';
import { requireRunning } from './standing.ts';

/**
 * Puts an organisation under another superior. Its record, its items and its catalogue stay as they are; whoever stands
 * below it comes along. Neither the superior that loses it nor the one that gains it decides, unless it stands above both.
 */
export function move(
  { data, facts, now }: OrganisationCommandOf<'MoveOrganisation'>,
  organisation: Organisation,
): readonly OrganisationEvent[] {
  const { destination, leadsInside, mayMove } = facts;
  if (!mayMove) refuseInput('not-permitted', { allowed: '原上级和新上级共同的上级党务公开办公室' });
  const { superior, since, moves = [] } = organisation;
  if (superior === undefined) refuse('root-stays');
  requireRunning(organisation);
  if (leadsInside) refuse('move-inside-itself', { field: 'to' });
  if (!destination || destination.merged || destination.suspended)
    return refuse('superior-unfit', { field: 'to' });
  if (data.to === superior) refuse('superior-same', { field: 'to' });
  if (destination.kind === 'branch') refuse('branch-leads-nobody', { field: 'to' });
  if (!mayLead(destination.kind, organisation.kind)) refuse('general-branch-leads-branches', { field: 'to' });
  const earliest = moves.at(-1)?.from ?? since;
  const today = dayOf(now);
  if (data.from < earliest || data.from > today) {
    refuse('move-day-unfit', { field: 'from', earliest, latest: today });
  }
  return [{ type: 'OrganisationMoved', data }];
}
