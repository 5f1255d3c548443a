import { type PeriodName, periodTitle } from '../../../domain/duty/period.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import {
  FEWEST,
  REPORT_AGES,
  REPORT_CLASSES,
  type ReportAge,
  type ReportClass,
  type ReportFigures,
} from '../../../domain/report/figures.ts';
import type { ReportReading } from '../../shell/reading/reports.ts';
import { ErrorSummary, type Filled } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';

interface ReportsProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly period: PeriodName;
  readonly periods: readonly PeriodName[];
  /** Undefined where nobody stands above. */
  readonly superior: string | undefined;
  readonly sent: ReportReading | undefined;
  /** What it would say now, while it has not been sent; undefined where none is asked for. */
  readonly figures: ReportFigures | undefined;
  /** Those right below, and what they reported. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly report?: ReportReading }[];
  readonly filled: Filled;
  readonly commandId: string;
}

/** 意见建议情况报告: what this organisation reports upwards, and what was reported to it (XH-24). */
export function ReportsPage(props: ReportsProps) {
  const { frame, organisation, period, periods, units, filled, commandId } = props;
  const here = `/desk/o/${organisation}/reports`;
  const reported = units.flatMap(({ report, ...unit }) => (report ? [{ ...unit, report }] : []));
  const missing = units.filter(({ report }) => !report);
  return (
    <Page frame={frame} title="意见建议情况报告" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        {periodTitle(period)}意见建议情况报告 <small lang="en">Reports to the superior</small>
      </h1>
      <nav aria-label="报告期" class="choices row">
        {periods.map((name) => (
          <p class="choice">
            <a href={`${here}?period=${name}`} {...(name === period && { 'aria-current': 'true' as const })}>
              {periodTitle(name)}
            </a>
          </p>
        ))}
      </nav>
      <ErrorSummary filled={filled} />
      {props.superior !== undefined && <Own {...props} superior={props.superior} />}
      {reported.map(({ id, name, report }) => (
        <section class="sheet">
          <h2>{name}的报告</h2>
          <p>
            {chineseMoment(report.sentAt)} 报送 <Receipt at={report.acknowledgedAt} />
          </p>
          <Figures figures={report.figures} name={name} />
          {report.acknowledgedAt === undefined && (
            <form method="post" action={`${here}/${id}/acknowledgement`}>
              <Hidden command={`${commandId}-${id}`} period={period} />
              <p class="actions">
                <button class="button" type="submit">
                  签收<span class="vh">（{name}）</span>
                </button>
              </p>
            </form>
          )}
        </section>
      ))}
      {units.length > 0 && (
        <p class="note">
          下级单位 {units.length} 个，已报送 {reported.length} 个
          {missing.length > 0 && `，未报送：${missing.map(({ name }) => name).join('、')}`}。
        </p>
      )}
    </Page>
  );
}

function Own({
  organisation,
  period,
  superior,
  sent,
  figures,
  commandId,
}: ReportsProps & { superior: string }) {
  const shown = sent?.figures ?? figures;
  return (
    <section class="sheet">
      <h2>向{superior}报告</h2>
      {sent && (
        <p>
          {chineseMoment(sent.sentAt)} 报送 <Receipt at={sent.acknowledgedAt} />
        </p>
      )}
      {shown ? <Figures figures={shown} /> : <p class="note">上级未要求报告本期情况。</p>}
      {!sent && figures && (
        <form method="post" action={`/desk/o/${organisation}/reports`}>
          <Hidden command={commandId} period={period} />
          <p class="actions">
            <button class="button" type="submit">
              报送
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

const Hidden = ({ command, period }: { command: string; period: PeriodName }) => (
  <>
    <input type="hidden" name="command" value={command} />
    <input type="hidden" name="period" value={period} />
  </>
);

const Receipt = ({ at }: { at: Instant | undefined }) =>
  at === undefined ? (
    <span class="tag wait">待签收</span>
  ) : (
    <span class="tag ok">✓ {chineseMoment(at)} 已签收</span>
  );

const FEW = `少于 ${FEWEST}`;
const hours = (figure: number | undefined): string => (figure === undefined ? '—' : `${figure} 小时`);

interface FiguresProps {
  readonly figures: ReportFigures;
  /** Whose they are, where there are several. */
  readonly name?: string;
}

function Figures({ figures: { from, until, classes, unanswered }, name: whose = '' }: FiguresProps) {
  const names = (Object.keys(REPORT_CLASSES) as ReportClass[]).filter((name) => classes[name]);
  const ages = Object.keys(REPORT_AGES) as ReportAge[];
  const waiting = ages.map(
    (age) => `${REPORT_AGES[age]} ${unanswered[age] === null ? FEW : (unanswered[age] ?? 0)}`,
  );
  return (
    <>
      {names.length === 0 ? (
        <p>
          {chineseDate(from)}至{chineseDate(until)}没有收到意见建议和公开申请。
        </p>
      ) : (
        <section class="table-scroll" tabindex={0} aria-label={`${whose}分类情况`}>
          <table class="sums">
            <caption>
              {chineseDate(from)}至{chineseDate(until)}收到
            </caption>
            <thead>
              <tr>
                {['类别', '收到', '答复用时中位数', '90%分位'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name) => (
                <tr>
                  <th scope="row">{REPORT_CLASSES[name]}</th>
                  <td>{classes[name]?.count ?? FEW}</td>
                  <td>{hours(classes[name]?.medianHours)}</td>
                  <td>{hours(classes[name]?.p90Hours)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="small">
        尚未答复：{waiting.join('，')}。不足 {FEWEST} 件的不列件数和用时。
      </p>
    </>
  );
}
