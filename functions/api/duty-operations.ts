import type { dutyCommands } from '../../domain/duty/commands-schema.ts';
import { ORGANISATION } from './addresses.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const LEDGER = `${ORGANISATION}/ledgers/{period}`;

const on = posted<keyof typeof dutyCommands>(
  'ledger',
  LEDGER,
  async () => (await import('../../domain/duty/commands-schema.ts')).dutyCommands,
);

/**
 * What people may ask of a ledger. Duties stand in the body: the id of one may be the name of a stage, which is free
 * text and has no place in a path.
 */
export const DUTY_OPERATIONS: readonly CommandOperation[] = [
  on(
    'recordOccurrence',
    'RecordOccurrence',
    '/occurrences',
    '登记即时公开事项的发生',
    'Record an occurrence',
  ),
  on(
    'confirmStanding',
    'ConfirmStanding',
    '/confirmations',
    '长期公开事项年度确认',
    'Confirm that a standing row is still right',
  ),
  on(
    'waiveDuty',
    'WaiveDuty',
    '/waivers',
    '批准免予公开（上级党务公开办公室）',
    'Excuse a duty (office of the superior)',
  ),
  on(
    'endWaiver',
    'EndWaiver',
    '/waiver-endings',
    '撤销免予公开（上级党务公开办公室）',
    'Take an excuse back',
  ),
  on(
    'acknowledgeDuty',
    'AcknowledgeDuty',
    '/acknowledgements',
    '认领待公开事项',
    'Say that it is being seen to',
  ),
  on('snoozeDuty', 'SnoozeDuty', '/snoozes', '推迟到期前的提醒', 'Put off what is said before the due day'),
];
