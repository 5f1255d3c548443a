import type { EnquiryCommandType } from '../../domain/enquiry/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const ENQUIRIES = `${ORGANISATION}/enquiries`;
const ENQUIRY = `${ENQUIRIES}/{enquiry}`;

const commands = async () => (await import('../../domain/enquiry/commands.ts')).enquiryCommands;

/** One command on a case: its address, what it does in both languages, and whether the asker issues it. */
const on = (
  id: string,
  path: string,
  command: EnquiryCommandType,
  zh: string,
  en: string,
  byAsker = false,
): CommandOperation => ({
  id,
  method: 'POST',
  path: `${ENQUIRY}/${path}`,
  zh,
  en,
  aggregate: 'enquiry',
  command,
  body: lazily(async () => (await commands())[command]),
  ...(byAsker && { anonymous: true, receipt: true }),
});

export const ENQUIRY_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'registerEnquiry',
    method: 'POST',
    path: ENQUIRIES,
    zh: '申请公开（可匿名；返回查询码）',
    en: 'Ask for something that is not disclosed, signed or anonymous; answers with a receipt code',
    aggregate: 'enquiry',
    command: 'RegisterEnquiry',
    body: lazily(async () => (await commands()).RegisterEnquiry),
    creates: `${ENQUIRIES}/{id}`,
    anonymous: true,
  },
  on('assignEnquiry', 'assignments', 'AssignEnquiry', '分办申请', 'Give a request an owner'),
  on('askForClarity', 'clarity-requests', 'AskForClarity', '请申请人补正', 'Ask the asker what is meant'),
  on('clarifyEnquiry', 'clarifications', 'Clarify', '补正申请内容', 'Say what is meant', true),
  on('proposeDecision', 'proposals', 'ProposeDecision', '提出办理意见', 'Propose a decision with its reason'),
  on('approveDecision', 'approvals', 'ApproveDecision', '审批', 'Pass the next step of the approval chain'),
  on('returnDecision', 'returns', 'ReturnDecision', '退回办理意见', 'Return a proposed decision'),
  on('extendEnquiry', 'extensions', 'ExtendEnquiry', '延长办理期限', 'Extend the deadline'),
  on('pauseClock', 'pauses', 'PauseClock', '暂停计时', 'Let the clock stand still, to a day'),
  on('resumeClock', 'resumptions', 'ResumeClock', '恢复计时', 'Let the clock go on'),
  on('discloseEnquiry', 'disclosures', 'DiscloseEnquiry', '向申请人公开', 'Hand over what was asked for'),
  on(
    'settlePromotion',
    'promotions',
    'SettlePromotion',
    '列入公开目录或事项',
    'Make it a row or an item, or not',
  ),
  on('fileComplaint', 'complaints', 'FileComplaint', '申诉', 'Complain about the decision', true),
  on('decideComplaint', 'complaint-decisions', 'DecideComplaint', '处理申诉', 'Decide on a complaint'),
  on('recordVisit', 'visits', 'RecordVisit', '登记接待', 'Write down a visit about a case'),
];
