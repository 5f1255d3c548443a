import type { Timing } from '../../domain/catalogue/row.ts';
import type { Audience } from '../../domain/kernel/audience.ts';
import type { FindingKind } from '../../domain/screening/finding.ts';

/** How the pages call things that the domain has in English only. */
export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  named: '特定对象',
  party: '党内',
  unit: '本单位',
  public: '社会',
};

export const AUDIENCE_HINTS: Readonly<Record<Audience, string>> = {
  named: '只有所列人员可以查看',
  party: '本单位党员',
  unit: '本单位党员和教职工',
  public: '任何人，不必登录',
};

export const TIMING_NAMES: Readonly<Record<Timing, string>> = {
  standing: '长期',
  periodic: '定期',
  staged: '分期',
  prompt: '即时',
};

export const FINDING_NAMES: Readonly<Record<FindingKind, string>> = {
  'resident-id': '居民身份证号',
  mobile: '手机号码',
  landline: '固定电话',
  'bank-card': '银行卡号',
  address: '详细住址',
};
