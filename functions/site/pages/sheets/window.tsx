import type { CatalogueRow } from '../../../../domain/catalogue/row.ts';
import { rowsByHeading } from '../../../../domain/catalogue/views.ts';
import type { ItemLine } from '../../../shell/reading/lines.ts';
import { chineseDate, lastDay } from '../../dates.ts';
import type { ContactLine } from '../board.tsx';
import { Sheet, type SheetFrame } from './sheet.tsx';

export interface WindowItem {
  readonly line: ItemLine;
  readonly summary: string;
  /** Headings that its row is given by the catalogue of the organisation. */
  readonly tags: CatalogueRow['tags'];
}

interface WindowProps {
  readonly frame: SheetFrame;
  readonly items: readonly WindowItem[];
  readonly contacts: readonly ContactLine[];
}

/** 党员之窗: its four topics (QS-09), then whatever else is on show, class by class; each in a few words. */
export function WindowSheet({ frame, items, contacts }: WindowProps) {
  const { topics, others } = byTopic(items);
  const classes = Map.groupBy(others, ({ line }) => line.row.level1 ?? '其他');
  return (
    <Sheet frame={frame} title="党员之窗" edition={`共 ${items.length} 项`}>
      <header class="masthead">
        <p>{frame.organisation.name}</p>
        <h1>党员之窗</h1>
        <p>党务公开　{chineseDate(frame.now)}</p>
      </header>
      <div class="classes">
        {topics.map(({ name, group }) => (
          <section>
            <h2>{name}</h2>
            {group.length === 0 && <p class="small">目前没有在此范围内公开的事项。</p>}
            {group.map((item) => (
              <Entry item={item} />
            ))}
          </section>
        ))}
        {[...classes].map(([name, group]) => (
          <section>
            <h2>{name}</h2>
            {group.map((item) => (
              <Entry item={item} />
            ))}
          </section>
        ))}
      </div>
      {contacts.length > 0 && (
        <p class="contacts">{contacts.map(({ office, value }) => `${office}：${value}`).join('　')}</p>
      )}
    </Sheet>
  );
}

/** Each under the first topic that its row belongs to, so that nothing hangs there twice. */
function byTopic(items: readonly WindowItem[]) {
  const rows = items.map((item) => ({ id: item.line.row.id, tags: item.tags, item }));
  const placed = new Set<WindowItem>();
  const topics = rowsByHeading('members-window', rows).map(({ heading, rows: theirs }) => {
    const group = theirs.map(({ item }) => item).filter((item) => !placed.has(item));
    for (const item of group) placed.add(item);
    return { name: heading.name, group };
  });
  return { topics, others: items.filter((item) => !placed.has(item)) };
}

function Entry({ item: { line, summary } }: { item: WindowItem }) {
  const { title, documentTypeName, important, releasedAt, showUntil, version } = line;
  return (
    <article>
      <h3>
        {important && <span class="tag strong">重要</span>}
        {title}
      </h3>
      <p>{summary}</p>
      <p class="small">
        {documentTypeName}　{chineseDate(releasedAt)}公开
        {showUntil && `，公示至${chineseDate(lastDay(showUntil))}`}　第 {version} 版
      </p>
    </article>
  );
}
