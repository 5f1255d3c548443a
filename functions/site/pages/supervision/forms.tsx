import { CHANNELS, SPEAKERS } from '../../../../domain/feedback/vocabulary.ts';
import { LIMITS } from '../../../../domain/limits.ts';
import { ATTACHABLE } from '../../../../domain/supervision/steps.ts';
import { ASPECTS, MEANS } from '../../../../domain/supervision/vocabulary.ts';
import type { ExampleLine } from '../../../shell/reading/supervision-readings.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../../components/case-form.tsx';
import {
  AreaField,
  type Choice,
  ChoiceField,
  type Filled,
  Fold,
  fieldValue,
  hasErrors,
  SelectField,
  TextField,
} from '../../components/field.tsx';
import { type Names, peopleChoices } from './parts.tsx';

/** Something in work, and a step of it. */
export function AboutFields({ filled, action }: { filled: Filled; action: string }) {
  const name = (part: string) => `${action}.about.${part}`;
  const isFilled = fieldValue(filled, name('id')) !== '' || hasErrors(filled, `${action}.about`);
  return (
    <Fold title="针对某一事项或环节" open={isFilled}>
      <SelectField
        filled={filled}
        name={name('kind')}
        label="事项类别"
        choices={Object.entries(ATTACHABLE).map(([value, { zh }]) => ({ value, name: zh }))}
      />
      <TextField
        filled={filled}
        name={name('id')}
        label="事项编号"
        hint="该事项网址的最后一段；公开台账填季度，如 2026q3。"
        optional
        max={40}
      />
      <TextField
        filled={filled}
        name={name('step')}
        type="number"
        label="第几个环节"
        hint="不填表示整个事项。"
        optional
      />
    </Fold>
  );
}

interface FilingProps {
  readonly forms: CaseFormsProps;
  /** Of those who may have to put something right. */
  readonly staff: Names;
  readonly visit?: string;
}

/** Suggestions and orders, on their own or after a visit. */
export function FilingForms({ forms, staff, visit }: FilingProps) {
  return (
    <>
      <CaseForm props={forms} action="suggest" title="提出监督建议" folded>
        {(filled) => (
          <>
            <Visit action="suggest" visit={visit} />
            <Matter filled={filled} action="suggest" label="建议" />
            <TextField
              filled={filled}
              name="suggest.dueOn"
              type="date"
              label="请于何日前答复"
              hint="不填按意见建议的答复期限。"
              optional
            />
            <Fold title="代为反映他人的意见" open={fieldValue(filled, 'suggest.of') !== ''}>
              <SelectField
                filled={filled}
                name="suggest.of"
                label="谁的意见"
                optional
                choices={[{ value: '', name: '—' }, ...choices(SPEAKERS)]}
              />
              <SelectField
                filled={filled}
                name="suggest.channel"
                label="怎样听到的"
                choices={choices(CHANNELS)}
              />
            </Fold>
          </>
        )}
      </CaseForm>
      <CaseForm props={forms} action="order" title="下达整改通知" folded>
        {(filled) => (
          <>
            <Visit action="order" visit={visit} />
            <Matter filled={filled} action="order" label="整改要求" />
            <SelectField
              filled={filled}
              name="order.owner"
              label="整改责任人"
              choices={peopleChoices(staff)}
            />
            <TextField filled={filled} name="order.dueOn" type="date" label="整改期限" />
          </>
        )}
      </CaseForm>
    </>
  );
}

const Visit = ({ action, visit }: { action: string; visit: string | undefined }) =>
  visit === undefined ? null : <input type="hidden" name={`${action}.visit`} value={visit} />;

const Matter = ({ filled, action, label }: { filled: Filled; action: string; label: string }) => (
  <>
    <ChoiceField
      filled={filled}
      name={`${action}.aspects`}
      label="方面"
      several
      row
      choices={choices(ASPECTS)}
    />
    <Reason filled={filled} name={`${action}.text`} label={label} hint="请勿写入个人信息。" />
    <AboutFields filled={filled} action={action} />
  </>
);

/** A visit, with whom somebody may go; a self-check without them. */
export function PlanForm({ forms, companions }: { forms: CaseFormsProps; companions?: readonly Choice[] }) {
  const { 'self-check': self, ...others } = MEANS;
  const means = companions ? choices(others) : [{ value: 'self-check', name: self }];
  return (
    <CaseForm props={forms} action="plan" title={companions ? '安排督查' : '安排自查'} folded>
      {(filled) => (
        <>
          <SelectField filled={filled} name="plan.means" label="方式" choices={means} />
          <TextField filled={filled} name="plan.on" type="date" label="日期" />
          <Reason filled={filled} name="plan.purpose" label="内容" />
          {companions && companions.length > 1 && (
            <ChoiceField
              filled={filled}
              name="plan.visitors"
              label="参加人员"
              hint="不选为本人。被督查单位的人员不得参加。"
              several
              row
              optional
              choices={companions}
            />
          )}
        </>
      )}
    </CaseForm>
  );
}

export const OpenForm = ({ forms, staff }: { forms: CaseFormsProps; staff: Names }) => (
  <CaseForm props={forms} action="open" title="责任追究立案" folded>
    {(filled) => (
      <>
        <p class="small">只有监督小组、决定人和责任人本人可以看到。</p>
        <SelectField filled={filled} name="open.person" label="责任人" choices={peopleChoices(staff)} />
        <AreaField filled={filled} name="open.fact" label="事实" max={LIMITS.note} />
        <Reason filled={filled} name="open.basis" label="依据" hint="违反的规定及条款。" />
        <AboutFields filled={filled} action="open" />
      </>
    )}
  </CaseForm>
);

interface ExampleFormsProps {
  readonly forms: CaseFormsProps;
  readonly units: readonly Choice[];
  readonly examples: readonly ExampleLine[];
}

export const ExampleForms = ({ forms, units, examples }: ExampleFormsProps) => (
  <>
    <CaseForm props={forms} action="mark" title="推广示范案例" folded>
      {(filled) => (
        <>
          <SelectField filled={filled} name="mark.organisation" label="单位" choices={units} />
          <TextField
            filled={filled}
            name="mark.item"
            label="公开事项编号"
            hint="该事项网址的最后一段；须已向社会公开。"
            max={40}
          />
          <Reason filled={filled} name="mark.note" label="好的做法" hint="值得其他单位学习的地方。" />
        </>
      )}
    </CaseForm>
    {examples.length > 0 && (
      <CaseForm props={forms} action="unmark" title="撤下示范案例" folded>
        {(filled) => (
          <>
            <SelectField
              filled={filled}
              name="unmark.example"
              label="示范案例"
              choices={examples.map(({ organisation, item, title }) => ({
                value: `${organisation}/${item}`,
                name: title,
              }))}
            />
            <Reason filled={filled} name="unmark.reason" label="原因" />
          </>
        )}
      </CaseForm>
    )}
  </>
);
