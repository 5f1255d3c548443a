import { DEFAULT_DUTY_RULES } from '../../../../domain/duty/rules.ts';
import type { DutyRules } from '../../../../domain/duty/rules-schema.ts';

/** What the sample's organisations owe by the district's rules, and what they say under it. */
interface OwedRows {
  readonly quarterly: readonly string[];
  readonly halfYearly: readonly string[];
  /** Half-yearly as well, but there is nothing to tell of (零报告). */
  readonly empty: readonly string[];
}

export const OWED: Readonly<Record<'committee' | 'branch', OwedRows>> = {
  committee: {
    quarterly: ['c-15', 'c-24'],
    halfYearly: ['c-05', 'c-09', 'c-11', 'c-16', 'c-28'],
    empty: [...['c-04', 'c-10', 'c-12', 'c-14', 'c-17', 'c-18'], ...['c-22', 'c-25', 'c-26', 'c-29', 'c-30']],
  },
  branch: {
    quarterly: ['b-10', 'b-17'],
    halfYearly: ['b-05', 'b-13', 'b-21'],
    empty: ['b-04', 'b-09', 'b-11', 'b-12', 'b-14', 'b-18', 'b-19', 'b-22'],
  },
};

/** Most rows twice a year; Party fees, and what members and staff had to say, each quarter. */
export const SAMPLE_DUTY_RULES: DutyRules = {
  ...DEFAULT_DUTY_RULES,
  cadence: 'half-year',
  rowCadence: Object.fromEntries(
    Object.values(OWED).flatMap(({ quarterly }) => quarterly.map((row) => [row, 'quarter' as const])),
  ),
};

/** What is told under a row that people ask about; other rows have a sentence in common. */
export const TEXTS: Readonly<Record<string, string>> = {
  'c-15':
    '本季度党费按月足额收缴，已上缴上级党组织；留存部分用于主题党日和走访慰问，收支明细在党员大会上宣读，可到办公室查阅。',
  'c-24':
    '本季度收到党员群众意见建议若干条，均已登记、交办并在规定期限内答复；采纳的意见已列入工作安排，未采纳的逐条说明了理由。',
  'c-28':
    '领导班子成员履行“一岗双责”，本季度开展廉政谈话和节前提醒，重点检查食堂、基建和招生三个环节，发现的问题已整改。',
  'b-10': '本季度党费按月足额收缴并上缴，留存部分用于主题党日和走访慰问，收支明细已在党员大会上宣读。',
  'b-17':
    '教职工代表大会听取了学校工作和经费收支情况的报告，代表提出的提案已分工办理，办理结果在教工之家公布。',
  'b-21': '支部书记与班子成员签订责任书，本期开展节前廉政提醒和师德专题学习，未发现违纪违规问题。',
};
export const TEXT_IN_COMMON =
  '按照公开目录的要求，现将有关情况予以公开，请党员和教职工监督。详细材料存党务公开办公室，可以查阅。';
