import type { Enquiry } from '../../../domain/enquiry/state.ts';
import { ENQUIRY_CHANNELS } from '../../../domain/enquiry/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { OfficeAction } from '../forms/enquiry-actions.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from './case-form.tsx';
import { PromoteForm, ProposeForm } from './enquiry-decision-forms.tsx';
import { TimeForms } from './enquiry-time-forms.tsx';
import { AreaField, ChoiceField, SelectField, TextField } from './field.tsx';

interface EnquiryFormsProps {
  readonly enquiry: Enquiry;
  readonly forms: CaseFormsProps;
  /** What this person may be expected to do; the decider alone decides. */
  readonly offers: ReadonlySet<OfficeAction>;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Everything that may be done on a case now, what decides it first. */
export function EnquiryForms(props: EnquiryFormsProps) {
  const { forms, offers } = props;
  const has = (action: OfficeAction) => offers.has(action);
  return (
    <>
      {has('approve') && (
        <CaseForm props={forms} action="approve" title="审批" button="同意">
          {() => <p>同意上述办理意见。最后一级同意后即作出决定，并告知申请人。</p>}
        </CaseForm>
      )}
      {has('return') && (
        <CaseForm props={forms} action="return" title="退回重新提出意见" button="退回" folded>
          {(filled) => <Reason filled={filled} name="return.reason" label="退回原因" />}
        </CaseForm>
      )}
      {has('propose') && <ProposeForm forms={forms} />}
      {has('disclose') && (
        <CaseForm props={forms} action="disclose" title="向申请人公开" button="公开">
          {(filled) => (
            <>
              <AreaField
                filled={filled}
                name="disclose.text"
                label="公开内容"
                max={LIMITS.note}
                hint="只有申请人能看到。请勿写入个人信息。"
              />
              <TextField
                filled={filled}
                name="disclose.item"
                label="公开事项编号"
                optional
                hint="以公开事项提供的，填写编号；申请人须能看到该事项。"
                max={40}
              />
            </>
          )}
        </CaseForm>
      )}
      {has('promote') && <PromoteForm forms={forms} />}
      {has('judge') && (
        <CaseForm props={forms} action="judge" title="处理申诉" button="记录处理结果">
          {(filled) => (
            <>
              <ChoiceField
                filled={filled}
                name="judge.upheld"
                label="处理结果"
                row
                choices={[
                  { value: 'yes', name: '申诉成立，重新办理' },
                  { value: 'no', name: '维持原决定' },
                ]}
              />
              <Reason filled={filled} name="judge.text" label="理由" hint="告知申请人。请勿写入个人信息。" />
            </>
          )}
        </CaseForm>
      )}
      <TimeForms {...props} />
      {has('assign') && (
        <CaseForm
          props={forms}
          action="assign"
          title="分办"
          folded
          start={{ 'assign.owner': props.enquiry.owner }}
        >
          {(filled) => (
            <SelectField
              filled={filled}
              name="assign.owner"
              label="承办人"
              choices={props.people.map(({ id, name }) => ({ value: id, name }))}
            />
          )}
        </CaseForm>
      )}
      {has('visit') && (
        <CaseForm props={forms} action="visit" title="登记接待" folded>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="visit.channel"
                label="方式"
                choices={choices(ENQUIRY_CHANNELS).filter(({ value }) => value !== 'online')}
              />
              <Reason filled={filled} name="visit.question" label="询问" />
              <Reason filled={filled} name="visit.answer" label="答复" />
            </>
          )}
        </CaseForm>
      )}
    </>
  );
}
