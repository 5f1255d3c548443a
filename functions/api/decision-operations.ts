import type { DecisionCommandType } from '../../domain/decision/commands.ts';
import { ORGANISATION } from './addresses.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const DECISIONS = `${ORGANISATION}/decisions`;

const on = posted<DecisionCommandType>(
  'decision',
  `${DECISIONS}/{decision}`,
  async () => (await import('../../domain/decision/commands.ts')).decisionCommands,
);

/** What people may do about decisions; `TimePassed` is the system's own. */
export const DECISION_OPERATIONS: readonly CommandOperation[] = [
  {
    ...on('openDecision', 'OpenDecision', '', '提出重大事项', 'Put a matter forward for a decision'),
    path: DECISIONS,
    creates: `${DECISIONS}/{id}`,
  },
  on(
    'giveNotice',
    'GiveNotice',
    '/notice',
    '事先预告',
    'Give notice of the meeting; from here on its audience sees it',
  ),
  on(
    'recordDeliberation',
    'RecordDeliberation',
    '/deliberation',
    '登记会前酝酿',
    'Record a deliberation before the meeting',
  ),
  on(
    'recordRound',
    'RecordRound',
    '/rounds',
    '登记一轮征求意见',
    'Record a round of consultation with what was said',
  ),
  on(
    'publiciseDecision',
    'Publicise',
    '/publicity',
    '决策前公示',
    'Make the matter public before it is decided on',
  ),
  on('recordMeeting', 'RecordMeeting', '/meeting', '登记会议讨论', 'Record the meeting and what it came to'),
  on(
    'recordVote',
    'RecordVote',
    '/vote',
    '登记票决结果，无记名的只记总数',
    'Record the vote; of a secret ballot its totals only',
  ),
  on(
    'discloseResult',
    'DiscloseResult',
    '/disclosure',
    '以公开事项公示结果',
    'Name the item that disclosed the result',
  ),
  on('assignAction', 'AssignAction', '/actions', '分工落实', 'Say what has to be done, by whom, and by when'),
  on(
    'reportAction',
    'ReportAction',
    '/reports',
    '报告落实情况（责任人、经办人）',
    'Report on an action, by whoever has to do it or the office',
  ),
  on(
    'confirmImplemented',
    'ConfirmImplemented',
    '/implementation',
    '确认落实',
    'Confirm that the decision was carried out',
  ),
  on(
    'skipStep',
    'SkipStep',
    '/skips',
    '跳过一步，说明理由（领导）',
    'Leave a step out, with a reason, by those who approve',
  ),
  on(
    'withdrawDecision',
    'WithdrawDecision',
    '/withdrawal',
    '撤回尚未决定的事项',
    'Withdraw a matter that has not been decided on',
  ),
];
