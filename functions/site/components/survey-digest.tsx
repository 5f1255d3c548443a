import type { Question } from '../../../domain/survey/commands.ts';
import type { Digest, GroupResult, Hidden, QuestionResult } from '../../../domain/survey/result.ts';
import { GROUPS, SCALE } from '../../../domain/survey/vocabulary.ts';

interface DigestProps {
  readonly digest: Digest;
  readonly questions: readonly Question[];
}

/** 汇总: satisfaction of the groups beside each other, then every question. */
export function SurveyDigest({ digest, questions }: DigestProps) {
  return (
    <>
      <section class="sheet">
        <h2>回答情况</h2>
        <ul>
          {digest.map((result) => (
            <li>
              <b>{GROUPS[result.group]}：</b>
              {result.shown ? turnout(result) : tooFew(result)}
            </li>
          ))}
        </ul>
        <p class="small">
          自愿填写，误差只反映抽样的偶然性（威尔逊区间，95%
          置信度，党员、群众按实有人数修正），不代表没有填写的人。党员、群众登录后每人一次；社会群体不逐一核实身份。人数少的群体不显示，也不合计。
        </p>
      </section>
      {questions.map((question, index) => (
        <section class="sheet">
          <h2>
            {index + 1}. {question.text}
          </h2>
          <QuestionTable question={question} digest={digest} index={index} />
        </section>
      ))}
    </>
  );
}

const tooFew = ({ fewerThan }: Hidden): string => `少于 ${fewerThan} 份，不显示`;

function turnout({ n, entered, population }: GroupResult): string {
  const of = population === undefined ? '' : `（实有 ${population} 人）`;
  return `${n} 份${of}${entered > 0 ? `，其中 ${entered} 份由经办人录入` : ''}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function QuestionTable({ question, digest, index }: { question: Question; digest: Digest; index: number }) {
  const columns = digest.map((result) => ({
    group: result.group,
    result: result.shown ? (result.questions[index] as QuestionResult | Hidden) : result,
  }));
  if (question.kind === 'text') return <Words columns={columns} />;
  const options = question.kind === 'scale' ? SCALE : question.options;
  return (
    <>
      {question.kind === 'scale' && <Satisfaction columns={columns} />}
      <section class="table-scroll" tabindex={0} aria-label={question.text}>
        <table class="sums">
          <caption class="vh">{question.text}</caption>
          <thead>
            <tr>
              <th scope="col">回答</th>
              {columns.map(({ group }) => (
                <th scope="col">{GROUPS[group]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option, place) => (
              <tr>
                <th scope="row">{option}</th>
                {columns.map(({ result }) => (
                  <td>{result.shown ? (result.counts?.[place] ?? 0) : '—'}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">份数</th>
              {columns.map(({ result }) => (
                <td>{result.shown ? result.n : `少于 ${result.fewerThan}`}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}

interface Columns {
  readonly columns: readonly {
    readonly group: keyof typeof GROUPS;
    readonly result: QuestionResult | Hidden;
  }[];
}

const Satisfaction = ({ columns }: Columns) => (
  <ul>
    {columns.map(({ group, result }) => (
      <li>
        <b>{GROUPS[group]}：</b>
        {result.shown && result.satisfied ? satisfaction(result.satisfied, result.n) : '不显示'}
      </li>
    ))}
  </ul>
);

const satisfaction = (
  { share, low, high, margin }: NonNullable<QuestionResult['satisfied']>,
  n: number,
): string =>
  `满意率 ${percent(share)}，${n} 份，误差 ±${(margin * 100).toFixed(1)} 个百分点（${percent(low)} 至 ${percent(high)}）`;

/** What was written stays with the office; everybody else learns how many wrote. */
const Words = ({ columns }: Columns) => (
  <>
    {columns.map(({ group, result }) => (
      <>
        <p>
          <b>{GROUPS[group]}：</b>
          {result.shown ? `${result.n} 份` : tooFew(result)}
        </p>
        {result.shown && result.words && (
          <ul>
            {result.words.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        )}
      </>
    ))}
  </>
);
