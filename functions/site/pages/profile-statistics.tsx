import type { Statistics } from '../../../domain/profile/commands.ts';
import { partsOf } from '../../../domain/profile/statistics.ts';
import { BREAKDOWN_NAMES, BREAKDOWNS } from '../../../domain/profile/vocabulary.ts';
import { Errors, type Filled, TextField } from '../components/field.tsx';

/** How many members there are, and four times the same number in parts (LY-02 to LY-04). */
export const StatisticsFields = ({ filled }: { filled: Filled }) => (
  <>
    <TextField filled={filled} name="statistics.asOf" label="统计截止日期" type="date" />
    <TextField filled={filled} name="statistics.total" label="党员总数" type="number" />
    {BREAKDOWN_NAMES.map((breakdown) => (
      <fieldset class="field" id={`f-statistics-${breakdown}`}>
        <legend>{BREAKDOWNS[breakdown].name}（合计须等于党员总数）</legend>
        <Errors filled={filled} name={`statistics.${breakdown}`} />
        <div class="pair">
          {Object.entries(BREAKDOWNS[breakdown].parts).map(([part, name]) => (
            <TextField filled={filled} name={`statistics.${breakdown}.${part}`} label={name} type="number" />
          ))}
        </div>
      </fieldset>
    ))}
  </>
);

export function statisticsValues(statistics: Statistics | undefined): Filled['values'] {
  if (!statistics) return {};
  const parts = BREAKDOWN_NAMES.flatMap((breakdown) =>
    partsOf(statistics, breakdown).map(([part, count]) => [`statistics.${breakdown}.${part}`, String(count)]),
  );
  return {
    'statistics.asOf': statistics.asOf,
    'statistics.total': String(statistics.total),
    ...Object.fromEntries(parts),
  };
}
