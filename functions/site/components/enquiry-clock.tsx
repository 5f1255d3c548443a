import { LEG_REASONS, type Leg } from '../../../domain/enquiry/clock.ts';
import { PAUSE_GROUNDS } from '../../../domain/enquiry/vocabulary.ts';
import type { EnquiryReading } from '../../shell/reading/enquiries.ts';
import { chineseDate } from '../dates.ts';
import { NotCounted, ReckonedRule } from './reckoned.tsx';

/** 期限怎样得来: every reckoning of the date, with its rule and the days that did not count. */
export function EnquiryClock({ reading }: { reading: EnquiryReading }) {
  const { legs, standstill, dueOn, overdue } = reading;
  if (legs.length === 0) return null;
  return (
    <section class="sheet">
      <h2>期限及其计算</h2>
      {dueOn !== undefined && (
        <p>
          目前的期限是 <b>{chineseDate(dueOn)}</b>（当日仍为按期）。
          {overdue && <span class="tag type">⚠ 已超期</span>}
        </p>
      )}
      <ol class="steps">
        {legs.map((leg) => (
          <Reckoning leg={leg} />
        ))}
        {standstill && (
          <li>
            <p>
              <b>{standstill.ground === 'clarity' ? '待申请人补正' : PAUSE_GROUNDS[standstill.ground]}</b>
              暂停计时，至迟到 {chineseDate(standstill.until)} 自动恢复
            </p>
            <p class="said">{standstill.text}</p>
          </li>
        )}
      </ol>
    </section>
  );
}

function Reckoning({ leg }: { leg: Leg }) {
  return (
    <li>
      <p>
        <b>{LEG_REASONS[leg.why]}</b>
        <ReckonedRule {...leg} />
      </p>
      <NotCounted {...leg} />
    </li>
  );
}
