import { RATINGS, type Shares } from '../../../domain/evaluation/rating.ts';
import type { AssessmentReading, RoundReading, UnitLine } from '../../shell/reading/appraisal-readings.ts';
import { Bars } from '../components/charts/bars.tsx';
import { scoreText } from './evaluation-parts.tsx';

const pointsOf = (points: number | undefined): string => (points === undefined ? '—' : String(points));

/** What a unit's year came to. */
export function ResultLine({
  year,
  result,
}: {
  year: string;
  result: NonNullable<AssessmentReading['result']>;
}) {
  const { rating, composite, inputs, record } = result;
  return (
    <p class="note">
      {year}年度考评：<strong>{RATINGS[rating]}</strong>，综合 {scoreText(composite)} 分（自评{' '}
      {pointsOf(inputs.self)}
      ，群众评议 {pointsOf(inputs.masses)}，上级综合评议 {inputs.superior}；全年记录得分 {pointsOf(record)}
      ）。
    </p>
  );
}

export const ShareText = ({
  shares: { units, met, model, metPercent, modelPercent },
}: {
  shares: Shares;
}) => (
  <p>
    已评定 {units} 个单位：达标 {met} 个，占 {metPercent.toFixed(2)}%；其中示范 {model} 个，占{' '}
    {modelPercent.toFixed(2)}%。
  </p>
);

/** Every unit of a round with its three inputs, drawn and in a table. */
export function RoundTable({ round, base }: { round: RoundReading; base: '/o' | '/desk/o' }) {
  const { year, units = [], shares } = round;
  const rated = units.filter(({ composite }) => composite !== undefined);
  const end = base === '/o' ? 'evaluation' : `evaluation/years/${year}`;
  return (
    <section class="sheet">
      <h2>
        {year}年度考评结果 <small lang="en">Results of the year</small>
      </h2>
      {shares && <ShareText shares={shares} />}
      {rated.length > 0 && (
        <Bars
          label="各单位综合得分，数值见表"
          bars={rated.map(({ name, composite = 0 }) => ({ name, value: composite, tone: 'd' }))}
        />
      )}
      <section class="table-scroll" tabindex={0} aria-label="各单位年度考评">
        <table class="sums">
          <thead>
            <tr>
              {['单位', '自评', '群众评议', '上级评议', '综合', '等次', '全年记录得分'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr>
                <th scope="row">
                  <a href={`${base}/${unit.id}/${end}`}>{unit.name}</a>
                </th>
                <td>{pointsOf(unit.self)}</td>
                <td>{pointsOf(unit.masses)}</td>
                <td>{pointsOf(unit.superior)}</td>
                <td>{pointsOf(unit.composite)}</td>
                <td>{stateOf(unit)}</td>
                <td>{pointsOf(unit.record)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function stateOf({ rating, objected, self }: UnitLine): string {
  if (objected) return '异议待答复';
  if (rating) return RATINGS[rating];
  return self === undefined ? '待自评' : '待评定';
}
