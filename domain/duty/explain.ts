import type { DueDate, SkippedDays } from '../calendar/due-date.ts';
import type { Day } from '../kernel/time.ts';
import { type Duty, type DutyKind, UNIT } from './duty.ts';
import type { Editions } from './events.ts';
import { stepName } from './rules.ts';
import type { Ledger } from './state.ts';

/** Why a duty is due on its day: everything the day was computed from, so that anybody can compute it again. */
export interface DutyExplanation {
  /** The rule as a sentence, in Chinese. */
  readonly rule: string;
  /** Disclosures from this day on meet it. */
  readonly from: Day;
  readonly due: Day;
  /** Days that did not count; empty where the rule counts calendar days or names the day itself. */
  readonly skipped: readonly SkippedDays[];
  /** The day may still move, since the holidays of its year are not announced. */
  readonly provisional: boolean;
  /** Versions of the rules, the catalogue and the calendar that it was computed by. */
  readonly editions: Editions;
  /** When the ladder speaks, step by step. */
  readonly steps: readonly { readonly step: string; readonly on: Day }[];
}

const RULES: Readonly<Record<Exclude<DutyKind, 'occurrence'>, string>> = {
  periodic: '定期公开事项每季度公开一次，到期日为本季度最后一日',
  reconfirm: '长期公开事项每年确认一次，到期日自上次应确认之日起满一年，提前确认或推迟确认均不改变',
  stage: '分期公开事项按公开计划所列阶段逐段公开，到期日为该阶段的计划日期',
  summary: '跨年度的分期公开事项在工作结束时作总结性公开，到期日为最后一个阶段的计划日期',
  unit: '各单位每季度至少公开一次，到期日为本季度最后一日',
};

const HALF_YEARLY = '定期公开事项每半年公开一次，到期日为本半年最后一日';

/** The explanation of a duty of the ledger, from the record alone. */
export function explain(duty: Duty, ledger: Ledger): DutyExplanation {
  const { explanation, from, due } = duty;
  const days = ledger.ladders[due] ?? [];
  return {
    rule: ruleOf(duty, ledger, explanation),
    from,
    due,
    skipped: explanation?.skipped ?? [],
    provisional: explanation?.provisional ?? false,
    editions: ledger.editions,
    steps: days.map((on, index) => ({ step: ledger.steps[index] ?? stepName(0), on })),
  };
}

function ruleOf(
  { id, kind, from }: Duty,
  { period }: Ledger,
  explanation: DueDate['explanation'] | undefined,
): string {
  if (kind === 'occurrence') return `即时公开事项自发生之日起限期公开：${explanation?.rule ?? ''}`;
  if (kind === 'periodic' && from < period.from) return HALF_YEARLY;
  return RULES[id === UNIT ? 'unit' : kind];
}
