import type { EnquiryCommandType } from '../../../domain/enquiry/commands.ts';
import { given, one, type Sent, whole } from './form-data.ts';

/** How a form about a case becomes a command. Its fields are named `<action>.<field>`. */
interface EnquiryForm {
  readonly type: EnquiryCommandType;
  /** The data that was meant, still unchecked. */
  read(sent: Sent): unknown;
  /** What to tell the person once it is done. */
  readonly done: string;
}

/** What whoever asked may do. */
const ASKER = {
  clarify: {
    type: 'Clarify',
    read: (sent) => ({ text: one(sent, 'clarify.text') }),
    done: '补正内容已提交。',
  },
  complain: {
    type: 'FileComplaint',
    read: (sent) => ({ text: one(sent, 'complain.text') }),
    done: '申诉已受理，由监督小组处理。',
  },
} as const satisfies Record<string, EnquiryForm>;

/** What those who work here may do. */
const OFFICE = {
  assign: { type: 'AssignEnquiry', read: (sent) => ({ owner: one(sent, 'assign.owner') }), done: '已分办。' },
  ask: {
    type: 'AskForClarity',
    read: (sent) => ({ text: one(sent, 'ask.text'), until: one(sent, 'ask.until') }),
    done: '已请申请人补正，计时暂停。',
  },
  clarify: ASKER.clarify,
  propose: {
    type: 'ProposeDecision',
    read: (sent) => ({
      outcome: one(sent, 'propose.outcome'),
      ground: one(sent, 'propose.ground'),
      text: one(sent, 'propose.text'),
      matter: one(sent, 'propose.matter'),
      ...given(sent, 'lookAgainOn', 'propose.lookAgainOn'),
      ...given(sent, 'item', 'propose.item'),
      ...given(sent, 'row', 'propose.row'),
    }),
    done: '办理意见已报批。',
  },
  approve: { type: 'ApproveDecision', read: () => ({}), done: '已审批。' },
  return: {
    type: 'ReturnDecision',
    read: (sent) => ({ reason: one(sent, 'return.reason') }),
    done: '已退回重新提出意见。',
  },
  extend: {
    type: 'ExtendEnquiry',
    read: (sent) => ({ days: whole(sent, 'extend.days'), reason: one(sent, 'extend.reason') }),
    done: '办理期限已延长。',
  },
  pause: {
    type: 'PauseClock',
    read: (sent) => ({
      ground: one(sent, 'pause.ground'),
      text: one(sent, 'pause.text'),
      until: one(sent, 'pause.until'),
    }),
    done: '计时已暂停。',
  },
  resume: { type: 'ResumeClock', read: () => ({}), done: '计时已恢复。' },
  disclose: {
    type: 'DiscloseEnquiry',
    read: (sent) => ({ text: one(sent, 'disclose.text'), ...given(sent, 'item', 'disclose.item') }),
    done: '已向申请人公开。',
  },
  promote: {
    type: 'SettlePromotion',
    read: (sent) => {
      const as = one(sent, 'promote.as');
      const field = { row: 'row', item: 'item', declined: 'reason' }[as] ?? 'reason';
      return { as, [field]: one(sent, `promote.${field}`) };
    },
    done: '研究结果已记录。',
  },
  judge: {
    type: 'DecideComplaint',
    read: (sent) => ({
      upheld: { yes: true, no: false }[one(sent, 'judge.upheld')],
      text: one(sent, 'judge.text'),
    }),
    done: '申诉处理结果已记录。',
  },
  visit: {
    type: 'RecordVisit',
    read: (sent) => ({
      channel: one(sent, 'visit.channel'),
      question: one(sent, 'visit.question'),
      answer: one(sent, 'visit.answer'),
    }),
    done: '接待记录已登记。',
  },
} as const satisfies Record<string, EnquiryForm>;

export type AskerAction = keyof typeof ASKER;
export type OfficeAction = keyof typeof OFFICE;
export const ASKER_FORMS: Readonly<Record<AskerAction, EnquiryForm>> = ASKER;
export const OFFICE_FORMS: Readonly<Record<OfficeAction, EnquiryForm>> = OFFICE;
export const isAskerAction = (text: string): text is AskerAction => Object.hasOwn(ASKER, text);
export const isOfficeAction = (text: string): text is OfficeAction => Object.hasOwn(OFFICE, text);
