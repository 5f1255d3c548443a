import { dayOf } from '../../../domain/kernel/time.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { type DayEvent, icalendar } from './icalendar.ts';

/** The day of each release, and the period of each 公示. */
export const calendar = ({ title, entries }: Feed): string => icalendar(title, entries.flatMap(eventsOf));

function eventsOf({
  id,
  version,
  stream = '公开',
  title,
  summary,
  url,
  period,
  releasedAt,
}: FeedEntry): readonly DayEvent[] {
  const uid = (part: string) => `${id}-${part}@${new URL(url).hostname}`;
  const day = dayOf(releasedAt);
  const common = { sequence: version - 1, stamp: releasedAt, description: summary, url };
  return [
    { uid: uid('release'), summary: `${stream}：${title}`, from: day, to: day, ...common },
    ...(period ? [{ uid: uid('period'), summary: `公示期：${title}`, ...period, ...common }] : []),
  ];
}
