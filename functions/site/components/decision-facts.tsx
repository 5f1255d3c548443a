import { MATTERS } from '../../../domain/organisation/policy.ts';
import { SURVEY_KINDS } from '../../../domain/survey/vocabulary.ts';
import type { DecisionReading } from '../../shell/reading/decision-reading.ts';
import { chineseDate, chineseMoment } from '../dates.ts';
import { AUDIENCE_NAMES, TENSES } from '../words.ts';
import { DecisionSteps } from './decision-steps.tsx';

interface FactsProps {
  readonly decision: DecisionReading;
  readonly organisation: string;
}

const OUTCOMES = { adopted: '✓ 已通过', rejected: '✗ 未通过' } as const;

/** What a decision is about, and how far it has come. */
export function DecisionHead({ decision }: Pick<FactsProps, 'decision'>) {
  const { summary, matter, hot, sensitive, audience, tense, outcome, mechanisms, withdrawn } = decision;
  return (
    <>
      <section class="sheet">
        <p>
          <span class="tag strong">{TENSES[tense]}</span>
          <span class="tag">{MATTERS[matter]}</span>
          {hot && <span class="tag">热点</span>}
          {sensitive && <span class="tag">敏感</span>}
          <span class="tag">知悉范围：{AUDIENCE_NAMES[audience]}</span>
          {outcome && <span class={outcome === 'adopted' ? 'tag ok' : 'tag type'}>{OUTCOMES[outcome]}</span>}
        </p>
        <p class="said">{summary}</p>
        {withdrawn && (
          <p class="note warn">
            ⚠ {chineseDate(withdrawn.at)}撤回，理由：{withdrawn.reason}
          </p>
        )}
      </section>
      <section class="sheet">
        <h2>六项机制办理情况</h2>
        <DecisionSteps mechanisms={mechanisms} />
      </section>
    </>
  );
}

/** What was recorded at its steps. */
export const DecisionDetails = ({ decision, organisation }: FactsProps) => (
  <>
    <Preparation decision={decision} organisation={organisation} />
    <Resolution decision={decision} organisation={organisation} />
    <Actions decision={decision} />
  </>
);

/** What was told and heard before the meeting. */
function Preparation({ decision, organisation }: FactsProps) {
  const { notice, deliberation, rounds, publicity } = decision;
  if (!notice && !deliberation && rounds.length === 0 && !publicity) return null;
  return (
    <section class="sheet">
      <h2>会前准备</h2>
      <dl class="facts">
        {notice && (
          <>
            <dt>事先预告</dt>
            <dd>
              拟于{chineseDate(notice.meetingOn)}开会研究。{notice.requirements}
            </dd>
          </>
        )}
        {deliberation && (
          <>
            <dt>会前酝酿</dt>
            <dd>
              {chineseDate(deliberation.on)}，{deliberation.among}：{deliberation.note}
            </dd>
          </>
        )}
        {publicity && (
          <>
            <dt>决策前公示</dt>
            <dd>
              {chineseDate(publicity.from)}至{chineseDate(publicity.until)}，{publicity.place}
            </dd>
          </>
        )}
      </dl>
      {rounds.map((round, index) => (
        <Round round={round} number={index + 1} organisation={organisation} />
      ))}
    </section>
  );
}

function Round(props: { round: DecisionReading['rounds'][number]; number: number; organisation: string }) {
  const { kind, from, until, heard, survey, points = [] } = props.round;
  return (
    <>
      <h3>
        第 {props.number} 轮征求意见：{SURVEY_KINDS[kind]}
      </h3>
      <p>
        {chineseDate(from)}至{chineseDate(until)}，收到 {heard} 人（份）意见。
        {survey !== undefined && <a href={`/o/${props.organisation}/surveys/${survey}`}>查看调查结果</a>}
      </p>
      {points.length > 0 && (
        <ul>
          {points.map(({ text, taken, reply }) => (
            <li>
              {text} <span class={taken ? 'tag ok' : 'tag'}>{taken ? '✓ 已采纳' : '未采纳'}</span>
              {reply !== undefined && <p class="small">答复：{reply}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the meeting and the vote came to, and where it was disclosed. */
function Resolution({ decision, organisation }: FactsProps) {
  const { meeting, vote, disclosure } = decision;
  if (!meeting) return null;
  return (
    <section class="sheet">
      <h2>会议和票决</h2>
      <dl class="facts">
        <dt>会议</dt>
        <dd>
          {chineseDate(meeting.heldOn)}，{meeting.place}，应到 {meeting.entitled} 人，实到 {meeting.present}{' '}
          人
        </dd>
        <dt>议定结果</dt>
        <dd>{meeting.resolution}</dd>
        {vote && (
          <>
            <dt>票决</dt>
            <dd>
              {vote.secret ? '无记名投票' : '记名表决'}，实到 {vote.present} 人：赞成 {vote.yes}，反对{' '}
              {vote.no}，弃权 {vote.abstain}。{vote.carried ? '通过' : '未通过'}
            </dd>
          </>
        )}
        {disclosure && (
          <>
            <dt>结果公示</dt>
            <dd>
              {chineseDate(disclosure.at)}　
              <a href={`/o/${organisation}/items/${disclosure.item}`}>查看公开事项</a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** 分工负责: who does what by when, and how it fares (LY-17). */
function Actions({ decision: { actions, implemented } }: Pick<FactsProps, 'decision'>) {
  if (actions.length === 0) return null;
  return (
    <section class="sheet">
      <h2>落实情况</h2>
      <section class="table-scroll" tabindex={0} aria-label="落实事项">
        <table>
          <thead>
            <tr>
              {['落实事项', '责任人', '完成期限', '进展'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.map(({ task, assignee, dueOn, done, overdue, reports }) => (
              <tr>
                <th scope="row">{task}</th>
                <td>{assignee ?? '—'}</td>
                <td>{chineseDate(dueOn)}</td>
                <td>
                  <ActionTag done={done} overdue={overdue} />
                  {reports.map(({ at, note }) => (
                    <p class="small">
                      {chineseDate(at)}：{note}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {implemented && (
        <p>
          <span class="tag ok">✓ 已落实</span> {chineseMoment(implemented.at)}　{implemented.note}
        </p>
      )}
    </section>
  );
}

export function ActionTag({ done, overdue }: { done: boolean; overdue: boolean }) {
  if (done) return <span class="tag ok">✓ 已完成</span>;
  return overdue ? <span class="tag type">⚠ 已逾期</span> : <span class="tag wait">◐ 办理中</span>;
}
