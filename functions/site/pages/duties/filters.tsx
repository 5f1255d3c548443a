import { type PeriodName, periodTitle } from '../../../../domain/duty/period.ts';
import { FilterSelect } from '../../components/filter-select.tsx';

interface FiltersProps {
  readonly action: string;
  readonly period: PeriodName;
  readonly periods: readonly PeriodName[];
  readonly classes: readonly string[];
  readonly statuses: readonly (readonly [status: string, name: string])[];
  readonly chosen: { readonly className?: string | undefined; readonly status?: string | undefined };
}

/** Period, class and status, kept in the address. */
export function DutyFilters({ action, period, periods, classes, statuses, chosen }: FiltersProps) {
  return (
    <form class="filters" method="get" action={action}>
      <FilterSelect
        name="period"
        label="期"
        chosen={period}
        options={periods.map((each) => [each, periodTitle(each)])}
      />
      <FilterSelect
        name="class"
        label="类目"
        chosen={chosen.className}
        options={[['', '全部类目'], ...classes.map((each) => [each, each] as const)]}
      />
      <FilterSelect
        name="status"
        label="状态"
        chosen={chosen.status}
        options={[['', '全部状态'], ...statuses]}
      />
      <div>
        <button class="button second" type="submit">
          查看
        </button>
      </div>
    </form>
  );
}
