import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { chineseDate } from '../../site/dates.ts';
import { renderMarkdown } from '../markdown.tsx';
import { escapeXml } from './xml.ts';

/** What everybody before one board or screen may see, ready to be written in any format. */
export interface Feed {
  /** 东方小学党支部党务公开 */
  readonly title: string;
  readonly organisation: string;
  /** Page that people read instead. */
  readonly home: string;
  /** Address of this feed itself. */
  readonly self: string;
  /** Of its newest entry, or of its organisation while there is none. */
  readonly updated: Instant;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  /** Of the item, counted up by each disclosure again. */
  readonly version: number;
  readonly title: string;
  /** Markdown subset. */
  readonly text: string;
  /** First words of the text on one line. */
  readonly summary: string;
  readonly url: string;
  /** 党务公开, 党建动态, 校务公开, …: in a feed that carries several streams. */
  readonly stream?: string | undefined;
  /** 公示, 公告, …; empty for news. */
  readonly kind: string;
  /** Level 1 of the catalogue; empty when the row is no longer there. */
  readonly category: string;
  readonly important: boolean;
  readonly releasedAt: Instant;
  /** First instant at which it must be gone. */
  readonly until?: Instant | undefined;
  /** First and last day of a 公示. */
  readonly period?: { readonly from: Day; readonly to: Day } | undefined;
  /** Whom to turn to about a 公示. */
  readonly contact?:
    | { readonly contact: string; readonly phone: string; readonly supervisionPhone: string }
    | undefined;
}

/** What an entry is sorted under, the widest first. */
export const categoriesOf = ({ stream = '', kind, category }: FeedEntry): readonly string[] =>
  [stream, kind, category].filter((name) => name !== '');

/** The text as HTML, and below it what a 公示 has to say: until when, and whom to turn to. */
export function htmlOf(entry: FeedEntry): string {
  const particulars = particularsOf(entry);
  const below = particulars && `<p>${escapeXml(particulars)}</p>`;
  return `${renderMarkdown(entry.text)}${below}`;
}

/** 公示期、联系电话 and the like on one line; empty when it is no 公示. */
function particularsOf({ period, contact }: FeedEntry): string {
  const parts = [
    period && `公示期：${chineseDate(period.from)}至${chineseDate(period.to)}`,
    contact &&
      `联系人：${contact.contact}，联系电话：${contact.phone}，监督电话：${contact.supervisionPhone}`,
  ];
  return parts.filter(Boolean).join('。');
}
