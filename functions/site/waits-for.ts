import { isOnline } from '../../domain/item/showing.ts';
import { type Item, pendingReleases, standing } from '../../domain/item/state.ts';
import { TASKS, tasksOf } from '../../domain/item/tasks.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { seatTitle } from '../../domain/organisation/body.ts';
import type { Tenants } from '../shell/tenancy.ts';
import { chineseMoment, deadline, waited } from './dates.ts';
import { AUDIENCE_NAMES } from './words.ts';

/** Whose turn it is, and what will happen by itself, in sentences. */
export function waitsFor(
  item: Item,
  tenants: Tenants,
  people: Readonly<Record<string, string>>,
  now: Instant,
): readonly string[] {
  const tasks = tasksOf(item, tenants.organisation, tenants.superior, now).map((task) => {
    const place = task.organisation === 'superior' ? (tenants.superior?.shortName ?? '') : '';
    const who = [...(task.people ?? []).map((id) => people[id] ?? id), ...(task.seats ?? []).map(seatTitle)];
    const since = task.since > now ? `${chineseMoment(task.since)} 起` : `已等 ${waited(task.since, now)}`;
    const due = task.due ? `，截止 ${deadline(task.due)}` : '';
    return `待${TASKS[task.kind]}：${place}${who.join('、')}（${since}${due}）`;
  });
  const version = standing(item);
  const releases = version
    ? pendingReleases(version)
        .filter(({ audience }) => isOnline(version, audience))
        .map(({ audience, from }) =>
          from > now
            ? `将于 ${chineseMoment(from)} 自动公开：${AUDIENCE_NAMES[audience]}`
            : `即将自动公开：${AUDIENCE_NAMES[audience]}`,
        )
    : [];
  return [...tasks, ...(item.closed ? [] : releases)];
}
