import type { ItemLine } from '../../shell/reading/lines.ts';
import { chineseDate, lastDay } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';

interface ItemsProps {
  readonly items: readonly ItemLine[];
  readonly withOrganisation?: boolean;
  readonly empty: string;
  readonly heading?: 'h2' | 'h3';
  /** Label of the stream that they are, where another one stands beside them. */
  readonly stream?: string | undefined;
}

/** Items as a list, newest first as given. */
export function Items({ items, withOrganisation, empty, heading: Heading = 'h3', stream }: ItemsProps) {
  if (items.length === 0) return <p class="empty">{empty}</p>;
  return (
    <ul class="items">
      {items.map((item) => (
        <li>
          <p>
            {stream !== undefined && <span class="tag">{stream}</span>}
            <span class="tag type">{item.documentTypeName}</span>
            {item.important && <span class="tag strong">重要</span>}
            {item.audience !== 'public' && <span class="tag">{AUDIENCE_NAMES[item.audience]}公开</span>}
          </p>
          <Heading>
            <a class="name" href={`/o/${item.organisation.id}/items/${item.id}`}>
              {item.title}
            </a>
          </Heading>
          <p class="meta">
            {withOrganisation && <span>{item.organisation.shortName}</span>}
            <span>
              公开日期 <time datetime={item.releasedAt}>{chineseDate(item.releasedAt)}</time>
            </span>
            {item.showUntil && <span>公开至 {chineseDate(lastDay(item.showUntil))}</span>}
            {item.row.level1 && <span>{item.row.level1}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
