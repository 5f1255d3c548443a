import { dayOf } from '../kernel/time.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { personalData } from '../screening/personal-data.ts';
import type { ActivityCommandOf, ActivityFacts } from './commands.ts';
import type { ActivityEvent, Participant } from './events.ts';
import { refuse } from './refusals.ts';
import { totalOf } from './vocabulary.ts';

type Recorded = ActivityCommandOf<'RecordActivity'>['data'];

/** What the log keeps of something that was held. Whoever records it has been checked. */
export function record(
  { data, facts, now }: ActivityCommandOf<'RecordActivity'>,
  organisation: string,
): readonly ActivityEvent[] {
  if (data.heldOn > dayOf(now)) refuse('activity-ahead', { field: 'heldOn' });
  requireDetails(data);
  const participants = participantsOf(data, facts, organisation);
  if (totalOf(data.attendance) < Math.max(1, participants.length))
    refuse('activity-attendance', { field: 'attendance', named: participants.length });
  const unknown = data.items.findIndex((item) => !facts.items.includes(item));
  if (unknown >= 0) refuse('activity-item-unknown', { field: `items.${unknown}` });
  for (const field of ['title', 'minutes'] as const) requireImpersonal(data[field] ?? '', field);
  const { audience = 'unit', items } = data;
  return [
    {
      type: 'ActivityRecorded',
      data: { ...data, audience, participants, items: [...new Set(items)] },
    },
  ];
}

/** A text that nobody reviews before it is read. */
export function requireImpersonal(text: string, field: string): void {
  const { length: count } = personalData(text, field);
  if (count > 0) refuse('activity-holds-personal-data', { field, count });
}

function requireDetails({ kind, meeting, aims }: Recorded): void {
  if ((kind === 'meeting') !== (meeting !== undefined)) refuse('activity-kind-details', { field: 'meeting' });
  if ((kind === 'training') !== (aims !== undefined)) refuse('activity-kind-details', { field: 'aims' });
}

/** Each once, every one of them on the roster of an organisation that is this one or stands below it (QS-10). */
function participantsOf(
  { participants }: Recorded,
  { units }: ActivityFacts,
  own: string,
): readonly Participant[] {
  const named = participants.map(({ person, organisation = own }, index) => {
    const unit = Object.hasOwn(units, organisation) ? units[organisation] : undefined;
    if (!unit) return refuse('activity-participant-elsewhere', { field: `participants.${index}` });
    if (!isOnRoster(unit, person)) refuse('activity-participant-unknown', { field: `participants.${index}` });
    return { person, organisation };
  });
  return named.filter(
    (one, index) =>
      named.findIndex(
        ({ person, organisation }) => person === one.person && organisation === one.organisation,
      ) === index,
  );
}
