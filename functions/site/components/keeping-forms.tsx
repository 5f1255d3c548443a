import { DEFAULT_FORMS, findForm } from '../../../domain/catalogue/forms.ts';
import { pendingReleases, standing } from '../../../domain/item/state.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { AUDIENCE_NAMES } from '../words.ts';
import { ActionForm, type ActionFormsProps } from './action-form.tsx';
import { AreaField, ChoiceField, SelectField, TextField } from './field.tsx';
import { FileField } from './files.tsx';

export function ProofForm(props: ActionFormsProps) {
  const version = standing(props.item) ?? props.version;
  const owed = pendingReleases(version)[0]?.audience;
  const offline = version.content.forms.filter((name) => !findForm(DEFAULT_FORMS, name)?.online);
  const forms = offline.length > 0 ? offline : version.content.forms;
  const audience = owed ?? version.content.audience;
  return (
    <ActionForm
      props={props}
      action="proof"
      title="登记线下公开凭证"
      button="登记凭证"
      folded={owed === undefined && props.uploads.attach === undefined}
      start={{ 'proof.form': forms[0], 'proof.audience': audience, 'proof.files': props.uploads.attach }}
    >
      {(filled) => (
        <>
          <p class="small">会议、文件、广播等线下形式，登记凭证即为公开。请勿写入个人信息。</p>
          <div class="pair">
            <SelectField
              filled={filled}
              name="proof.form"
              label="公开形式"
              choices={version.content.forms.map((name) => ({ value: name, name }))}
            />
            <SelectField
              filled={filled}
              name="proof.audience"
              label="公开范围"
              choices={version.content.releasePlan.map((planned) => ({
                value: planned.audience,
                name: AUDIENCE_NAMES[planned.audience],
              }))}
            />
          </div>
          <div class="pair">
            <TextField filled={filled} name="proof.heldAt" label="公开时间" type="datetime-local" />
            <TextField filled={filled} name="proof.place" label="地点" max={LIMITS.name} />
            <TextField filled={filled} name="proof.reached" label="到达人数" type="number" />
          </div>
          <TextField
            filled={filled}
            name="proof.recipients"
            label="参加或接收人员"
            max={LIMITS.note}
            hint="如“全体党员 14 人，请假 1 人”。"
          />
          <AreaField
            filled={filled}
            name="proof.note"
            label="凭证说明"
            max={LIMITS.note}
            hint="会议记录、签到表、文号、照片等的编号和存放处。"
          />
          <FileField
            filled={filled}
            name="proof.files"
            label="佐证材料"
            files={props.uploads.files}
            upload={`${props.base}/files`}
            hint="公示栏照片、会议记录、签到表等，随凭证一并可查。"
          />
        </>
      )}
    </ActionForm>
  );
}

export function StageForm(props: ActionFormsProps) {
  const open = props.reading.stages
    .map((stage, index) => ({ ...stage, index }))
    .filter((stage) => stage.completedOn === undefined);
  return (
    <ActionForm
      props={props}
      action="stage"
      title="登记阶段完成情况"
      button="登记"
      folded
      start={{ 'stage.stage': String(open[0]?.index ?? 0) }}
    >
      {(filled) => (
        <>
          <SelectField
            filled={filled}
            name="stage.stage"
            label="阶段"
            choices={open.map(({ index, name }) => ({ value: String(index), name }))}
          />
          <TextField filled={filled} name="stage.completedOn" label="完成日期" type="date" />
          <AreaField filled={filled} name="stage.note" label="说明" optional max={LIMITS.note} />
        </>
      )}
    </ActionForm>
  );
}

export function ProgressForm(props: ActionFormsProps) {
  return (
    <ActionForm props={props} action="progress" title="登记进展" button="登记" folded>
      {(filled) => (
        <>
          <AreaField
            filled={filled}
            name="progress.text"
            label="进展情况"
            max={LIMITS.note}
            hint="将随事项一并公开。"
          />
          <TextField filled={filled} name="progress.percent" label="完成百分比（0–100）" type="number" />
        </>
      )}
    </ActionForm>
  );
}

export function CloseForm(props: ActionFormsProps) {
  const { results } = props;
  return (
    <ActionForm
      props={props}
      action="close"
      title="办结"
      button="办结"
      folded
      start={{ 'close.result': results[0]?.id }}
    >
      {(filled) => (
        <>
          {results.length > 0 && (
            <SelectField
              filled={filled}
              name="close.result"
              label="落实结果"
              hint="已公开的、落实本计划的事项。"
              choices={results.map(({ id, title }) => ({ value: id, name: title }))}
            />
          )}
          <AreaField
            filled={filled}
            name="close.summary"
            label="总结"
            optional
            max={LIMITS.text}
            hint="跨年度的分期事项必填；将随事项一并公开。"
          />
        </>
      )}
    </ActionForm>
  );
}

export function WithdrawForm(props: ActionFormsProps) {
  return (
    <ActionForm
      props={props}
      action="withdraw"
      title="撤下"
      button="撤下"
      folded
      start={{ 'withdraw.inError': 'no' }}
    >
      {(filled) => (
        <>
          <ChoiceField
            filled={filled}
            name="withdraw.inError"
            label="撤下的情形"
            choices={[
              { value: 'no', name: '不再需要公开', hint: '公示和重要事项须满规定天数。' },
              { value: 'yes', name: '内容有误', hint: '可立即撤下，须写明错在何处。' },
            ]}
          />
          <AreaField filled={filled} name="withdraw.reason" label="撤下原因" max={LIMITS.reason} />
        </>
      )}
    </ActionForm>
  );
}
