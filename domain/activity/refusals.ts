import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const ACTIVITY_REFUSALS = {
  'activity-unknown': {
    kind: 'unknown',
    zh: '没有找到该项活动，或您无权查看。',
    en: 'No such activity, or not visible to you.',
  },
  'activity-exists': {
    kind: 'conflict',
    zh: '该项活动已经登记。',
    en: 'This activity is on record already.',
  },
  'activity-ahead': {
    kind: 'rule',
    zh: '活动日期在今天之后，请在举行后登记。',
    en: 'The day lies ahead: an activity is recorded once it has been held.',
  },
  'activity-kind-details': {
    kind: 'rule',
    zh: '会议须注明会议类别和范围，培训须注明培训内容；其他活动不填这两项。',
    en: 'A meeting takes its type and layer, a training its aims; other kinds take neither.',
  },
  'activity-attendance': {
    kind: 'rule',
    zh: '请填写参加人数，且不少于所列的 {named} 人。',
    en: 'Say how many took part: at least one, and no fewer than the {named} who are named.',
  },
  'activity-participant-elsewhere': {
    kind: 'rule',
    zh: '参加人员须属于本组织或下级组织。',
    en: 'Participants belong to this organisation or to one below it.',
  },
  'activity-participant-unknown': {
    kind: 'rule',
    zh: '该人员不在所属组织的名册上。',
    en: 'This person is not on the roster of that organisation.',
  },
  'activity-item-unknown': {
    kind: 'rule',
    zh: '没有找到所附的公开事项。',
    en: 'There is no such item here.',
  },
  'activity-holds-personal-data': {
    kind: 'rule',
    zh: '文字中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The text holds {count} passages that look like personal data; remove or mask them.',
  },
  'activity-withdrawn': { kind: 'rule', zh: '该项活动已经撤销。', en: 'This activity has been withdrawn.' },
  'reception-past': {
    kind: 'rule',
    zh: '接待时间须在现在之后。',
    en: 'The time lies in the past.',
  },
  'reception-host-unknown': {
    kind: 'rule',
    zh: '接待人须在本组织名册上。',
    en: 'Whoever receives is on the roster of this organisation.',
  },
  'reception-slot-unknown': {
    kind: 'rule',
    zh: '没有该接待时段。',
    en: 'There is no such time to book.',
  },
  'reception-slot-taken': {
    kind: 'conflict',
    zh: '该时段已被预约，请另选时段。',
    en: 'This time has been booked; choose another.',
  },
  'reception-booked-already': {
    kind: 'conflict',
    zh: '您已预约本次接待，每人一个时段。',
    en: 'You have booked already: one time a person.',
  },
  'reception-booking-unknown': { kind: 'unknown', zh: '没有找到该预约。', en: 'There is no such booking.' },
  'reception-ahead': {
    kind: 'rule',
    zh: '接待时段尚未开始，开始后再登记到访情况。',
    en: 'This time has not begun; record afterwards who came.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(ACTIVITY_REFUSALS);
