import { type PeriodName, periodTitle } from '../../../domain/duty/period.ts';
import { FilterSelect } from './filter-select.tsx';

interface QuarterFormProps {
  readonly action: string;
  readonly period: PeriodName;
  readonly periods: readonly PeriodName[];
}

/** Leads to the same page for another quarter. */
export const QuarterForm = ({ action, period, periods }: QuarterFormProps) => (
  <form class="filters" method="get" action={action}>
    <FilterSelect
      name="period"
      label="季度"
      chosen={period}
      options={periods.map((name) => [name, periodTitle(name)])}
    />
    <div>
      <button class="button second" type="submit">
        查看
      </button>
    </div>
  </form>
);
