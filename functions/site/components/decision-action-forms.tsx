import { LIMITS } from '../../../domain/limits.ts';
import { CaseForm, Reason } from './case-form.tsx';
import { DayField, type DecisionFormsProps } from './decision-form-parts.tsx';
import { ChoiceField, SelectField, TextField } from './field.tsx';

/** 分工: who does what by when (LY-17). */
export const ActionForm = ({ forms, work }: DecisionFormsProps) => (
  <CaseForm props={forms} action="action" title="分工落实" folded={work.step !== 'tracking'}>
    {(filled) => (
      <>
        <TextField filled={filled} name="action.task" label="落实事项" max={LIMITS.title} />
        <SelectField
          filled={filled}
          name="action.assignee"
          label="责任人"
          choices={Object.entries(work.people).map(([value, name]) => ({ value, name }))}
        />
        <DayField filled={filled} name="action.dueOn" label="完成期限" />
      </>
    )}
  </CaseForm>
);

/** How it fares, by whoever does it or by the office. */
export function ReportForm({ forms, decision, work }: DecisionFormsProps) {
  const open = decision.actions.filter(({ done }) => !done);
  const own = work.official ? open : open.filter(({ number }) => work.mine.includes(number));
  if (own.length === 0) return null;
  return (
    <CaseForm props={forms} action="report" title="登记落实情况">
      {(filled) => (
        <>
          <SelectField
            filled={filled}
            name="report.action"
            label="落实事项"
            choices={own.map(({ number, task }) => ({ value: String(number), name: task }))}
          />
          <Reason filled={filled} name="report.note" label="进展" />
          <ChoiceField
            filled={filled}
            name="report.done"
            label="是否完成"
            several
            choices={[{ value: 'yes', name: '已经完成' }]}
          />
        </>
      )}
    </CaseForm>
  );
}
