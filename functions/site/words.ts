import type { DocumentTypes } from '../../domain/catalogue/document-types.ts';
import type { CatalogueRow, Timing } from '../../domain/catalogue/row.ts';
import type { AttemptKind } from '../../domain/display/attempt-log.ts';
import type { AttemptOutcome, DisplayCard } from '../../domain/display/card.ts';
import type { NoticeType } from '../../domain/display/delivery-commands.ts';
import type { DeliveryStatus } from '../../domain/display/delivery-state.ts';
import { FLAWS, type Flaw } from '../../domain/item/flaw.ts';
import type { Tense } from '../../domain/item/state.ts';
import { BASES, WITHHOLDING_GROUNDS } from '../../domain/item/vocabulary.ts';
import type { Audience } from '../../domain/kernel/audience.ts';
import { MATTERS } from '../../domain/organisation/policy.ts';
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

const TIMING_NAMES: Readonly<Record<Timing, string>> = {
  standing: '长期',
  periodic: '定期',
  staged: '分期',
  prompt: '即时',
};

export const TIMING_CHOICES = Object.entries(TIMING_NAMES).map(([value, name]) => ({ value, name }));

/** What has become of the work itself (LY-16). */
export const TENSES: Readonly<Record<Tense, string>> = {
  planned: '将要做',
  'under-way': '正在做',
  done: '已做完',
};

export const FINDING_NAMES: Readonly<Record<FindingKind | Flaw, string>> = {
  ...FLAWS,
  'resident-id': '居民身份证号',
  mobile: '手机号码',
  landline: '固定电话',
  'bank-card': '银行卡号',
  address: '详细住址',
};

export const NOTICE_NAMES: Readonly<Record<NoticeType, string>> = {
  'notice.released': '公开',
  'notice.updated': '更新',
  'notice.withdrawn': '撤下',
};

export const DELIVERY_STATUS_NAMES: Readonly<Record<DeliveryStatus, string>> = {
  pending: '发送中',
  succeeded: '已送达',
  exhausted: '未送达，不再重试',
  dropped: '已取消发送',
};

export const ATTEMPT_KIND_NAMES: Readonly<Record<AttemptKind, string>> = {
  notice: '通知',
  resend: '重发',
  test: '测试',
  challenge: '地址验证',
};

export const ATTEMPT_OUTCOME_NAMES: Readonly<Record<AttemptOutcome, string>> = {
  succeeded: '成功',
  failed: '失败',
};

/** Why a display was switched off. */
export const DISABLED_CAUSES: Readonly<Record<NonNullable<DisplayCard['disabledFor']>, string>> = {
  'by-hand': '已由经办人停用',
  gone: '接收端答复该地址已不存在（HTTP 410），已自动停用',
  failing: '通知连续多日送不到，已自动停用',
};

export const choicesOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, name]) => ({ value, name }));

export const typeChoices = (types: DocumentTypes) =>
  types.map(({ id, name, retired }) => ({ value: id, name: retired ? `${name}（已停用）` : name }));
export const BASIS_CHOICES = choicesOf(BASES);
export const MATTER_CHOICES = choicesOf(MATTERS);
export const GROUND_CHOICES = choicesOf(WITHHOLDING_GROUNDS);

/** A row's attributes as the catalogue prints them. */
export const formsOf = ({ formsText, forms }: Pick<CatalogueRow, 'formsText' | 'forms'>): string =>
  formsText ?? (forms.length > 0 ? forms.join('、') : '未规定');

/** The official catalogue calls the widest audience 党内外. */
export const scopeOf = ({ audience, origin }: Pick<CatalogueRow, 'audience' | 'origin'>): string => {
  if (!audience) return '未规定';
  return audience === 'public' && origin === 'template' ? '党内外' : AUDIENCE_NAMES[audience];
};

export const timingOf = ({ timing }: Pick<CatalogueRow, 'timing'>): string =>
  timing ? TIMING_NAMES[timing] : '未规定';
