import { DOCUMENT_TYPES } from '../../../../domain/item/vocabulary.ts';
import type { ItemLine } from '../../../shell/reading/lines.ts';
import { chineseDate, lastDay } from '../../dates.ts';
import type { ContactLine } from '../board.tsx';
import { Sheet, type SheetFrame } from './sheet.tsx';

export interface WindowItem {
  readonly line: ItemLine;
  readonly summary: string;
}

interface WindowProps {
  readonly frame: SheetFrame;
  readonly items: readonly WindowItem[];
  readonly contacts: readonly ContactLine[];
}

/** 党员之窗: what is on show, class by class, each in a few words. */
export function WindowSheet({ frame, items, contacts }: WindowProps) {
  const classes = Map.groupBy(items, ({ line }) => line.row.level1 ?? '其他');
  return (
    <Sheet frame={frame} title="党员之窗" edition={`共 ${items.length} 项`}>
      <header class="masthead">
        <p>{frame.organisation.name}</p>
        <h1>党员之窗</h1>
        <p>党务公开　{chineseDate(frame.now)}</p>
      </header>
      {items.length === 0 && <p class="empty">目前没有在此范围内公开的事项。</p>}
      <div class="classes">
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

function Entry({ item: { line, summary } }: { item: WindowItem }) {
  const { title, documentType, important, releasedAt, showUntil, version } = line;
  return (
    <article>
      <h3>
        {important && <span class="tag strong">重要</span>}
        {title}
      </h3>
      <p>{summary}</p>
      <p class="small">
        {DOCUMENT_TYPES[documentType]}　{chineseDate(releasedAt)}公开
        {showUntil && `，公示至${chineseDate(lastDay(showUntil))}`}　第 {version} 版
      </p>
    </article>
  );
}
