import type { WorkingCalendar } from '../../../domain/calendar/working-days.ts';
import type { ClassStanding } from '../../../domain/duty/standing.ts';
import { addDays, type Day } from '../../../domain/kernel/time.ts';

/** Overdue by working days, or due within so many calendar days; what presses most comes first. */
export const TRIAGE = {
  '15+': '逾期15个工作日以上',
  '8-14': '逾期8至14个工作日',
  '4-7': '逾期4至7个工作日',
  '1-3': '逾期3个工作日以内',
  week: '7日内到期',
  fortnight: '14日内到期',
} as const;
export type TriageStage = keyof typeof TRIAGE;
export const TRIAGE_STAGES = Object.keys(TRIAGE) as readonly TriageStage[];

export const isOverdueStage = (stage: TriageStage): boolean => stage !== 'week' && stage !== 'fortnight';

/** Duties of one unit that wait for one due day. */
export interface Waiting {
  readonly due: Day;
  readonly count: number;
  /** Working days since the due day; 0 while it has not passed. */
  readonly age: number;
  readonly stage: TriageStage;
}

/** Working days since a due day. A district has few due days and many duties, so each is reckoned once. */
export function ageing(today: Day, calendar: WorkingCalendar): (due: Day) => number {
  const known = new Map<Day, number>();
  return (due) => {
    const age = known.get(due) ?? Math.max(0, calendar.workdaysBetween(due, today));
    known.set(due, age);
    return age;
  };
}

/** What a unit has waiting, earliest due day first. What is due in more than two weeks is left out. */
export function waitingOf(
  classes: readonly ClassStanding[],
  today: Day,
  ageOf: (due: Day) => number,
): readonly Waiting[] {
  const open = Map.groupBy(
    classes.flatMap((each) => Object.entries(each.open)),
    ([due]) => due,
  );
  return [...open]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([due, waiting]) => {
      const stage = stageOf(due, today, ageOf);
      if (stage === undefined) return [];
      const count = waiting.reduce((sum, [, ids]) => sum + (typeof ids === 'number' ? ids : ids.length), 0);
      return [{ due, count, age: due < today ? ageOf(due) : 0, stage }];
    });
}

function stageOf(due: Day, today: Day, ageOf: (due: Day) => number): TriageStage | undefined {
  if (due >= today) {
    if (due <= addDays(today, 7)) return 'week';
    return due <= addDays(today, 14) ? 'fortnight' : undefined;
  }
  const age = ageOf(due);
  if (age >= 15) return '15+';
  if (age >= 8) return '8-14';
  return age >= 4 ? '4-7' : '1-3';
}
