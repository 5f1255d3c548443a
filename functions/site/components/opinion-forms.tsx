import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Feedback } from '../../../domain/feedback/state.ts';
import { isRectifying } from '../../../domain/feedback/state.ts';
import { CLASSES, OUTCOMES } from '../../../domain/feedback/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { OpinionAction } from '../forms/opinion-actions.ts';
import { AUDIENCE_NAMES, choicesOf } from '../words.ts';
import { AreaField, type Choice, ChoiceField, type Filled, SelectField, TextField } from './field.tsx';

/** What the forms of one opinion choose from. */
export interface OpinionChoices {
  readonly people: readonly Choice[];
  /** Open opinions of the same kind on the same item. */
  readonly others: readonly Choice[];
  readonly rows: readonly Choice[];
}

interface FieldsProps {
  readonly filled: Filled;
  readonly choices: OpinionChoices;
  readonly feedback: Feedback;
}

interface OpinionFormPart {
  readonly title: string;
  /** Worth showing now. The decider alone decides; this only spares people forms that it would refuse. */
  readonly isOffered: (feedback: Feedback, choices: OpinionChoices) => boolean;
  readonly start?: (feedback: Feedback) => Filled['values'];
  readonly Fields: (props: FieldsProps) => JSX.Element;
}

const isOpen = ({ closed, into }: Feedback): boolean => !closed && into === undefined;
const isUnanswered = (feedback: Feedback): boolean => isOpen(feedback) && !feedback.answer;
const yesNo = (yes: string, no: string): readonly Choice[] => [
  { value: 'yes', name: yes },
  { value: 'no', name: no },
];
const reason = (filled: Filled, name: string, label: string, hint?: string) => (
  <AreaField filled={filled} name={name} label={label} max={LIMITS.reason} hint={hint} />
);

/** One form for each thing that may be done with an opinion, in the order in which it is usually done. */
export const OPINION_FORMS: Readonly<Record<OpinionAction, OpinionFormPart>> = {
  answer: {
    title: '答复意见',
    isOffered: isUnanswered,
    Fields: ({ filled, feedback }) => (
      <>
        <SelectField filled={filled} name="answer.outcome" label="处理结果" choices={choicesOf(OUTCOMES)} />
        <AreaField
          filled={filled}
          name="answer.text"
          label="答复内容"
          max={LIMITS.note}
          hint="办结后，答复随事项公开；意见原文和提出人不公开。请勿写入个人信息，也不要引用原文。"
        />
        {feedback.kind === 'proposal' && (
          <TextField
            filled={filled}
            name="answer.disclosure"
            label="已公开的事项编号"
            optional
            hint="采纳公开建议的，填写已经公开的事项；不予公开的，在答复中写明理由。"
          />
        )}
      </>
    ),
  },
  classify: {
    title: '归类',
    isOffered: isOpen,
    start: (feedback) => ({ 'classify.class': feedback.class }),
    Fields: ({ filled }) => (
      <SelectField filled={filled} name="classify.class" label="类别" choices={choicesOf(CLASSES)} />
    ),
  },
  assign: {
    title: '分办',
    isOffered: isUnanswered,
    start: ({ owner, department }) => ({ 'assign.owner': owner, 'assign.department': department }),
    Fields: ({ filled, choices }) => (
      <>
        <SelectField filled={filled} name="assign.owner" label="承办人" choices={choices.people} />
        <TextField filled={filled} name="assign.department" label="承办部门" optional max={LIMITS.name} />
        <TextField
          filled={filled}
          name="assign.dueOn"
          label="答复期限"
          type="date"
          optional
          hint="不填则不变；转办不延长期限。"
        />
      </>
    ),
  },
  merge: {
    title: '并案办理',
    isOffered: (feedback, { others }) => isUnanswered(feedback) && others.length > 0,
    Fields: ({ filled, choices }) => (
      <SelectField
        filled={filled}
        name="merge.into"
        label="并入的意见"
        choices={choices.others}
        hint="重复的意见一并办理，答复时提出人都会得知。"
      />
    ),
  },
  raise: {
    title: '呈报领导',
    isOffered: (feedback) => isUnanswered(feedback) && !feedback.raised,
    Fields: ({ filled }) => reason(filled, 'raise.reason', '呈报说明'),
  },
  rectify: {
    title: '要求整改',
    isOffered: (feedback) => isOpen(feedback) && !isRectifying(feedback),
    Fields: ({ filled, choices }) => (
      <>
        {reason(filled, 'rectify.what', '整改要求')}
        <SelectField filled={filled} name="rectify.owner" label="整改责任人" choices={choices.people} />
        <TextField filled={filled} name="rectify.dueOn" label="整改期限" type="date" />
      </>
    ),
  },
  report: {
    title: '报告整改情况',
    isOffered: (feedback) => isOpen(feedback) && isRectifying(feedback) && !feedback.rectification?.report,
    Fields: ({ filled }) => (
      <AreaField
        filled={filled}
        name="report.proof"
        label="整改情况"
        max={LIMITS.note}
        hint="写明做了什么、何时完成、凭证存放在哪里。"
      />
    ),
  },
  verify: {
    title: '核验整改',
    isOffered: (feedback) =>
      isOpen(feedback) && isRectifying(feedback) && feedback.rectification?.report !== undefined,
    Fields: ({ filled }) => (
      <>
        <ChoiceField
          filled={filled}
          name="verify.ok"
          label="核验结论"
          row
          choices={yesNo('整改到位', '退回继续整改')}
        />
        {reason(filled, 'verify.note', '核验意见', '不得由整改责任人自行核验。')}
      </>
    ),
  },
  moderate: {
    title: '审定意见原文是否公开',
    isOffered: () => true,
    start: ({ moderated }) => ({ 'moderate.shown': moderated?.shown ? 'yes' : 'no' }),
    Fields: ({ filled }) => (
      <>
        <ChoiceField
          filled={filled}
          name="moderate.shown"
          label="是否公开原文"
          row
          choices={yesNo('与答复一并公开（遮盖个人信息）', '不公开')}
        />
        {reason(filled, 'moderate.reason', '审定理由')}
      </>
    ),
  },
  close: {
    title: '办结',
    isOffered: (feedback) => isOpen(feedback) && !isRectifying(feedback),
    start: () => ({ 'close.audience': 'unit' }),
    Fields: ({ filled, feedback }) => (
      <>
        <AreaField
          filled={filled}
          name="close.reason"
          label="办结说明"
          optional
          max={LIMITS.reason}
          hint="未答复即办结的，须写明理由。"
        />
        {feedback.item === undefined && (
          <SelectField
            filled={filled}
            name="close.audience"
            label="办理结果公开范围"
            choices={choicesOf({
              party: AUDIENCE_NAMES.party,
              unit: AUDIENCE_NAMES.unit,
              public: AUDIENCE_NAMES.public,
            })}
          />
        )}
      </>
    ),
  },
  reopen: {
    title: '重新办理',
    isOffered: (feedback) => feedback.closed !== undefined && !feedback.reopened,
    Fields: ({ filled }) => reason(filled, 'reopen.reason', '重新办理的理由'),
  },
  promote: {
    title: '转为公开事项',
    isOffered: ({ closed, answer, promoted }, { rows }) =>
      closed !== undefined && answer !== undefined && promoted === undefined && rows.length > 0,
    Fields: ({ filled, choices }) => (
      <SelectField
        filled={filled}
        name="promote.row"
        label="公开目录"
        choices={choices.rows}
        hint="以答复内容拟一份公开稿，按规定审核后公开（处理群众反映突出问题）。"
      />
    ),
  },
};
