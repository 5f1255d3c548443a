import { LIMITS } from '../../../domain/limits.ts';
import { GROUPS } from '../../../domain/survey/vocabulary.ts';
import type { SurveyLine, SurveyReading } from '../../shell/reading/surveys.ts';
import { CaseForm, type CaseFormsProps, Reason } from '../components/case-form.tsx';
import { AreaField, ErrorSummary, type Filled } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { SurveyDigest } from '../components/survey-digest.tsx';
import { AnswerFields, GroupField, PlanFields } from '../components/survey-fields.tsx';
import { chineseDate } from '../dates.ts';
import { SurveyFacts, SurveyList } from './surveys.tsx';
import { Done } from './topics.tsx';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly surveys: readonly SurveyLine[];
}

/** 征求意见, for the office. */
export function SurveyDeskListPage({ frame, organisation, surveys }: ListProps) {
  const base = `/desk/o/${organisation}/surveys`;
  return (
    <Page frame={frame} title="征求意见" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        征求意见 <small lang="en">Consultations and surveys</small>
      </h1>
      <p class="actions">
        <a class="button" href={`${base}/plan`}>
          安排征求意见
        </a>
      </p>
      <SurveyList surveys={surveys} base={base} />
    </Page>
  );
}

interface PlanProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly filled: Filled;
  readonly command: string;
}

/** A new survey. */
export function SurveyPlanPage({ frame, organisation, filled, command }: PlanProps) {
  const base = `/desk/o/${organisation}/surveys`;
  return (
    <Page frame={frame} title="安排征求意见" section="desk" trail={[{ href: base, name: '征求意见' }]}>
      <h1>安排征求意见</h1>
      <ErrorSummary filled={filled} />
      <form class="sheet" method="post" action={`${base}/plan`} novalidate>
        <input type="hidden" name="command" value={command} />
        <PlanFields filled={filled} />
        <p class="actions">
          <button class="button" type="submit">
            安排
          </button>
        </p>
      </form>
    </Page>
  );
}

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly survey: SurveyReading;
  readonly forms: CaseFormsProps;
  readonly done?: string | undefined;
}

/** One survey on the desk: who has answered, what is entered from paper, and what is made of it. */
export function SurveyDeskPage({ frame, organisation, survey, forms, done }: DeskProps) {
  const { stage, work, digest, questions, groups } = survey;
  return (
    <Page
      frame={frame}
      title={survey.title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/surveys`, name: '征求意见' }]}
    >
      <h1>{survey.title}</h1>
      <Done text={done} />
      <SurveyFacts survey={survey} organisation={organisation} />
      {stage === 'open' && (
        <section class="sheet">
          <h2>已收到</h2>
          <ul>
            {work?.turnout.map((each) => (
              <li>
                {GROUPS[each.group]}：{each.shown ? `${each.n} 份` : `少于 ${each.fewerThan} 份`}
              </li>
            ))}
          </ul>
          <p class="small">结束后才显示回答内容。</p>
        </section>
      )}
      {digest && <SurveyDigest digest={digest} questions={questions} />}
      {stage === 'closed' && digest && (
        <CaseForm props={forms} action="conclude" title="反馈调查结果" button="反馈">
          {(filled) => (
            <AreaField
              filled={filled}
              name="conclude.text"
              label="主要意见和处理打算"
              hint={`与汇总一并公布。请在 ${chineseDate(work?.concludeBy ?? survey.closesAt)} 前反馈。`}
              max={LIMITS.note}
            />
          )}
        </CaseForm>
      )}
      {stage === 'open' && (
        <CaseForm props={forms} action="enter" title="录入纸质答卷、座谈发言、来函" button="录入" folded>
          {(filled) => (
            <>
              <GroupField filled={filled} groups={groups} />
              <AnswerFields questions={questions} filled={filled} />
            </>
          )}
        </CaseForm>
      )}
      {(stage === 'open' || stage === 'planned') && (
        <CaseForm props={forms} action="withdraw" title="撤销" folded>
          {(filled) => <Reason filled={filled} name="withdraw.reason" label="撤销的理由" />}
        </CaseForm>
      )}
    </Page>
  );
}
