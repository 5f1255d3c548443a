import {
  DECISIONS,
  type DecisionGround,
  type DecisionOutcome,
  GROUNDS,
  groundFits,
} from '../../../domain/enquiry/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { MATTERS } from '../../../domain/organisation/policy.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from './case-form.tsx';
import { AreaField, ChoiceField, SelectField, TextField } from './field.tsx';

interface DecisionProps {
  readonly forms: CaseFormsProps;
}

const OUTCOME_HINTS: Readonly<Partial<Record<DecisionOutcome, string>>> = {
  'not-for-now': '须填写再次研究的日期',
  'already-public': '须填写事项或目录行编号',
};

/** Every ground once, after the decisions that may rest on it. */
const GROUND_CHOICES = Object.entries(GROUNDS).map(([value, name]) => {
  const outcomes = (Object.keys(DECISIONS) as DecisionOutcome[]).filter((outcome) =>
    groundFits(outcome, value as DecisionGround),
  );
  return { value, name: `${outcomes.map((outcome) => DECISIONS[outcome]).join('、')}：${name}` };
});

/** 拟办意见: what is to be decided, and why. */
export const ProposeForm = ({ forms }: DecisionProps) => (
  <CaseForm
    props={forms}
    action="propose"
    title="提出办理意见"
    button="报批"
    start={{ 'propose.outcome': 'disclosed' }}
  >
    {(filled) => (
      <>
        <ChoiceField
          filled={filled}
          name="propose.outcome"
          label="意见"
          choices={choices(DECISIONS).map((choice) => ({
            ...choice,
            hint: OUTCOME_HINTS[choice.value as DecisionOutcome],
          }))}
        />
        <SelectField filled={filled} name="propose.ground" label="理由" choices={GROUND_CHOICES} />
        <Reason
          filled={filled}
          name="propose.text"
          label="理由说明"
          hint="作出决定后告知申请人。请勿写入个人信息。"
        />
        <SelectField filled={filled} name="propose.matter" label="事项性质" choices={choices(MATTERS)} />
        <TextField filled={filled} name="propose.lookAgainOn" label="再次研究的日期" type="date" optional />
        <TextField filled={filled} name="propose.item" label="已公开的事项编号" optional max={40} />
        <TextField filled={filled} name="propose.row" label="公开目录行编号" optional max={40} />
      </>
    )}
  </CaseForm>
);

/** Whether what one person asked for becomes a duty towards everybody. */
export const PromoteForm = ({ forms }: DecisionProps) => (
  <CaseForm
    props={forms}
    action="promote"
    title="研究是否列入公开目录"
    button="记录研究结果"
    start={{ 'promote.as': 'row' }}
  >
    {(filled) => (
      <>
        <p>一人申请公开的内容，可能应当向大家公开。列入后成为公开义务，按期提醒。</p>
        <ChoiceField
          filled={filled}
          name="promote.as"
          label="研究结果"
          choices={[
            { value: 'row', name: '列入公开目录' },
            { value: 'item', name: '作为公开事项公开' },
            { value: 'declined', name: '不列入' },
          ]}
        />
        <TextField filled={filled} name="promote.row" label="目录行编号" optional max={40} />
        <TextField filled={filled} name="promote.item" label="公开事项编号" optional max={40} />
        <AreaField
          filled={filled}
          name="promote.reason"
          label="不列入的理由"
          optional
          max={LIMITS.reason}
          hint="告知申请人。"
        />
      </>
    )}
  </CaseForm>
);
