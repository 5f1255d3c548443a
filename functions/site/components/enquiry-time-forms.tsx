import { PAUSE_GROUNDS } from '../../../domain/enquiry/vocabulary.ts';
import type { OfficeAction } from '../forms/enquiry-actions.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from './case-form.tsx';
import { type Filled, SelectField, TextField } from './field.tsx';

interface TimeProps {
  readonly forms: CaseFormsProps;
  readonly offers: ReadonlySet<OfficeAction>;
}

const Until = ({ filled, name }: { filled: Filled; name: string }) => (
  <TextField filled={filled} name={name} label="至迟到" type="date" hint="到期自动恢复计时。" />
);

/** What moves the date: asked back, paused, resumed, extended. */
export function TimeForms({ forms, offers }: TimeProps) {
  const has = (action: OfficeAction) => offers.has(action);
  return (
    <>
      {has('resume') && <CaseForm props={forms} action="resume" title="恢复计时" />}
      {has('clarify') && (
        <CaseForm props={forms} action="clarify" title="代为登记补正内容" folded>
          {(filled) => <Reason filled={filled} name="clarify.text" label="申请人的说明" />}
        </CaseForm>
      )}
      {has('ask') && (
        <CaseForm props={forms} action="ask" title="请申请人补正" folded>
          {(filled) => (
            <>
              <Reason filled={filled} name="ask.text" label="需要说明的内容" />
              <Until filled={filled} name="ask.until" />
            </>
          )}
        </CaseForm>
      )}
      {has('pause') && (
        <CaseForm props={forms} action="pause" title="暂停计时" folded>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="pause.ground"
                label="原因"
                choices={choices(PAUSE_GROUNDS)}
              />
              <Reason filled={filled} name="pause.text" label="说明" hint="申请人可以看到。" />
              <Until filled={filled} name="pause.until" />
            </>
          )}
        </CaseForm>
      )}
      {has('extend') && (
        <CaseForm props={forms} action="extend" title="延长办理期限" folded>
          {(filled) => (
            <>
              <TextField filled={filled} name="extend.days" label="延长至（工作日总数）" type="number" />
              <Reason filled={filled} name="extend.reason" label="延长的理由" />
            </>
          )}
        </CaseForm>
      )}
    </>
  );
}
