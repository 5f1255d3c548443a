import { GROUPS, SURVEY_KINDS, SURVEY_STAGES } from '../../../domain/survey/vocabulary.ts';
import type { Challenge } from '../../shell/feedback-challenge.ts';
import type { SurveyLine, SurveyReading } from '../../shell/reading/surveys.ts';
import { ErrorSummary, type Filled } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Work } from '../components/opinions.tsx';
import { SurveyDigest } from '../components/survey-digest.tsx';
import { AnswerFields } from '../components/survey-fields.tsx';
import { chineseDate, chineseMoment, deadline } from '../dates.ts';
import { Done } from './topics.tsx';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly surveys: readonly SurveyLine[];
}

/** 征求意见: what is asked now, and what came of what was asked. */
export function SurveysPage({ frame, organisation, surveys }: ListProps) {
  return (
    <Page frame={frame} title="征求意见" section="surveys">
      <h1>
        征求意见 <small lang="en">Consultations and surveys</small>
      </h1>
      <SurveyList surveys={surveys} base={`/o/${organisation}/surveys`} />
    </Page>
  );
}

interface SurveyListProps {
  readonly surveys: readonly SurveyLine[];
  readonly base: string;
  readonly title?: string;
}

export function SurveyList({ surveys, base, title = '座谈会、调查问卷、征求意见函' }: SurveyListProps) {
  return (
    <section class="sheet">
      <h2>
        {title}（{surveys.length}）
      </h2>
      {surveys.length === 0 ? (
        <p class="empty">目前没有。</p>
      ) : (
        <ul class="tasks">
          {surveys.map(({ id, title: name, kind, groups, opensAt, closesAt, stage }) => (
            <li>
              <div class="what">
                <a href={`${base}/${id}`}>{name}</a>
                <p>
                  {SURVEY_KINDS[kind]}　{groups.map((group) => GROUPS[group]).join('、')}　
                  {chineseDate(opensAt)}至{deadline(closesAt)}
                </p>
              </div>
              <span class={stage === 'open' ? 'tag ok' : 'tag'}>{SURVEY_STAGES[stage]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface SurveyProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly survey: SurveyReading;
  /** While it may be answered by whoever reads it. */
  readonly form:
    | { readonly filled: Filled; readonly command: string; readonly challenge: Challenge | undefined }
    | undefined;
  readonly done?: string | undefined;
}

/** One survey: its form while it is open, what everybody said once it has closed. */
export function SurveyPage({ frame, organisation, survey, form, done }: SurveyProps) {
  const list = `/o/${organisation}/surveys`;
  return (
    <Page frame={frame} title={survey.title} section="surveys" trail={[{ href: list, name: '征求意见' }]}>
      <h1>{survey.title}</h1>
      <Done text={done} />
      <SurveyFacts survey={survey} organisation={organisation} />
      {form && done === undefined && (
        <section class="sheet no-print" id="answer">
          <h2>填写{survey.group && `（${GROUPS[survey.group]}）`}</h2>
          <ErrorSummary filled={form.filled} />
          <form method="post" action={`${list}/${survey.id}#answer`} novalidate>
            <input type="hidden" name="command" value={form.command} />
            <AnswerFields questions={survey.questions} filled={form.filled} />
            <p class="small">
              {form.challenge ? '不记名，请每人只填一次。' : '不记名，每人一次，答卷上没有姓名。'}
              只记到哪一天；少于 {survey.threshold} 份的群体不公布。请不要写能看出您是谁的内容。
            </p>
            {form.challenge && <Work challenge={form.challenge} filled={form.filled} />}
            <p class="actions">
              <button class="button" type="submit">
                提交
              </button>
            </p>
          </form>
        </section>
      )}
      {survey.stage === 'open' && survey.group === undefined && (
        <p class="note">本次不征求您所在群体的意见。</p>
      )}
      {survey.digest && <SurveyDigest digest={survey.digest} questions={survey.questions} />}
    </Page>
  );
}

/** Whom it asks, until when, and what the organisation made of the answers. */
export function SurveyFacts({ survey, organisation }: Pick<SurveyProps, 'survey' | 'organisation'>) {
  const { kind, stage, groups, opensAt, closesAt, intro, item, conclusion, withdrawn } = survey;
  return (
    <section class="sheet">
      <p>
        <span class={stage === 'open' ? 'tag ok' : 'tag'}>{SURVEY_STAGES[stage]}</span>
        {SURVEY_KINDS[kind]}　征求{groups.map((group) => GROUPS[group]).join('、')}意见
      </p>
      <p>
        {chineseMoment(opensAt)} 至 {chineseMoment(closesAt)}
      </p>
      {intro !== undefined && <p class="said">{intro}</p>}
      {item !== undefined && (
        <p>
          征求意见的事项：<a href={`/o/${organisation}/items/${item}`}>查看公开事项</a>
        </p>
      )}
      {withdrawn && (
        <p>
          <b>{chineseDate(withdrawn.at)}撤销：</b>
          {withdrawn.reason}
        </p>
      )}
      {conclusion && (
        <>
          <p>
            <b>{chineseDate(conclusion.at)}反馈：</b>
          </p>
          <p class="said">{conclusion.text}</p>
        </>
      )}
    </section>
  );
}
