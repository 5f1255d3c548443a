import { LIMITS } from '../../../domain/limits.ts';
import { SURVEY_KINDS } from '../../../domain/survey/vocabulary.ts';
import { MOST_POINTS } from '../forms/decision-forms.ts';
import { CaseForm, choices } from './case-form.tsx';
import { DayField, type DecisionFormsProps, NumberField } from './decision-form-parts.tsx';
import { AreaField, ChoiceField, type Filled, SelectField, TextField } from './field.tsx';

/** One round of consultation, with the main of what was said (TZ-26). */
export function RoundForm({
  forms,
  surveys,
  work,
  folded,
}: DecisionFormsProps & { readonly folded?: boolean }) {
  const title = folded ? '再登记一轮征求意见' : '登记一轮征求意见';
  return (
    <CaseForm
      props={forms}
      action="round"
      title={title}
      folded={folded ?? false}
      start={{ 'round.kind': 'forum' }}
    >
      {(filled) => (
        <>
          <ChoiceField
            filled={filled}
            name="round.kind"
            label="方式"
            row
            hint={`本事项须征求意见 ${work.rules.rounds} 轮。`}
            choices={choices(SURVEY_KINDS)}
          />
          <div class="pair">
            <DayField filled={filled} name="round.from" label="开始日期" />
            <DayField filled={filled} name="round.until" label="结束日期" />
          </div>
          <NumberField filled={filled} name="round.heard" label="收到意见的人（份）数" />
          {surveys.length > 0 && (
            <SelectField
              filled={filled}
              name="round.survey"
              label="对应的调查"
              optional
              choices={[
                { value: '', name: '（无）' },
                ...surveys.map(({ id, title }) => ({ value: id, name: title })),
              ]}
            />
          )}
          {Array.from({ length: MOST_POINTS }, (_, index) => (
            <PointFields filled={filled} index={index} />
          ))}
        </>
      )}
    </CaseForm>
  );
}

function PointFields({ filled, index }: { readonly filled: Filled; readonly index: number }) {
  const name = `round.points.${index}`;
  const which = `第 ${index + 1} 条`;
  return (
    <fieldset class="field">
      <legend>{which}主要意见</legend>
      <AreaField filled={filled} name={`${name}.text`} label={`${which}意见`} optional max={LIMITS.reason} />
      <ChoiceField
        filled={filled}
        name={`${name}.taken`}
        label={`${which}是否采纳`}
        several
        choices={[{ value: 'yes', name: '采纳' }]}
      />
      <TextField filled={filled} name={`${name}.reply`} label={`${which}答复`} optional max={LIMITS.reason} />
    </fieldset>
  );
}
