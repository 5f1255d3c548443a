import { chineseDate } from '../../site/dates.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** One line an item, for LED panels that know nothing but plain text; each ends with a line feed. */
export const ticker = ({ organisation, entries }: Feed): string =>
  entries.map((entry) => `${lineOf(entry, organisation)}\n`).join('');

function lineOf(
  { stream = '', kind, title, period, contact, releasedAt }: FeedEntry,
  organisation: string,
): string {
  const about = [
    period && `公示期${chineseDate(period.from)}至${chineseDate(period.to)}`,
    contact && `监督电话${contact.supervisionPhone}`,
  ].filter(Boolean);
  const more = about.length > 0 ? `（${about.join('，')}）` : '';
  const mark = [stream, kind].filter((name) => name !== '').join('·');
  return `【${mark}】${title}${more}　${organisation}　${chineseDate(releasedAt)}`;
}
