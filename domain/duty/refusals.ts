import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const DUTY_REFUSALS = {
  'period-not-open': {
    kind: 'unknown',
    zh: '本单位 {period} 的公开台账尚未开启。',
    en: 'The ledger of this organisation for {period} has not been opened.',
  },
  'period-not-reached': {
    kind: 'rule',
    zh: '{period} 尚未开始，不能提前开启。',
    en: '{period} has not begun and cannot be opened yet.',
  },
  'duty-unknown': {
    kind: 'unknown',
    zh: '本期台账中没有这项公开义务。',
    en: 'There is no such duty in this ledger.',
  },
  'duty-met': { kind: 'rule', zh: '该项义务已经完成公开。', en: 'This duty has been met already.' },
  'waiver-not-permitted': {
    kind: 'forbidden',
    zh: '免予公开须由上级党务公开办公室批准，本单位不能自行批准。',
    en: 'A waiver is granted by the superior’s office, never by the organisation itself.',
  },
  'waiver-until-past': {
    kind: 'rule',
    zh: '免予公开的截止日期不能早于今天（{today}）。',
    en: 'A waiver cannot end before today ({today}).',
  },
  'waiver-absent': {
    kind: 'rule',
    zh: '该项义务没有获批免予公开。',
    en: 'No waiver has been granted for this duty.',
  },
  'occurrence-not-prompt': {
    kind: 'rule',
    zh: '该目录行不是即时公开事项，无需登记发生情况。',
    en: 'This row is not disclosed promptly, so there is no occurrence to record.',
  },
  'occurrence-in-future': {
    kind: 'rule',
    zh: '发生日期不能晚于今天（{today}）。',
    en: 'What happened cannot lie after today ({today}).',
  },
  'row-not-standing': {
    kind: 'rule',
    zh: '该目录行不是长期公开事项，须以新的公开内容更新，不能直接确认。',
    en: 'This row is not a standing one: it takes a new disclosure, a confirmation is not enough.',
  },
  'row-never-disclosed': {
    kind: 'rule',
    zh: '该目录行尚未公开过，请先公开，再作年度确认。',
    en: 'Nothing has been disclosed under this row yet; disclose it first.',
  },
  'snooze-too-late': {
    kind: 'rule',
    zh: '提醒只能推迟到到期日（{due}）之前。',
    en: 'A reminder can be put off only to a day before the due day ({due}).',
  },
  'rules-below-floor': {
    kind: 'rule',
    zh: '本单位的公开时限规定不得低于上级标准。',
    en: 'These rules may be stricter than the superior’s, never weaker.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(DUTY_REFUSALS);
