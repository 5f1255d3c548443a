import { isBinding } from '../../../domain/decision/rules.ts';
import { MEETING_OUTCOMES, STEPS, type StepName } from '../../../domain/decision/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from './case-form.tsx';
import { ActionForm, ReportForm } from './decision-action-forms.tsx';
import { DayField, type DecisionFormsProps, NumberField } from './decision-form-parts.tsx';
import { RoundForm } from './decision-round-form.tsx';
import { AreaField, ChoiceField, ErrorSummary, SelectField, TextField } from './field.tsx';

/** What can be done now: the step whose turn it is, what is assigned, and the ways out. */
export function DecisionForms(props: DecisionFormsProps) {
  const { decision, work, forms } = props;
  const { step, official } = work;
  const isTracked = decision.outcome === 'adopted' && step !== undefined;
  const { refused } = forms;
  const isGone = refused && refused.action in STEP_OF && STEP_OF[refused.action] !== step;
  return (
    <>
      {isGone && <ErrorSummary filled={refused.filled} />}
      {official && step !== undefined && STEP_FORMS[step](props)}
      {official && step === 'meeting' && decision.rounds.length > 0 && <RoundForm {...props} folded />}
      {official && isTracked && <ActionForm {...props} />}
      {(official || work.mine.length > 0) && <ReportForm {...props} />}
      {official && step !== undefined && !isBinding(decision, step) && <SkipForm forms={forms} step={step} />}
      {official && decision.outcome === undefined && step !== undefined && (
        <CaseForm props={forms} action="withdraw" title="撤回本事项" folded>
          {(filled) => <Reason filled={filled} name="withdraw.reason" label="理由" />}
        </CaseForm>
      )}
    </>
  );
}

/** Of the forms that are shown only when it is their turn: somebody else may have been faster. */
const STEP_OF: Readonly<Record<string, StepName>> = {
  notice: 'notice',
  deliberation: 'deliberation',
  publicity: 'publicity',
  meeting: 'meeting',
  vote: 'vote',
  disclosure: 'disclosure',
  confirm: 'tracking',
};

const STEP_FORMS: Readonly<Record<StepName, (props: DecisionFormsProps) => unknown>> = {
  notice: ({ forms, work }) => (
    <CaseForm props={forms} action="notice" title="事先预告">
      {(filled) => (
        <>
          <DayField
            filled={filled}
            name="notice.meetingOn"
            label="拟开会日期"
            hint={`须提前 ${work.rules.noticeDays} 日预告，少于此数会如实标注。`}
          />
          <AreaField filled={filled} name="notice.requirements" label="相关要求" max={LIMITS.note} />
        </>
      )}
    </CaseForm>
  ),
  deliberation: ({ forms }) => (
    <CaseForm props={forms} action="deliberation" title="登记会前酝酿">
      {(filled) => (
        <>
          <DayField filled={filled} name="deliberation.on" label="日期" />
          <TextField filled={filled} name="deliberation.among" label="参加人员" max={LIMITS.title} />
          <AreaField filled={filled} name="deliberation.note" label="酝酿情况" max={LIMITS.note} />
        </>
      )}
    </CaseForm>
  ),
  consultation: (props) => <RoundForm {...props} />,
  publicity: ({ forms, work }) => (
    <CaseForm props={forms} action="publicity" title="决策前公示">
      {(filled) => (
        <>
          <TextField filled={filled} name="publicity.place" label="公示地点或平台" max={LIMITS.title} />
          <div class="pair">
            <DayField filled={filled} name="publicity.from" label="开始日期" />
            <DayField
              filled={filled}
              name="publicity.until"
              label="结束日期"
              hint={`不少于 ${work.rules.publicityDays} 日。`}
            />
          </div>
        </>
      )}
    </CaseForm>
  ),
  meeting: ({ forms }) => (
    <CaseForm props={forms} action="meeting" title="登记会议讨论">
      {(filled) => (
        <>
          <DayField filled={filled} name="meeting.heldOn" label="会议日期" />
          <TextField filled={filled} name="meeting.place" label="地点" max={LIMITS.title} />
          <div class="pair">
            <NumberField filled={filled} name="meeting.entitled" label="应到人数" />
            <NumberField filled={filled} name="meeting.present" label="实到人数" />
          </div>
          <AreaField filled={filled} name="meeting.resolution" label="议定结果" max={LIMITS.note} />
          <ChoiceField
            filled={filled}
            name="meeting.outcome"
            label="结论"
            hint="重大、热点事项须提交票决。"
            choices={choices(MEETING_OUTCOMES)}
          />
        </>
      )}
    </CaseForm>
  ),
  vote: ({ forms }) => (
    <CaseForm props={forms} action="vote" title="登记票决结果" start={{ 'vote.secret': 'yes' }}>
      {(filled) => (
        <>
          <ChoiceField
            filled={filled}
            name="vote.secret"
            label="表决方式"
            row
            choices={[
              { value: 'yes', name: '无记名投票' },
              { value: 'no', name: '公开表决' },
            ]}
          />
          <NumberField filled={filled} name="vote.present" label="实到人数" />
          <div class="pair">
            <NumberField filled={filled} name="vote.yes" label="赞成" />
            <NumberField filled={filled} name="vote.no" label="反对" />
            <NumberField filled={filled} name="vote.abstain" label="弃权" />
          </div>
        </>
      )}
    </CaseForm>
  ),
  disclosure: ({ forms, results }) => (
    <CaseForm props={forms} action="disclosure" title="公示决策结果">
      {(filled) => (
        <SelectField
          filled={filled}
          name="disclosure.item"
          label="公示结果的公开事项"
          hint="先提出公开事项，并在其中选择本项决策；公开后在此登记。"
          choices={[
            { value: '', name: '（请选择）' },
            ...results.map(({ id, title }) => ({ value: id, name: title })),
          ]}
        />
      )}
    </CaseForm>
  ),
  tracking: ({ forms, decision }) =>
    decision.actions.length > 0 &&
    decision.actions.every(({ done }) => done) && (
      <CaseForm props={forms} action="confirm" title="确认落实">
        {(filled) => <Reason filled={filled} name="confirm.note" label="核实情况" />}
      </CaseForm>
    ),
};

const SkipForm = ({ forms, step }: { readonly forms: CaseFormsProps; readonly step: StepName }) => (
  <CaseForm
    props={forms}
    action="skip"
    title={`跳过“${STEPS[step].zh}”`}
    folded
    start={{ 'skip.step': step }}
  >
    {(filled) => (
      <>
        <input type="hidden" name="skip.step" value={step} />
        <Reason
          filled={filled}
          name="skip.reason"
          label="理由"
          hint="须由审批人员办理，姓名和理由随决策一并显示。"
        />
      </>
    )}
  </CaseForm>
);
