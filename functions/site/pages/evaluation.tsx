import { type PeriodName, periodTitle } from '../../../domain/duty/period.ts';
import { GROUPS } from '../../../domain/survey/vocabulary.ts';
import type { AssessmentReading, RoundReading } from '../../shell/reading/appraisal-readings.ts';
import type { EvaluationReading } from '../../shell/reading/evaluation-readings.ts';
import { Bars } from '../components/charts/bars.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { QuarterForm } from '../components/quarter-form.tsx';
import { chineseMoment } from '../dates.ts';
import { Criteria, percentText, Qualities, SubScores } from './evaluation-parts.tsx';
import { ResultLine, RoundTable } from './evaluation-results.tsx';

interface EvaluationProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly period: PeriodName;
  readonly periods: readonly PeriodName[];
  /** Undefined where nothing was owed in the period. */
  readonly score: EvaluationReading | undefined;
  /** Of the year of the period, as far as the reader may know. */
  readonly round: RoundReading | undefined;
  readonly assessment: AssessmentReading;
}

/** 考评得分: what anybody may know, and reckon for themselves. */
export function EvaluationPage(props: EvaluationProps) {
  const { frame, organisation, period, periods, score, round, assessment } = props;
  return (
    <Page frame={frame} title="考评得分">
      <div class="title-row">
        <h1>
          {periodTitle(period)}考评得分
          <small>
            {organisation.name} <span lang="en">Evaluation</span>
          </small>
        </h1>
        {score && <p class="asof">数据截至最近一次记录：{chineseMoment(score.asOf)}</p>}
      </div>
      <QuarterForm action={`/o/${organisation.id}/evaluation`} period={period} periods={periods} />
      {assessment.result && <ResultLine year={assessment.year} result={assessment.result} />}
      {round?.units && <RoundTable round={round} base="/o" />}
      {score ? <Score score={score} /> : <p class="empty">本单位本季度没有公开义务，不作考评。</p>}
    </Page>
  );
}

const Score = ({ score }: { score: EvaluationReading }) => (
  <>
    <p>
      {score.closed ? '本期已结束。' : '本期尚未结束，按最近一次记录计分。'}
      {score.standard === 0
        ? '按系统初始标准计分。'
        : `按区教育党工委发布的第 ${score.standard} 版考评标准计分。`}
      分数只由公开记录算出：没有新的记录，分数不变；没有数据的指标不计分也不扣分；任何提示都不扣分。总分和四项得分均为各指标得分率按分值加权平均。不同意某一项的，请先看它的逐项依据。
    </p>
    <p lang="en" class="small">
      Scores come from the record alone: without a new event, no score changes. Each criterion lists what it
      was reckoned from, so that anybody can reckon it again.
    </p>
    <SubScores score={score} />
    <Qualities score={score} />
    <Satisfaction score={score} />
    <Mix score={score} />
    <Criteria score={score} />
  </>
);

function Satisfaction({ score: { satisfaction, hidden, organisation } }: { score: EvaluationReading }) {
  return (
    <section class="sheet">
      <h2>
        三类群体满意度 <small lang="en">Satisfaction</small>
      </h2>
      {satisfaction.length + hidden.length === 0 && <p>本期没有面向社会的满意度调查结果。</p>}
      {satisfaction.length > 0 && (
        <section class="table-scroll" tabindex={0} aria-label="三类群体满意度">
          <table class="sums">
            <thead>
              <tr>
                {['群体', '满意和很满意', '误差（±）', '答卷'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {satisfaction.map(({ group, share, margin, n, survey }) => (
                <tr>
                  <th scope="row">
                    <a href={`/o/${organisation}/surveys/${survey}`}>{GROUPS[group]}</a>
                  </th>
                  <td>{percentText(share)}</td>
                  <td>{percentText(margin)}</td>
                  <td>{n}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {hidden.length > 0 && (
        <p class="small">{hidden.map((group) => GROUPS[group]).join('、')}：答卷太少，不予显示，不计分。</p>
      )}
    </section>
  );
}

function Mix({ score: { mix } }: { score: EvaluationReading }) {
  const forms = Object.entries(mix).toSorted(([, a], [, b]) => b - a);
  if (forms.length === 0) return null;
  return (
    <section class="sheet">
      <h2>
        公开形式 <small lang="en">Forms</small>
      </h2>
      <div class="pair-view">
        <Bars
          label="各种形式公开的事项数"
          bars={forms.map(([name, value]) => ({ name, value, tone: 'd' }))}
        />
        <section class="table-scroll" tabindex={0} aria-label="各种形式公开的事项数">
          <table class="sums">
            <tbody>
              {forms.map(([name, value]) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </section>
  );
}
