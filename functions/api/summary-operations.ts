import type { FilingCommandType } from '../../domain/summary/filing-commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const FILINGS = `${ORGANISATION}/filings`;
const RECEIVED = `${ORGANISATION}/received-filings/{unit}/{filing}`;

const on = (
  id: string,
  command: FilingCommandType,
  path: string,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method: 'POST',
  path,
  zh,
  en,
  aggregate: 'filing',
  command,
  body: lazily(async () => (await import('../../domain/summary/filing-commands.ts')).filingCommands[command]),
  ...(path.startsWith(FILINGS) && { creates: `${FILINGS}/{id}` }),
});

/** What is filed upward, and the receipt for it. */
export const FILING_OPERATIONS: readonly CommandOperation[] = [
  on('fileSummary', 'FileSummary', `${FILINGS}/summaries`, '报送年度总结', 'File the summary of a year'),
  on('fileSpecialReport', 'FileSpecialReport', FILINGS, '报送专题报告', 'File a special report'),
  on(
    'acknowledgeFiling',
    'AcknowledgeFiling',
    `${RECEIVED}/acknowledgement`,
    '签收下级报送（上级）',
    'Acknowledge what was filed (the superior)',
  ),
  on(
    'returnFiling',
    'ReturnFiling',
    `${RECEIVED}/return`,
    '退回补充（上级）',
    'Send back what was filed (the superior)',
  ),
];
