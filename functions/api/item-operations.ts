import type { ItemCommandType } from '../../domain/item/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const ITEMS = `${ORGANISATION}/items`;

const bodyOf = (command: ItemCommandType) =>
  lazily(async () => (await import('../../domain/item/commands.ts')).itemCommands[command]);

const on = (
  id: string,
  command: ItemCommandType,
  place: string,
  zh: string,
  en: string,
  method: CommandOperation['method'] = 'POST',
): CommandOperation => ({
  id,
  method,
  path: `${ITEMS}/{item}/${place}`,
  zh,
  en,
  aggregate: 'item',
  command,
  body: bodyOf(command),
});

/** The commands of an item that people may issue; `ScreenItem` and `TimePassed` are the system's own. */
export const ITEM_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'proposeItem',
    method: 'POST',
    path: ITEMS,
    zh: '提出公开事项（拟稿）',
    en: 'Propose an item (a draft)',
    aggregate: 'item',
    command: 'ProposeItem',
    body: bodyOf('ProposeItem'),
    creates: `${ITEMS}/{id}`,
  },
  on('amendItem', 'AmendItem', 'draft', '修改拟稿', 'Change the draft', 'PUT'),
  on('submitItem', 'SubmitItem', 'submission', '提交审核', 'Submit for review'),
  on('maskFinding', 'MaskFinding', 'maskings', '遮盖一处疑似个人信息', 'Mask what looks like personal data'),
  on('justifyFinding', 'JustifyFinding', 'justifications', '说明一处为何可以公开', 'Justify a finding'),
  on('returnItem', 'ReturnItem', 'returns', '退回修改', 'Return with a reason'),
  on(
    'reviewItem',
    'ReviewItem',
    'reviews',
    '审核（五项意见与保密审查）',
    'Review: five verdicts and secrecy',
  ),
  on('consultMembers', 'ConsultMembers', 'consultations', '征求意见', 'Consult members'),
  on(
    'answerConsultation',
    'AnswerConsultation',
    'consultation-answers',
    '回复征求意见',
    'Answer a consultation',
  ),
  on('approveItem', 'ApproveItem', 'approvals', '审批', 'Pass the next step of approval'),
  on('escalateItem', 'EscalateItem', 'escalations', '提请上级审批', 'Put it to the superior organisation'),
  on('withdrawItem', 'WithdrawItem', 'withdrawals', '撤下', 'Withdraw'),
  on('recordProof', 'RecordProof', 'proofs', '登记线下公开凭证', 'Record the proof of an offline disclosure'),
  on('recordProgress', 'RecordProgress', 'progress-entries', '登记进展', 'Record progress'),
  on('completeStage', 'CompleteStage', 'completed-stages', '登记阶段完成', 'Complete a stage'),
  on('reviseItem', 'ReviseItem', 'revisions', '修订后再公开', 'Revise and disclose again'),
  on('closeItem', 'CloseItem', 'closing', '办结', 'Close'),
];
