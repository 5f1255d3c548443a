import type { SummaryReading } from '../../shell/reading/summary-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';

interface ItemsProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly year: string;
  /** What the list was narrowed to. */
  readonly is: string | undefined;
  readonly items: SummaryReading['disclosed'];
}

/** 本年度公开事项清单: the very items that the figures count. */
export function SummaryItemsPage({ frame, organisation, year, is, items }: ItemsProps) {
  const title = `${year}年度公开事项清单`;
  return (
    <Page
      frame={frame}
      title={title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/summaries/${year}`, name: `${year}年度总结` }]}
    >
      <h1>{title}</h1>
      <p>
        {is !== undefined && `${is}：`}共 {items.length} 件。阅读量为约数，不记录阅读人。
      </p>
      {items.length > 0 && (
        <section class="table-scroll wide" tabindex={0} aria-label={title}>
          <table>
            <caption class="vh">{title}</caption>
            <thead>
              <tr>
                {['公开日期', '事项', '类目', '范围', '方式', '阅读（约）'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr>
                  <td>{chineseDate(item.on)}</td>
                  <th scope="row">
                    <a href={`/desk/o/${organisation}/items/${item.id}`}>{item.title}</a>
                  </th>
                  <td>{item.class}</td>
                  <td>{item.audience}</td>
                  <td>{item.basis}</td>
                  <td>{item.reads}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}
