import type { ReportCommandType } from '../../domain/report/commands.ts';
import { ORGANISATION } from './addresses.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const on = posted<ReportCommandType>(
  'report',
  `${ORGANISATION}/reports/{period}`,
  async () => (await import('../../domain/report/commands.ts')).reportCommands,
);

export const REPORT_OPERATIONS: readonly CommandOperation[] = [
  on('sendReport', 'SendReport', '', '向上级报告意见建议情况', 'Report to the superior how opinions fared'),
  on(
    'acknowledgeReport',
    'AcknowledgeReport',
    '/acknowledgement',
    '签收下级报告（上级党务公开办公室）',
    'Acknowledge a report (office of the superior)',
  ),
];
