import { DUTY_KINDS, DUTY_STATUSES, type DutyStatus, WAIVER_GROUNDS } from '../../../../domain/duty/duty.ts';
import { type PeriodName, periodTitle } from '../../../../domain/duty/period.ts';
import type { Instant } from '../../../../domain/kernel/time.ts';
import type { DutyLine, DutyRow, DutySheet } from '../../../shell/reading/duty-sheet.ts';
import { ClassTable } from '../../components/class-table.tsx';
import { DutyTag } from '../../components/duty-status.tsx';
import { type Frame, Page } from '../../components/layout.tsx';
import { chineseDate, chineseMoment } from '../../dates.ts';
import { timingOf } from '../../words.ts';
import { DutyFilters } from './filters.tsx';
import { Why } from './why.tsx';

export interface SheetProps {
  readonly frame: Frame;
  readonly now: Instant;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly period: PeriodName;
  readonly periods: readonly PeriodName[];
  /** Undefined when the organisation has no ledger for the period. */
  readonly sheet: DutySheet | undefined;
  readonly filter: { readonly className?: string | undefined; readonly status?: DutyStatus | undefined };
  /** Address of the due days for calendar programmes, for this reader alone. */
  readonly feed: string;
  /** Works here, and so may propose; others supervise. */
  readonly mayPropose: boolean;
}

/** 公开义务台账: every row of the catalogue, what is owed under it and by when, and what became of it. */
export function SheetPage(props: SheetProps) {
  const { frame, now, organisation, period, periods, sheet, filter } = props;
  const here = `/desk/o/${organisation.id}/duties`;
  return (
    <Page frame={frame} title="公开义务台账" section="duties" wide>
      <div class="title-row">
        <h1>
          {periodTitle(period)}公开义务台账
          <small>
            {organisation.name} <span lang="en">Duties of disclosure</span>
          </small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={now}>{chineseMoment(now)}</time>（北京时间）
        </p>
      </div>
      <DutyFilters
        action={here}
        period={period}
        periods={periods}
        classes={[...new Set(sheet?.rows.map(({ className }) => className))]}
        statuses={Object.entries(DUTY_STATUSES)}
        chosen={filter}
      />
      {sheet ? (
        <Sheet {...props} sheet={sheet} />
      ) : (
        <p class="note">本单位没有{periodTitle(period)}的公开台账。</p>
      )}
    </Page>
  );
}

function Sheet(props: SheetProps & { sheet: DutySheet }) {
  const { organisation, sheet, filter, feed } = props;
  const { rows, unit, counts, arrears } = sheet;
  const here = `/desk/o/${organisation.id}/duties`;
  const shown = rows.filter(
    ({ className, duties }) =>
      (!filter.className || className === filter.className) &&
      (!filter.status || duties.some(({ status }) => status === filter.status)),
  );
  return (
    <>
      <p class="no-print exports">
        <a href={`${here}.xlsx?period=${sheet.period}`}>导出 Excel</a>
        <a href={`${here}.csv?period=${sheet.period}`}>导出 CSV</a>
        <a href={feed}>订阅到期日（日历）</a>
      </p>
      <ul class="figures">
        {(Object.keys(DUTY_STATUSES) as DutyStatus[])
          .filter((status) => counts[status] !== undefined)
          .map((status) => (
            <li>
              <b>{counts[status]}</b> {DUTY_STATUSES[status]}
            </li>
          ))}
      </ul>
      {arrears.length > 0 && (
        <p class="note warn">
          以前各期尚有未完成的公开义务：
          {arrears.map((period) => (
            <>
              <a href={`${here}?period=${period}&status=overdue`}>{periodTitle(period)}</a>{' '}
            </>
          ))}
        </p>
      )}
      {unit && (
        <section class="sheet">
          <h2>{DUTY_KINDS.unit}</h2>
          <Duty duty={unit} {...props} />
        </section>
      )}
      {shown.length === 0 ? (
        <p class="empty">没有符合条件的目录行。</p>
      ) : (
        <ClassTable
          caption={`${organisation.name}各目录行的公开义务`}
          columns={['公开内容', '本期义务', '最近公开', '往期']}
          entries={shown}
          classOf={({ className }) => className}
          row={(row) => <Row {...props} row={row} />}
        />
      )}
    </>
  );
}

function Row(props: SheetProps & { row: DutyRow }) {
  const { row, organisation, mayPropose } = props;
  const isUnmet = row.duties.some(({ met, waived }) => met === undefined && waived === undefined);
  return (
    <tr id={row.id}>
      <th scope="row">
        {row.name}
        <p class="small">{timingOf(row)}公开</p>
      </th>
      <td data-label="本期义务">
        {row.duties.map((duty) => (
          <Duty {...props} duty={duty} />
        ))}
        {row.duties.length === 0 && <p class="small">{nothingDue(row)}</p>}
        {row.refresh && (
          <p>
            <span class="tag wait">⚠ 待更换</span>
            <span class="small">现有内容是上期公开的，本期须更换。</span>
          </p>
        )}
        {mayPropose && isUnmet && row.inForce && (
          <p class="no-print">
            <a href={`/desk/o/${organisation.id}/propose/${row.id}`}>
              {row.refresh ? '以上期内容为底稿提出更换' : '提出公开'}
              <span class="vh">：{row.name}</span>
            </a>
          </p>
        )}
      </td>
      <td data-label="最近公开">{row.last ? chineseDate(row.last) : '—'}</td>
      <td data-label="往期">
        {row.history.length === 0 ? (
          '—'
        ) : (
          <ul class="history">
            {row.history.map(({ period, status }) => (
              <li>
                {period} <DutyTag status={status} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function nothingDue({ timing, next }: DutyRow): string {
  if (next !== undefined) return `本期无须确认，下次年度确认到期日为${chineseDate(next)}。`;
  if (timing === 'prompt') return '即时公开，事项发生后起算期限；本期尚未登记发生情况。';
  if (timing === 'staged') return '分期公开，按事项公开计划的阶段日期到期；本期没有到期阶段。';
  return timing === 'periodic' ? '本期无须公开。' : '目录未规定公开时限。';
}

function Duty({ duty, organisation, mayPropose }: SheetProps & { duty: DutyLine }) {
  const { kind, what, due, status, met, item, waived, acknowledged, why } = duty;
  // Whoever only supervises reads the page that everybody reads; the desk is for those who work here.
  const evidence = item && `${mayPropose ? '/desk' : ''}/o/${organisation.id}/items/${item}`;
  return (
    <div class="duty">
      <p>
        <DutyTag status={status} />
        {kind !== 'periodic' && kind !== 'unit' && <span class="tag">{DUTY_KINDS[kind]}</span>}
        到期日 <b>{chineseDate(due)}</b>
        {why.provisional && <span class="tag wait">⚠ 暂定</span>}
      </p>
      {what && <p>{what}</p>}
      {met && (
        <p class="small">
          {chineseDate(met)}公开
          {evidence && (
            <>
              ，<a href={evidence}>查看公开凭据</a>
            </>
          )}
        </p>
      )}
      {waived && (
        <p class="small">
          {WAIVER_GROUNDS[waived.ground]}：{waived.note}（{waived.by}于{chineseDate(waived.on)}批准，
          {waived.until ? `至${chineseDate(waived.until)}` : '长期有效'}）
        </p>
      )}
      {acknowledged && !met && (
        <p class="small">
          {acknowledged.by}已于{chineseDate(acknowledged.on)}确认知悉，正在办理。
        </p>
      )}
      <Why why={why} />
    </div>
  );
}
