import type { CircularCommandType, ReceiptCommandType } from '../../domain/circular/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const CIRCULARS = `${ORGANISATION}/circulars`;
const RECEIVED = `${ORGANISATION}/received-circulars/{issuer}/{circular}`;

const commands = () => import('../../domain/circular/commands.ts');
const circularBody = (command: CircularCommandType) =>
  lazily(async () => (await commands()).circularCommands[command]);

const answered = posted<ReceiptCommandType>(
  'receipt',
  RECEIVED,
  async () => (await commands()).receiptCommands,
);

/** What goes down to those below, and what they do with it. */
export const CIRCULAR_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'issueCircular',
    method: 'POST',
    path: CIRCULARS,
    zh: '向下级组织下发文件、通知',
    en: 'Send a document to organisations below',
    aggregate: 'circular',
    command: 'IssueCircular',
    body: circularBody('IssueCircular'),
    creates: `${CIRCULARS}/{id}`,
  },
  {
    id: 'withdrawCircular',
    method: 'POST',
    path: `${CIRCULARS}/{circular}/withdrawal`,
    zh: '撤回通知',
    en: 'Withdraw a circular',
    aggregate: 'circular',
    command: 'WithdrawCircular',
    body: circularBody('WithdrawCircular'),
  },
  answered('readCircular', 'ReadCircular', '/readings', '已阅（本人）', 'Say that one has read it'),
  answered('receiveCircular', 'ReceiveCircular', '/receipt', '签收（经办人）', 'Receive it (the office)'),
  answered(
    'reportCircularDone',
    'ReportCircularDone',
    '/completion',
    '报告任务办结（经办人）',
    'Report its task as done (the office)',
  ),
];
