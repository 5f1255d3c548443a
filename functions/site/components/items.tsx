import type { Audience } from '../../../domain/kernel/audience.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { chineseDate } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';

/** One disclosed item in a list. */
export interface ItemLine {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly id: string;
  readonly title: string;
  /** 文种, in Chinese. */
  readonly documentType: string;
  /** First-level class of the catalogue. */
  readonly className?: string | undefined;
  readonly releasedAt: Instant;
  /** The widest audience it has reached online. */
  readonly audience: Audience;
  readonly important: boolean;
  /** Last day on show. */
  readonly until?: Day | undefined;
  readonly summary?: string | undefined;
}

interface ItemsProps {
  readonly items: readonly ItemLine[];
  readonly withOrganisation?: boolean;
  readonly empty: string;
  readonly heading?: 'h2' | 'h3';
}

/** Items as a list, newest first as given. */
export function Items({ items, withOrganisation, empty, heading: Heading = 'h3' }: ItemsProps) {
  if (items.length === 0) return <p class="empty">{empty}</p>;
  return (
    <ul class="items">
      {items.map((item) => (
        <li>
          <p>
            <span class="tag type">{item.documentType}</span>
            {item.important && <span class="tag strong">重要</span>}
            {item.audience !== 'public' && <span class="tag">{AUDIENCE_NAMES[item.audience]}公开</span>}
          </p>
          <Heading>
            <a class="name" href={`/o/${item.organisation.id}/items/${item.id}`}>
              {item.title}
            </a>
          </Heading>
          {item.summary && <p>{item.summary}</p>}
          <p class="meta">
            {withOrganisation && <span>{item.organisation.name}</span>}
            <span>
              公开日期 <time datetime={item.releasedAt}>{chineseDate(item.releasedAt)}</time>
            </span>
            {item.until && <span>公开至 {chineseDate(item.until)}</span>}
            {item.className && <span>{item.className}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
