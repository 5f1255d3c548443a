import type { FeedbackCommandType } from '../../../domain/feedback/commands.ts';
import { given, one, type Sent } from './form-data.ts';

interface Action {
  readonly type: FeedbackCommandType;
  /** The command's data, as the form has it. */
  readonly read: (sent: Sent) => object;
  readonly done: string;
}

/** What the forms on the desk of an opinion send, and what is said once it is done. Fields are `<action>.<field>`. */
export const OPINION_ACTIONS = {
  answer: {
    type: 'AnswerFeedback',
    read: (sent) => ({
      text: one(sent, 'answer.text'),
      outcome: one(sent, 'answer.outcome'),
      ...given(sent, 'disclosure', 'answer.disclosure'),
    }),
    done: '答复已记录。',
  },
  classify: {
    type: 'ClassifyFeedback',
    read: (sent) => ({ class: one(sent, 'classify.class') }),
    done: '已归类。',
  },
  assign: {
    type: 'AssignFeedback',
    read: (sent) => ({
      owner: one(sent, 'assign.owner'),
      ...given(sent, 'department', 'assign.department'),
      ...given(sent, 'dueOn', 'assign.dueOn'),
    }),
    done: '已分办。',
  },
  merge: {
    type: 'MergeFeedback',
    read: (sent) => ({ into: one(sent, 'merge.into') }),
    done: '已并案办理。',
  },
  raise: {
    type: 'RaiseFeedback',
    read: (sent) => ({ reason: one(sent, 'raise.reason') }),
    done: '已呈报领导。',
  },
  rectify: {
    type: 'RequireRectification',
    read: (sent) => ({
      what: one(sent, 'rectify.what'),
      owner: one(sent, 'rectify.owner'),
      dueOn: one(sent, 'rectify.dueOn'),
    }),
    done: '已要求整改。',
  },
  report: {
    type: 'ReportRectification',
    read: (sent) => ({ proof: one(sent, 'report.proof') }),
    done: '整改情况已报告，等待核验。',
  },
  verify: {
    type: 'VerifyRectification',
    read: (sent) => ({ ok: one(sent, 'verify.ok') === 'yes', note: one(sent, 'verify.note') }),
    done: '核验结论已记录。',
  },
  moderate: {
    type: 'ModerateFeedback',
    read: (sent) => ({ shown: one(sent, 'moderate.shown') === 'yes', reason: one(sent, 'moderate.reason') }),
    done: '审定结果已记录。',
  },
  close: {
    type: 'CloseFeedback',
    read: (sent) => ({
      ...given(sent, 'reason', 'close.reason'),
      ...given(sent, 'audience', 'close.audience'),
    }),
    done: '已办结。',
  },
  reopen: {
    type: 'ReopenFeedback',
    read: (sent) => ({ reason: one(sent, 'reopen.reason') }),
    done: '已重新办理。',
  },
  promote: {
    type: 'PromoteFeedback',
    read: (sent) => ({ item: one(sent, 'promote.item') }),
    done: '已拟成公开事项，请在办事台继续办理。',
  },
} as const satisfies Readonly<Record<string, Action>>;

export type OpinionAction = keyof typeof OPINION_ACTIONS;
export const isOpinionAction = (text: string): text is OpinionAction => Object.hasOwn(OPINION_ACTIONS, text);
