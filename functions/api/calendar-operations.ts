import type { CalendarCommand } from '../../domain/calendar/calendar.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const CALENDAR = `${ORGANISATION}/calendar`;

const bodyOf = (command: CalendarCommand['type']) =>
  lazily(async () => (await import('../../domain/calendar/commands.ts')).calendarCommands[command]);

/** The district has the only calendar. */
export const CALENDAR_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'editDays',
    method: 'POST',
    path: `${CALENDAR}/days`,
    zh: '调整工作日（区党务公开办公室）',
    en: 'Say of days whether they are worked (office of the district)',
    aggregate: 'calendar',
    command: 'EditDays',
    body: bodyOf('EditDays'),
  },
  {
    id: 'resetDays',
    method: 'POST',
    path: `${CALENDAR}/day-resets`,
    zh: '恢复国家规定的工作日安排',
    en: 'Take edits of days back',
    aggregate: 'calendar',
    command: 'ResetDays',
    body: bodyOf('ResetDays'),
  },
  {
    id: 'setTerms',
    method: 'PUT',
    path: `${CALENDAR}/terms`,
    zh: '设定学期',
    en: 'Set the school terms',
    aggregate: 'calendar',
    command: 'SetTerms',
    body: bodyOf('SetTerms'),
  },
];
