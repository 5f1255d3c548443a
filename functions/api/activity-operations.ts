import type { ActivityCommandType } from '../../domain/activity/commands.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const ORGANISATION = '/v1/organisations/{organisation}';
const ACTIVITY = `${ORGANISATION}/activities/{activity}`;
const creates = `${ORGANISATION}/activities/{id}`;

const on = (
  id: string,
  path: string,
  command: ActivityCommandType,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method: 'POST',
  path,
  zh,
  en,
  aggregate: 'activity',
  command,
  body: lazily(async () => (await import('../../domain/activity/commands.ts')).activityCommands[command]),
});

export const ACTIVITY_OPERATIONS: readonly CommandOperation[] = [
  {
    ...on(
      'recordActivity',
      `${ORGANISATION}/activities`,
      'RecordActivity',
      '登记已举行的会议、培训、宣传、文件查阅和党员活动',
      'Record a meeting, a training, publicity, a reading or an activity that was held',
    ),
    creates,
  },
  {
    ...on(
      'planReception',
      `${ORGANISATION}/reception-days`,
      'PlanReception',
      '安排领导接待日，可以预约',
      'Plan a reception day, for people to book',
    ),
    creates,
  },
  {
    ...on(
      'bookReception',
      `${ACTIVITY}/bookings`,
      'BookReception',
      '预约接待时段；未登录的凭查询码到场',
      'Book a time; whoever has not signed in gets a receipt to come with',
    ),
    aggregate: 'booking',
    anonymous: true,
  },
  on(
    'recordAttendance',
    `${ACTIVITY}/attendance`,
    'RecordAttendance',
    '登记预约人是否到访',
    'Record whether somebody who had booked came',
  ),
  on(
    'withdrawActivity',
    `${ACTIVITY}/withdrawal`,
    'WithdrawActivity',
    '撤销活动记录或取消接待日',
    'Withdraw a record, or call a reception day off',
  ),
];
