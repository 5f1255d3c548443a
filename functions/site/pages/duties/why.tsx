import type { DutyExplanation } from '../../../../domain/duty/explain.ts';
import { chineseDate } from '../../dates.ts';

/** 为什么是这一天: everything that the due day was reckoned from, to be opened by whoever doubts it. */
export function Why({ why }: { why: DutyExplanation }) {
  const { rule, from, due, skipped, provisional, editions, steps } = why;
  return (
    <details>
      <summary>到期日依据</summary>
      <div class="inside">
        <p>{rule}。</p>
        <p>
          自{chineseDate(from)}起的公开计入，到期日为{chineseDate(due)}。
        </p>
        {skipped.length > 0 && (
          <p>
            不计入的日期：
            {skipped
              .map(({ from: first, until, why: name }) =>
                first === until
                  ? `${chineseDate(first)}（${name}）`
                  : `${chineseDate(first)}至${chineseDate(until)}（${name}）`,
              )
              .join('、')}
            。
          </p>
        )}
        {provisional && <p>其间有的年份放假安排尚未公布，到期日为暂定，公布后可能调整。</p>}
        <p>提醒日程：{steps.map(({ step, on }) => `${step} ${chineseDate(on)}`).join('，')}。</p>
        <p class="small">
          计算依据：时限规则{edition(editions.rules)}，公开目录{edition(editions.catalogue)}，工作日历
          {edition(editions.calendar)}。
        </p>
      </div>
    </details>
  );
}

/** Nobody has changed what the system came with. */
const edition = (number: number): string => (number === 0 ? '（初始版）' : `第 ${number} 版`);
