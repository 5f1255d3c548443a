import { REVIEW_ASPECTS, type ReviewAspect } from '../../../domain/item/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { APPROVAL_STEPS } from '../../../domain/organisation/policy.ts';
import { ActionForm, type ActionFormsProps } from './action-form.tsx';
import {
  AreaField,
  ChoiceField,
  Errors,
  type Filled,
  idOf,
  LineInput,
  OneChoice,
  TextField,
} from './field.tsx';

const YES_NO = [
  { value: 'yes', name: '同意' },
  { value: 'no', name: '不同意' },
];

export function ReviewForm(props: ActionFormsProps) {
  return (
    <ActionForm props={props} action="review" title="审核" button="提交审核意见">
      {(filled) => (
        <>
          <p class="small">逐项判断；有一项不同意，即退回修改，所写意见作为退回原因。</p>
          <table class="verdicts">
            <thead>
              <tr>
                <th scope="col">审核内容</th>
                <th scope="col">意见</th>
                <th scope="col">说明（不同意时必填）</th>
              </tr>
            </thead>
            <tbody>
              {(Object.keys(REVIEW_ASPECTS) as ReviewAspect[]).map((aspect) => (
                <VerdictRow
                  filled={filled}
                  name={`review.${aspect}`}
                  label={REVIEW_ASPECTS[aspect]}
                  answer="ok"
                  choices={YES_NO}
                />
              ))}
              <VerdictRow
                filled={filled}
                name="review.secrecy"
                label="保密审查"
                answer="clear"
                choices={[
                  { value: 'yes', name: '通过' },
                  { value: 'no', name: '不通过' },
                ]}
              />
            </tbody>
          </table>
          <AreaField
            filled={filled}
            name="review.risk"
            label="风险研判"
            optional
            max={LIMITS.note}
            hint="敏感或社会关注度高的事项，写明公开后可能出现的问题和应对。"
          />
        </>
      )}
    </ActionForm>
  );
}

interface VerdictRowProps {
  readonly filled: Filled;
  readonly name: string;
  readonly label: string;
  readonly answer: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
}

function VerdictRow({ filled, name, label, answer, choices }: VerdictRowProps) {
  const field = `${name}.${answer}`;
  return (
    <tr>
      <td>{label}</td>
      <td>
        <fieldset class="choices row" id={idOf(field)}>
          <legend class="vh">{label}</legend>
          <Errors filled={filled} name={field} />
          {choices.map((choice) => (
            <OneChoice filled={filled} name={field} choice={choice} several={false} />
          ))}
        </fieldset>
      </td>
      <td>
        <LineInput filled={filled} name={`${name}.note`} label={`${label}的说明`} />
      </td>
    </tr>
  );
}

export function AnswerForm(props: ActionFormsProps) {
  return (
    <ActionForm props={props} action="answer" title="回复征求意见" button="提交意见">
      {(filled) => (
        <>
          <ChoiceField filled={filled} name="answer.agree" label="是否同意公开" row choices={YES_NO} />
          <AreaField filled={filled} name="answer.opinion" label="意见" optional max={LIMITS.note} />
        </>
      )}
    </ActionForm>
  );
}

export function ApproveForm(props: ActionFormsProps) {
  const { step } = props.offers;
  const name = step ? APPROVAL_STEPS[step] : '审批';
  const isWithheld = props.version.content.withheld !== undefined;
  return (
    <ActionForm props={props} action="approve" title={name} button={isWithheld ? '同意不予公开' : '同意公开'}>
      {(filled) => (
        <>
          {step === 'enlarged-meeting' ? (
            <>
              <input type="hidden" name="approve.withMeeting" value="yes" />
              <TextField filled={filled} name="approve.meeting.heldOn" label="会议日期" type="date" />
              <fieldset class="field" id={idOf('approve.meeting')}>
                <legend>表决结果</legend>
                <span class="hint">无记名投票的，只填总数。同意票须超过到会人数的半数。</span>
                <Errors filled={filled} name="approve.meeting" />
                <div class="pair">
                  <TextField filled={filled} name="approve.meeting.present" label="到会人数" type="number" />
                  <TextField filled={filled} name="approve.meeting.yes" label="同意" type="number" />
                  <TextField filled={filled} name="approve.meeting.no" label="不同意" type="number" />
                  <TextField filled={filled} name="approve.meeting.abstain" label="弃权" type="number" />
                </div>
              </fieldset>
            </>
          ) : (
            <p>
              同意后进入下一步；全部审批通过后，按公开计划自动公开。不同意的，请在下方“退回修改”写明原因。
            </p>
          )}
        </>
      )}
    </ActionForm>
  );
}

export function ConsultForm(props: ActionFormsProps) {
  return (
    <ActionForm props={props} action="consult" title="征求领导班子成员意见" button="发出征求意见" folded>
      {(filled) => (
        <>
          <ChoiceField
            filled={filled}
            name="consult.members"
            label="征求意见的人员"
            several
            row
            choices={props.members.map(({ id, name }) => ({ value: id, name }))}
          />
          <TextField filled={filled} name="consult.deadline" label="截止时间" type="datetime-local" />
        </>
      )}
    </ActionForm>
  );
}

export function ReturnForm(props: ActionFormsProps) {
  return (
    <ActionForm props={props} action="return" title="退回修改" button="退回" folded>
      {(filled) => (
        <>
          <AreaField filled={filled} name="return.reason" label="退回原因" max={LIMITS.reason} />
        </>
      )}
    </ActionForm>
  );
}

export function EscalateForm(props: ActionFormsProps) {
  return (
    <ActionForm props={props} action="escalate" title="提请上级党组织审批" button="提请上级审批" folded>
      {(filled) => (
        <>
          <AreaField
            filled={filled}
            name="escalate.reason"
            label="提请原因"
            max={LIMITS.reason}
            hint="超出本级权限的事项，须报上级党组织审批。"
          />
        </>
      )}
    </ActionForm>
  );
}
