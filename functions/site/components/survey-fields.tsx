import { LIMITS } from '../../../domain/limits.ts';
import type { Question } from '../../../domain/survey/commands.ts';
import { GROUPS, type Group, SCALE, SURVEY_KINDS } from '../../../domain/survey/vocabulary.ts';
import { MOST_ASKED } from '../forms/survey-actions.ts';
import { AUDIENCE_HINTS, AUDIENCE_NAMES } from '../words.ts';
import { choices } from './case-form.tsx';
import {
  AreaField,
  ChoiceField,
  type Filled,
  Fold,
  fieldValue,
  hasErrors,
  SelectField,
  TextField,
} from './field.tsx';

/** The questions of a survey, to be answered. Any of them may be left out. */
export function AnswerFields({ questions, filled }: { questions: readonly Question[]; filled: Filled }) {
  return (
    <>
      {questions.map((question, index) => {
        const label = `${index + 1}. ${question.text}`;
        const name = `answers.${index}`;
        if (question.kind === 'text')
          return <AreaField filled={filled} name={name} label={label} optional max={500} />;
        const options = question.kind === 'scale' ? SCALE : question.options;
        const first = question.kind === 'scale' ? 1 : 0;
        return (
          <ChoiceField
            filled={filled}
            name={name}
            label={label}
            optional
            choices={options.map((option, place) => ({ value: String(place + first), name: option }))}
          />
        );
      })}
    </>
  );
}

export const GroupField = ({ filled, groups }: { filled: Filled; groups: readonly Group[] }) => (
  <ChoiceField
    filled={filled}
    name="group"
    label="填写人是"
    row
    choices={groups.map((group) => ({ value: group, name: GROUPS[group] }))}
  />
);

const AUDIENCES = (['unit', 'public', 'party'] as const).map((value) => ({
  value,
  name: `${AUDIENCE_NAMES[value]}（${AUDIENCE_HINTS[value]}）`,
}));
const QUESTION_KINDS = { scale: '满意度（五级）', choice: '单选', text: '文字' };

/** What a new survey asks, whom, and when. */
export function PlanFields({ filled }: { filled: Filled }) {
  return (
    <>
      <ChoiceField filled={filled} name="kind" label="形式" row choices={choices(SURVEY_KINDS)} />
      <TextField filled={filled} name="title" label="标题" max={LIMITS.title} />
      <AreaField filled={filled} name="intro" label="说明" optional max={LIMITS.reason} />
      <ChoiceField filled={filled} name="groups" label="征求谁的意见" several row choices={choices(GROUPS)} />
      <SelectField
        filled={filled}
        name="audience"
        label="谁可以看到"
        hint="征求群众意见，至少选“本单位”；征求社会意见，选“社会”。"
        choices={AUDIENCES}
      />
      <TextField filled={filled} name="opensAt" label="开始时间" type="datetime-local" />
      <TextField filled={filled} name="closesAt" label="结束时间" type="datetime-local" />
      <TextField
        filled={filled}
        name="item"
        label="就哪一公开事项征求意见"
        hint="填写事项编号。"
        optional
        max={40}
      />
      {Array.from({ length: MOST_ASKED }, (_, index) => (
        <QuestionFields filled={filled} index={index} />
      ))}
    </>
  );
}

function QuestionFields({ filled, index }: { filled: Filled; index: number }) {
  const name = `questions.${index}`;
  const open = index === 0 || fieldValue(filled, `${name}.text`) !== '' || hasErrors(filled, name);
  return (
    <Fold title={`第 ${index + 1} 题`} open={open}>
      <TextField filled={filled} name={`${name}.text`} label={`第 ${index + 1} 题题目`} max={LIMITS.title} />
      <SelectField filled={filled} name={`${name}.kind`} label="题型" choices={choices(QUESTION_KINDS)} />
      <AreaField
        filled={filled}
        name={`${name}.options`}
        label="选项"
        hint="单选题填写，每行一个，2 至 8 个。"
        optional
        max={LIMITS.reason}
      />
    </Fold>
  );
}
