import type { ActivityEvent } from '../../domain/activity/events.ts';
import type { CampaignEvent } from '../../domain/campaign/state.ts';
import { said, type Words } from './asyncapi-words.ts';

export const ACTIVITY = {
  ActivityRecorded: said('登记活动', 'Something that was held was recorded'),
  ReceptionPlanned: said('安排领导接待日', 'A reception day was planned'),
  ReceptionBooked: said('预约接待', 'A time of a reception day was booked'),
  AttendanceRecorded: said('登记到访情况', 'It was recorded whether somebody who had booked came'),
  ActivityWithdrawn: said('撤销活动', 'An activity was withdrawn'),
} as const satisfies Words<ActivityEvent>;

export const CAMPAIGN = {
  CampaignPlanned: said('下达推进部署', 'A campaign was planned'),
  StageMoved: said('调整阶段日期', 'A stage of a campaign was given other dates'),
  StageEnded: said('阶段结束', 'A stage of a campaign ended'),
  StageUrged: said('督促未跟上的单位', 'Those behind with a stage were urged'),
  CampaignWithdrawn: said('撤销推进部署', 'A campaign was withdrawn'),
  LadderStepReached: said('到达提醒台阶', 'A step of the ladder of reminders was reached'),
} as const satisfies Words<CampaignEvent>;
