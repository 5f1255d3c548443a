import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const PROFILE_REFUSALS = {
  'phone-not-of-office': {
    kind: 'rule',
    zh: '只能公开办公电话（固定电话或服务热线），不得填写手机号码。',
    en: 'Only the telephone of an office may be disclosed: a landline or a service number, no mobile.',
  },
  'profile-personal-data': {
    kind: 'rule',
    zh: '文字中含有身份证号、手机号码或银行卡号，不得公开，请删去。',
    en: 'The text holds a resident ID, mobile or bank card number. It may not be disclosed; remove it.',
  },
  'leader-unknown': {
    kind: 'rule',
    zh: '人员“{person}”不在本组织名册中。',
    en: 'Person “{person}” is not on the roster of this organisation.',
  },
  'basis-repeated': {
    kind: 'rule',
    zh: '依据“{basis}”的编号或文号重复。',
    en: 'The id or document number of basis “{basis}” stands twice in the list.',
  },
  'basis-cited': {
    kind: 'rule',
    zh: '依据“{basis}”仍被方案或目录行引用，不能删去。',
    en: 'Basis “{basis}” is still cited by the scheme or by a row; it cannot be removed.',
  },
  'basis-unknown': {
    kind: 'rule',
    zh: '依据清单中没有“{basis}”。',
    en: 'There is no basis “{basis}” in the list.',
  },
  'scheme-without-reason': {
    kind: 'rule',
    zh: '修订方案须说明修订原因。',
    en: 'Say why the scheme is changed.',
  },
  'statistics-do-not-add-up': {
    kind: 'rule',
    zh: '分项之和与党员总数 {total} 人不符：{sums}。',
    en: 'The parts do not add up to {total} members: {sums}.',
  },
  'statistics-from-the-future': {
    kind: 'rule',
    zh: '统计截止日期不能晚于今天（{today}）。',
    en: 'Statistics cannot be of a day after today ({today}).',
  },
  'statistics-older': {
    kind: 'rule',
    zh: '已有截至 {asOf} 的统计，不能再登记更早的。',
    en: 'There are statistics as of {asOf} already; older ones are not taken.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(PROFILE_REFUSALS);
