import type { ActivityCommandType } from '../../domain/activity/commands.ts';
import { ORGANISATION } from './addresses.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const ACTIVITY = `${ORGANISATION}/activities/{activity}`;
const creates = `${ORGANISATION}/activities/{id}`;

const on = posted<ActivityCommandType>(
  'activity',
  '',
  async () => (await import('../../domain/activity/commands.ts')).activityCommands,
);

export const ACTIVITY_OPERATIONS: readonly CommandOperation[] = [
  {
    ...on(
      'recordActivity',
      'RecordActivity',
      `${ORGANISATION}/activities`,
      '登记已举行的会议、培训、宣传、文件查阅和党员活动',
      'Record a meeting, a training, publicity, a reading or an activity that was held',
    ),
    creates,
  },
  {
    ...on(
      'planReception',
      'PlanReception',
      `${ORGANISATION}/reception-days`,
      '安排领导接待日，可以预约',
      'Plan a reception day, for people to book',
    ),
    creates,
  },
  {
    ...on(
      'bookReception',
      'BookReception',
      `${ACTIVITY}/bookings`,
      '预约接待时段；未登录的凭查询码到场',
      'Book a time; whoever has not signed in gets a receipt to come with',
    ),
    aggregate: 'booking',
    anonymous: true,
  },
  on(
    'recordAttendance',
    'RecordAttendance',
    `${ACTIVITY}/attendance`,
    '登记预约人是否到访',
    'Record whether somebody who had booked came',
  ),
  on(
    'withdrawActivity',
    'WithdrawActivity',
    `${ACTIVITY}/withdrawal`,
    '撤销活动记录或取消接待日',
    'Withdraw a record, or call a reception day off',
  ),
];
