import { DUTY_STATUSES, type DutyStatus } from '../../domain/duty/duty.ts';
import { type PeriodName, periodTitle } from '../../domain/duty/period.ts';

export type Counts = Readonly<Partial<Record<DutyStatus, number>>>;

/** How a school stood in each period. */
export interface YearOfSchool {
  readonly name: string;
  readonly counts: readonly Counts[];
}

/** From good to bad: what each is drawn with. */
const MARKS: readonly (readonly [mark: string, name: string, statuses: readonly DutyStatus[]])[] = [
  ['█', '按期', ['met']],
  ['▒', '逾期补公开', ['met-late']],
  ['×', '逾期', ['overdue']],
  ['○', '今日到期', ['due-soon', 'open']],
  ['·', '免予公开', ['waived', 'not-applicable']],
];

const NAME_WIDTH = 18;
const CELL_WIDTH = 21;

/** Schools × periods, a mark for each duty, and under it the numbers. */
export function yearTable(periods: readonly PeriodName[], schools: readonly YearOfSchool[]): string {
  const head = pad('', NAME_WIDTH) + periods.map((period) => pad(periodTitle(period), CELL_WIDTH)).join('');
  const rows = schools.flatMap(({ name, counts }) => [
    pad(name, NAME_WIDTH) + counts.map((count) => pad(barOf(count), CELL_WIDTH)).join(''),
    pad('', NAME_WIDTH) + counts.map((count) => pad(numbersOf(count), CELL_WIDTH)).join(''),
  ]);
  const key = MARKS.map(([mark, name]) => `${mark} ${name}`).join('   ');
  return [head, ...rows, `图例：${key}`].map((line) => line.trimEnd()).join('\n');
}

const sumOf = (counts: Counts, statuses: readonly DutyStatus[]): number =>
  statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);

const barOf = (counts: Counts): string =>
  MARKS.map(([mark, , statuses]) => mark.repeat(sumOf(counts, statuses))).join('');

function numbersOf(counts: Counts): string {
  const owed = sumOf(counts, Object.keys(DUTY_STATUSES) as DutyStatus[]);
  const met = sumOf(counts, ['met', 'met-late']);
  return `${met}/${owed - sumOf(counts, ['waived', 'not-applicable'])}`;
}

/** Chinese characters are two columns wide. */
function pad(text: string, width: number): string {
  const columns = [...text].reduce((sum, character) => sum + (/[\u3000-\uffef]/.test(character) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}
