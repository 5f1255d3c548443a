import {
  type Choice,
  FIGURE_NAMES,
  FIGURES,
  measureOf,
  ORDERS,
  RATED,
  UNIT_STAGES,
  type UnitStanding,
} from '../../../domain/evaluation/overview.ts';
import type { Shares } from '../../../domain/evaluation/rating.ts';
import { SIGNALS } from '../../../domain/evaluation/signals.ts';
import type { OverviewReading } from '../../shell/reading/evaluation-overview.ts';
import { Bars } from '../components/charts/bars.tsx';
import { FilterSelect } from '../components/filter-select.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { ShareText } from './evaluation-results.tsx';

interface OverviewProps {
  readonly frame: Frame;
  readonly overview: OverviewReading;
  readonly choice: Choice;
  /** What stands behind the question mark, to be asked for again as a file. */
  readonly query: string;
}

/** 各单位考评对比: every unit of a round side by side, for those who lead it; for a unit itself, and the shares. */
export function EvaluationOverviewPage({ frame, overview, choice, query }: OverviewProps) {
  const { organisation, year, units, own } = overview;
  const desk = `/desk/o/${organisation}/evaluation`;
  return (
    <Page
      frame={frame}
      title={`${year}年度考评对比`}
      section="desk"
      trail={[
        { href: desk, name: '考评' },
        { href: `${desk}/years/${year}`, name: `${year}年度考评` },
      ]}
      wide={units !== undefined}
    >
      <h1>
        {year}年度考评对比 <small lang="en">Units side by side</small>
      </h1>
      {own && <Own own={own} year={year} />}
      {units && <Units overview={{ ...overview, units }} choice={choice} query={query} />}
      {!units && !own && <p class="empty">本年度没有开展考评。</p>}
    </Page>
  );
}

const numberText = (value: number | undefined): string => value?.toFixed(2) ?? '—';

function Own({
  own: { standing, shares },
  year,
}: {
  own: NonNullable<OverviewReading['own']>;
  year: string;
}) {
  const known = FIGURE_NAMES.filter((figure) => standing.figures[figure] !== undefined);
  return (
    <section class="sheet">
      <h2>本单位</h2>
      <p>
        {UNIT_STAGES[standing.stage]}
        {standing.rating && `：${RATED[standing.rating]}`}。
        {shares ? '' : `${year}年度结果公布后，可在此查看达标、示范单位所占比例。`}
      </p>
      {shares && <ShareText shares={shares} />}
      {known.length > 0 ? (
        <Bars
          label={`本单位各项得分：${known.map((figure) => `${FIGURES[figure]}${numberText(standing.figures[figure])}`).join('，')}`}
          bars={known.map((figure) => ({
            name: FIGURES[figure],
            value: standing.figures[figure] ?? 0,
            tone: 'd',
          }))}
        />
      ) : (
        <p class="empty">自评或评定后显示各项得分。</p>
      )}
      {standing.signals && <Signals unit={standing} />}
    </section>
  );
}

interface UnitsProps extends Pick<OverviewProps, 'choice' | 'query'> {
  readonly overview: OverviewReading & Required<Pick<OverviewReading, 'units'>>;
}

function Units({ overview, choice, query }: UnitsProps) {
  const { organisation, year, units, count = 0, shares } = overview;
  const here = `/desk/o/${organisation}/evaluation/years/${year}/overview`;
  return (
    <>
      {shares && <Ratings shares={shares} count={count} />}
      <Filters action={here} choice={choice} />
      <p class="small">
        共 {count} 个单位，列出 {units.length}{' '}
        个。数据为各单位自评或评定时由公开记录算出的全年数，评定后不变。
        {'　'}
        <a class="button second" href={`${here}.xlsx${query}`}>
          下载 Excel
        </a>
      </p>
      {units.length === 0 ? (
        <p class="empty">没有符合条件的单位。</p>
      ) : (
        <>
          <Drawn units={units} sort={choice.sort} />
          <UnitTable units={units} year={year} />
        </>
      )}
    </>
  );
}

function Ratings({ shares, count }: { shares: Shares; count: number }) {
  const { units, met, model } = shares;
  const bars = [
    { name: RATED.model, value: model, tone: 'd' },
    { name: `${RATED.met}（不含示范）`, value: met - model, tone: 'd' },
    { name: RATED['not-met'], value: units - met, tone: 'bad' },
    { name: RATED.none, value: count - units, tone: 'soon' },
  ];
  return (
    <section class="sheet">
      <h2>
        等次 <small lang="en">Ratings</small>
      </h2>
      <ShareText shares={shares} />
      <Bars
        label={`各等次单位数：${bars.map(({ name, value }) => `${name}${value}个`).join('，')}`}
        bars={bars}
      />
    </section>
  );
}

/** What the table is sorted by; the sum of the year where nothing was chosen. */
function Drawn({ units, sort }: { units: readonly UnitStanding[]; sort: Choice['sort'] }) {
  const by = sort === undefined || sort === 'round' ? 'composite' : sort;
  const drawn = units.filter((unit) => measureOf(unit, by) !== undefined);
  const name = by === 'signals' ? '未消除的提示数' : FIGURES[by];
  return (
    <section class="sheet">
      <h2>{name}</h2>
      {drawn.length === 0 ? (
        <p class="empty">还没有数据。</p>
      ) : (
        <Bars
          label={`各单位${name}，数值见表`}
          bars={drawn.map((unit) => ({ name: unit.name, value: measureOf(unit, by) ?? 0, tone: 'd' }))}
        />
      )}
    </section>
  );
}

const UnitTable = ({ units, year }: { units: readonly UnitStanding[]; year: string }) => (
  <section class="table-scroll" tabindex={0} aria-label="各单位考评对比">
    <table class="sums">
      <thead>
        <tr>
          {['单位', '等次', '提示', ...FIGURE_NAMES.map((figure) => FIGURES[figure])].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr>
            <th scope="row">
              <a href={`/desk/o/${unit.id}/evaluation/years/${year}`}>{unit.name}</a>
            </th>
            <td>{unit.stage === 'settled' ? RATED[unit.rating ?? 'none'] : UNIT_STAGES[unit.stage]}</td>
            <td>{unit.signals ? <Signals unit={unit} short /> : '—'}</td>
            {FIGURE_NAMES.map((figure) => (
              <td>{numberText(unit.figures[figure])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** How many, and each with where it is explained. */
function Signals({ unit: { id, signals = [] }, short }: { unit: UnitStanding; short?: boolean }) {
  const list = signals.map(({ period, signal }, index) => (
    <>
      {index > 0 && '、'}
      <a href={`/desk/o/${id}/evaluation/signals/${period}/${signal}`}>
        {period} {SIGNALS[signal].zh}
      </a>
    </>
  ));
  if (!short)
    return (
      <p>
        未消除的提示 {signals.length} 项{signals.length > 0 && '：'}
        {list}（不扣分）
      </p>
    );
  return signals.length === 0 ? (
    <>0</>
  ) : (
    <details>
      <summary>{signals.length}</summary>
      {list}
    </details>
  );
}

function Filters({ action, choice }: { action: string; choice: Choice }) {
  const sorts = [
    ['round', '单位顺序'],
    ...FIGURE_NAMES.map((figure) => [figure, FIGURES[figure]] as const),
    ['signals', '未消除的提示'],
  ] as const;
  return (
    <form class="filters" method="get" action={action}>
      <FilterSelect name="sort" label="排序" chosen={choice.sort} options={sorts} />
      <FilterSelect name="order" label="次序" chosen={choice.order} options={Object.entries(ORDERS)} />
      <FilterSelect
        name="rating"
        label="等次"
        chosen={choice.rating}
        options={[['', '全部'], ...Object.entries(RATED)]}
      />
      <FilterSelect
        name="signals"
        label="提示"
        chosen={choice.signals}
        options={[
          ['', '全部'],
          ['open', '有未消除的提示'],
        ]}
      />
      <div>
        <button class="button second" type="submit">
          查看
        </button>
      </div>
    </form>
  );
}
