import type { ReportCommandType } from '../../domain/report/commands.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const on = (
  id: string,
  command: ReportCommandType,
  place: string,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method: 'POST',
  path: `/v1/organisations/{organisation}/reports/{period}${place}`,
  zh,
  en,
  aggregate: 'report',
  command,
  body: lazily(async () => (await import('../../domain/report/commands.ts')).reportCommands[command]),
});

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
