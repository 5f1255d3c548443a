import { SUB_SCORES, type SubScore } from '../../../domain/evaluation/criteria.ts';
import { GROUPS } from '../../../domain/survey/vocabulary.ts';
import type { CriterionReading, EvaluationReading } from '../../shell/reading/evaluation-readings.ts';
import type { OpenPiece, OpenReference } from '../../shell/reading/evaluation-scope.ts';
import { Bars } from '../components/charts/bars.tsx';
import { chineseDate } from '../dates.ts';

export type Named = Pick<EvaluationReading, 'organisation' | 'titles' | 'rows' | 'period'>;

export const scoreText = (points: number | undefined): string =>
  points === undefined ? '无数据' : points.toFixed(2);
export const percentText = (share: number | undefined): string =>
  share === undefined ? '无数据' : `${(share * 100).toFixed(1)}%`;

/** Where to see what a reference is about, as far as the reader may. */
export function ReferenceLine({ about, named }: { about: OpenReference; named: Named }) {
  const { organisation, titles, rows, period } = named;
  const { kind, id, row, of, on } = about;
  const item = (name: string | undefined) =>
    name !== undefined && titles[name] !== undefined ? (
      <a href={`/o/${organisation}/items/${name}`}>{titles[name]}</a>
    ) : undefined;
  const rowName = row === undefined ? undefined : (rows[row] ?? row);
  switch (kind) {
    case 'item':
      return (
        <>
          {item(id) ?? '不在您查看范围内的事项'}
          {on !== undefined && `（${chineseDate(on)}）`}
        </>
      );
    case 'duty':
      return (
        <>
          {rowName ?? '每季度至少公开一次'}
          {on !== undefined && `，应于 ${chineseDate(on)} 前公开`}
          {of !== undefined && item(of) && <>：{item(of)}</>}
        </>
      );
    case 'opinion':
      return id === undefined ? (
        <>一条意见建议</>
      ) : (
        <>
          <a href={`/desk/o/${organisation}/opinions/${id}`}>一条意见建议</a>
          {on !== undefined && `，应于 ${chineseDate(on)} 前答复`}
        </>
      );
    case 'survey':
      return (
        <a href={`/o/${organisation}/surveys/${id}`}>
          满意度调查
          {of !== undefined && Object.hasOwn(GROUPS, of) && `（${GROUPS[of as keyof typeof GROUPS]}）`}
        </a>
      );
    case 'week':
      return (
        <>
          {id !== undefined && chineseDate(id)}起的一周{item(of) && <>：{item(of)}</>}
        </>
      );
    case 'ledger':
      return <>公开义务台账{on === undefined ? `（${period}）` : `，至 ${chineseDate(on)}`}</>;
  }
}

const markOf = ({ value }: OpenPiece): string => {
  if (value === 1) return '✓ 计满';
  return value === 0 ? '✗ 未计' : `计 ${percentText(value)}`;
};

function Criterion({ criterion, named }: { criterion: CriterionReading; named: Named }) {
  const { id, name, of, share, points, formula, source, pieces } = criterion;
  const ordered = pieces.toSorted((a, b) => b.weight - a.weight || a.value - b.value);
  return (
    <section class="sheet" id={id}>
      <h3>
        {name.zh} <small lang="en">{name.en}</small>
      </h3>
      <p>
        <strong>{scoreText(points)}</strong> / {of} 分（{percentText(share)}）
      </p>
      <p class="small">
        公式：{formula.zh}。数据来源：{source.zh}。
      </p>
      {pieces.length === 0 ? (
        <p class="small">本期没有可计的内容，不计入总分，也不扣分。</p>
      ) : (
        <details>
          <summary>
            {name.zh}的逐项依据（{pieces.length}）
          </summary>
          <ul class="inside">
            {ordered.map((piece) => (
              <li>
                {markOf(piece)}
                {piece.weight > 1 && `（重点，计 ${piece.weight} 倍）`}：
                <ReferenceLine about={piece.about} named={named} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The criteria under each sub-score, each with its formula, its source and what stands behind every point. */
export const Criteria = ({ score }: { score: EvaluationReading }) => (
  <>
    {(Object.keys(SUB_SCORES) as SubScore[]).map((part) => (
      <section>
        <h2>
          {SUB_SCORES[part].zh}：{scoreText(score.parts[part])} <small lang="en">{SUB_SCORES[part].en}</small>
        </h2>
        {score.criteria
          .filter((each) => each.part === part)
          .map((criterion) => (
            <Criterion criterion={criterion} named={score} />
          ))}
      </section>
    ))}
  </>
);

/** The four sub-scores, drawn, with a table beside. */
export function SubScores({ score }: { score: EvaluationReading }) {
  const parts = Object.keys(SUB_SCORES) as SubScore[];
  return (
    <section class="sheet">
      <h2>
        四项得分 <small lang="en">Sub-scores</small>
      </h2>
      <div class="pair-view">
        <Bars
          label="四项得分，数值见表"
          bars={parts.map((part) => ({
            name: SUB_SCORES[part].zh,
            value: score.parts[part] ?? 0,
            tone: 'd',
          }))}
        />
        <section class="table-scroll" tabindex={0} aria-label="四项得分">
          <table class="sums">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">得分（百分制）</th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr>
                  <th scope="row">{SUB_SCORES[part].zh}</th>
                  <td>{scoreText(score.parts[part])}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">总分</th>
                <td>{scoreText(score.total)}</td>
              </tr>
            </tbody>
          </table>
        </section>
      </div>
    </section>
  );
}

/** 经常性、动态性、及时性 (DF-33). */
export function Qualities({ score: { criteria } }: { score: EvaluationReading }) {
  const names = { regularity: '经常性', liveliness: '动态性', timeliness: '及时性' } as const;
  return (
    <section class="sheet">
      <h2>
        经常性、动态性、及时性 <small lang="en">Regular, lively, in time</small>
      </h2>
      <ul>
        {Object.entries(names).map(([id, name]) => {
          const found = criteria.find((each) => each.id === id);
          return (
            <li>
              {found ? <a href={`#${id}`}>{name}</a> : name}：<strong>{percentText(found?.share)}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
