import type { DigestEvent } from '../../domain/alert/digest-events.ts';
import type { RobotEvent } from '../../domain/alert/robot-registry.ts';
import type { CalendarEvent } from '../../domain/calendar/state.ts';
import type { DeliveryEvent } from '../../domain/display/delivery-commands.ts';
import type { DisplayEvent } from '../../domain/display/events.ts';
import type { LedgerEvent } from '../../domain/duty/events.ts';
import type { TallyEvent } from '../../domain/duty/tally.ts';
import type { MailboxEvent } from '../../domain/mailbox/mailbox.ts';
import type { SealEvent } from '../../domain/seal/seal.ts';
import { said, type Words } from './asyncapi-words.ts';

/** What the events say by which duties, displays and reminders run. */
export const DISPLAY = {
  DisplayRegistered: said('登记公示屏', 'A display was registered'),
  DisplayChanged: said('修改公示屏', 'A display was changed'),
  SecretRotated: said('更换公示屏密钥', 'The secret of a display was rotated'),
  DisplayDisabled: said('停用公示屏', 'A display was switched off'),
  DisplayEnabled: said('启用公示屏', 'A display was switched on'),
  DeliveriesFailing: said('公示屏接收失败', 'A display cannot be reached'),
  DeliveriesRecovered: said('公示屏恢复接收', 'A display can be reached again'),
  DisplayTestRequested: said('发送测试通知', 'A test message was asked for'),
  DisplayTestAnswered: said('测试通知有结果', 'A test message was answered, or not'),
  DisplayChallengeRequested: said('核对接收端', 'The receiver is to be asked whether it wants notices'),
  DisplayChallengeAnswered: said('接收端核对有结果', 'The receiver answered the challenge, or not'),
  ResendRequested: said('要求重发', 'Notices were asked for again'),
} as const satisfies Words<DisplayEvent>;

export const DELIVERY = {
  DeliveryPlanned: said('安排发送通知', 'A notice is to be sent to a display'),
  DeliverySuperseded: said('由更新的通知代替', 'A newer notice takes its place'),
  DeliverySucceeded: said('通知已送达', 'The display took the notice'),
  DeliveryFailed: said('通知发送失败', 'An attempt failed'),
  DeliveryRetryDue: said('到时重发', 'The time of the next attempt has come'),
  DeliveryExhausted: said('不再重发', 'Nothing more is tried'),
  DeliveryDropped: said('取消发送', 'The display takes no notices at present'),
  DeliveryPostponed: said('排队等候', 'It has to wait its turn'),
  DeliveryResendRequested: said('要求重发通知', 'It was asked for again'),
  DeliveryResent: said('通知已重发', 'It was sent again'),
} as const satisfies Words<DeliveryEvent>;

export const LEDGER = {
  PeriodOpened: said('开启本期台账', 'The ledger of a period was opened'),
  DutiesAdded: said('增加公开义务', 'Duties were added'),
  DutiesDropped: said('取消公开义务', 'Duties were dropped with their rows'),
  DutyArose: said('产生公开义务', 'A duty arose'),
  DutyMoved: said('公开期限变动', 'A due day moved'),
  DutyMet: said('履行公开义务', 'Duties were met'),
  RowDisclosed: said('目录行有公开', 'Something was disclosed under a row'),
  DutyReopened: said('公开义务重新待办', 'What an item had met is open again'),
  DutyWaived: said('免除公开义务', 'A duty was waived'),
  WaiverEnded: said('免除到期', 'A waiver ended'),
  DutyAcknowledged: said('已知悉公开义务', 'A duty was acknowledged'),
  DutySnoozed: said('暂缓提醒', 'Reminders of a duty were put off'),
  DutyDueSoon: said('公开义务即将到期', 'Duties are due soon'),
  DutyOverdue: said('公开义务逾期', 'Duties are overdue'),
  DutyEscalated: said('逾期上报', 'Overdue duties were put to the superior'),
  AlertsPostponed: said('提醒顺延', 'Reminders were moved off a holiday'),
  ArrearsNoted: said('记入以前各期欠账', 'An earlier period is still owed'),
  ChannelsNoted: said('记入公开载体', 'Carriers were noted'),
  DutiesRested: said('组织暂停，公开义务中止', 'What is owed was excused while the organisation rests'),
  DutiesResumed: said('组织恢复，公开义务恢复', 'What is owed is owed again'),
  AnswerNoted: said('记入答复用时', 'The time an answer took was noted'),
  PeriodClosed: said('本期台账结账', 'The ledger of a period was closed'),
} as const satisfies Words<LedgerEvent>;

export const TALLY = {
  TallyBegun: said('开始汇总', 'Summing up a period began'),
  OpeningPlanned: said('已安排开启台账', 'The opening of ledgers was handed out'),
  PeriodTallied: said('完成汇总', 'The sums of a period changed'),
  TallyUnchanged: said('汇总无变化', 'The sums of a period did not change'),
} as const satisfies Words<TallyEvent>;

export const CALENDAR = {
  DaysEdited: said('修改工作日历', 'Working days were edited'),
  DaysReset: said('恢复工作日历', 'Working days were reset'),
  TermsSet: said('设置学期', 'School terms were set'),
} as const satisfies Words<CalendarEvent>;

export const DIGEST = {
  AlertNoted: said('记入提醒', 'Something was noted for a reminder'),
  DigestPostponed: said('提醒改期', 'A reminder was moved out of quiet hours'),
  DigestDue: said('提醒待发送', 'A reminder is to go out'),
  DigestRetryDue: said('提醒待重发', 'A reminder is to be tried again'),
  DigestTried: said('正在发送提醒', 'A sender took a reminder on'),
  DigestSent: said('提醒已发送', 'A reminder went out'),
  DigestFailed: said('提醒发送失败', 'A reminder did not get out'),
  DigestGivenUp: said('提醒未能送达', 'A reminder was given up'),
  DigestLapsed: said('提醒已过时', 'The day of a reminder has passed'),
  DigestRead: said('提醒已阅', 'A reminder was read'),
} as const satisfies Words<DigestEvent>;

export const ROBOT = {
  RobotRegistered: said('登记群机器人', 'A group robot was registered'),
  RobotRemoved: said('移除群机器人', 'A group robot was removed'),
} as const satisfies Words<RobotEvent>;

export const SEAL = {
  HeadsSealed: said('封存当日记录', 'What changed was sealed, or the seals of those below were'),
} as const satisfies Words<SealEvent>;

export const MAILBOX = {
  MailboxOpened: said('启用意见邮箱', 'A mailbox for opinions was opened'),
  MailboxSecretRotated: said('更换意见邮箱密钥', 'The secret of a mailbox was rotated'),
  MailboxClosed: said('停用意见邮箱', 'A mailbox was closed'),
} as const satisfies Words<MailboxEvent>;
