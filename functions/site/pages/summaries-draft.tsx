import { LIMITS } from '../../../domain/limits.ts';
import { countOf, type SummarySection, type SummaryTable } from '../../../domain/summary/draft.ts';
import { textOf } from '../../../domain/summary/text.ts';
import type { SummaryReading } from '../../shell/reading/summary-readings.ts';
import { CaseForm } from '../components/case-form.tsx';
import { AreaField, type Choice, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { type EvidenceOf, evidenceOf } from './summaries-evidence.ts';
import { Done } from './topics.tsx';

interface DraftProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly reading: SummaryReading;
  readonly page: FormPage;
  /** Undefined where nobody stands above. */
  readonly superior: string | undefined;
  /** Rows under which it may be proposed, the most fitting first. */
  readonly rows: readonly Choice[];
}

/** 年度总结草稿: every figure leads to what it was counted from; then it is proposed, or filed. */
export function SummaryDraftPage({ frame, organisation, reading, page, superior, rows }: DraftProps) {
  const { summary, until } = reading;
  const { title, year, sections } = summary;
  const here = `/desk/o/${organisation}/summaries/${year}`;
  const text = textOf(summary);
  return (
    <Page
      frame={frame}
      title={title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/summaries`, name: '年度总结和专题报告' }]}
    >
      <div class="title-row">
        <h1>{title}（草稿）</h1>
        <p class="asof">
          统计截至 <time datetime={until}>{chineseDate(until)}</time>
        </p>
      </div>
      <Done text={page.done} />
      <p class="actions no-print">
        <a class="button second" href={`${here}/summary.xlsx`}>
          下载表格（XLSX）
        </a>
        <a class="button second" href={`${here}/summary.html`}>
          下载网页（HTML）
        </a>
        <a href={`${here}/items`}>本年度公开事项清单</a>
      </p>
      {sections.map((section) => (
        <Section section={section} of={{ organisation, year }} />
      ))}
      {reading.units.length > 0 && <Units reading={reading} />}
      {superior !== undefined && (
        <CaseForm
          props={page.forms}
          action="file"
          title={`报送${superior}`}
          button="报送上级"
          folded
          start={{ 'file.title': title, 'file.text': text }}
        >
          {(filled) => (
            <>
              <input type="hidden" name="file.year" value={year} />
              <TextField filled={filled} name="file.title" label="标题" max={LIMITS.title} />
              <AreaField filled={filled} name="file.text" label="正文" max={LIMITS.text} long />
            </>
          )}
        </CaseForm>
      )}
      {rows.length > 0 && (
        <CaseForm props={page.forms} action="propose" title="用作公开事项草稿" button="生成草稿" folded>
          {(filled) => <SelectField filled={filled} name="propose.row" label="公开目录条目" choices={rows} />}
        </CaseForm>
      )}
    </Page>
  );
}

const Section = ({
  section: { title, paragraphs, tables },
  of,
}: {
  section: SummarySection;
  of: EvidenceOf;
}) => (
  <section class="sheet">
    <h2>{title}</h2>
    {paragraphs.map((text) => (
      <p>{text}</p>
    ))}
    {tables.map((table) => (
      <Figures table={table} of={of} />
    ))}
  </section>
);

const Figures = ({ table: { group, caption, figures }, of }: { table: SummaryTable; of: EvidenceOf }) => (
  <section class="table-scroll" tabindex={0} aria-label={caption}>
    <table class="sums">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">数量</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr>
            <th scope="row">{figure.name}</th>
            <td>
              <a href={evidenceOf(group, of, figure.name)}>
                {countOf(figure)}
                <span class="vh">，查看{figure.name}的依据</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** Of a superior: whose figures were added up. */
const Units = ({ reading: { units } }: { reading: SummaryReading }) => (
  <section class="sheet">
    <h2>分单位情况</h2>
    <section class="table-scroll" tabindex={0} aria-label="分单位情况">
      <table class="sums">
        <caption>分单位公开情况</caption>
        <thead>
          <tr>
            {['单位', '公开事项', '按期公开', '补公开', '逾期未公开'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ id, shortName, figures: { total, duty } }) => (
            <tr>
              <th scope="row">
                <a href={`/o/${id}`}>{shortName}</a>
              </th>
              <td>{total.公开事项 ?? 0}</td>
              <td>{duty.按期公开 ?? 0}</td>
              <td>{duty.补公开 ?? 0}</td>
              <td>{duty.逾期未公开 ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
);
