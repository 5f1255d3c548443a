import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const EVALUATION_REFUSALS = {
  'standard-retroactive': {
    kind: 'rule',
    zh: '考评标准只能自本季度（{period}）或以后的季度起施行，不得追溯。',
    en: 'A standard holds from this quarter ({period}) or a later one on; it never reaches back.',
  },
  'standard-out-of-order': {
    kind: 'rule',
    zh: '已有标准自 {period} 起施行，新标准不得早于它。',
    en: 'A standard from {period} on was published already; a new one must not begin earlier.',
  },
  'round-opened': {
    kind: 'rule',
    zh: '本年度考评已经启动。',
    en: 'The appraisal of this year is open already.',
  },
  'round-unknown': {
    kind: 'unknown',
    zh: '本年度考评尚未启动。',
    en: 'The appraisal of this year has not been opened.',
  },
  'round-without-units': {
    kind: 'rule',
    zh: '本组织没有下级单位，无需组织考评。',
    en: 'There are no units below to appraise.',
  },
  'round-day-past': {
    kind: 'rule',
    zh: '自评截止日期应在今天之后。',
    en: 'The last day of self-appraisal must lie ahead.',
  },
  'round-unfinished': {
    kind: 'rule',
    zh: '还有 {count} 个单位未评定或异议未答复，不能公布结果。',
    en: '{count} units have no appraisal, or an objection without an answer; results cannot be disclosed.',
  },
  'round-item-undisclosed': {
    kind: 'rule',
    zh: '考评结果须以已向社会公开的事项公布：没有这个事项，或尚未向社会公开。',
    en: 'Results are disclosed by an item: there is no such item, or it has not been disclosed to society.',
  },
  'round-disclosed': {
    kind: 'rule',
    zh: '本年度考评结果已经公布。',
    en: 'The results of this year were disclosed already.',
  },
  'assessment-not-asked': {
    kind: 'rule',
    zh: '本单位不在本年度考评范围内。',
    en: 'This unit is not part of the appraisal of this year.',
  },
  'assessment-made': {
    kind: 'rule',
    zh: '上级已经评定，不能再改。',
    en: 'The superior has appraised already.',
  },
  'assessment-self-awaited': {
    kind: 'rule',
    zh: '请等待单位自评，至迟 {until}；逾期未自评的，可以直接评定。',
    en: 'The unit may appraise itself until {until}; only then may it be appraised without.',
  },
  'assessment-missing': {
    kind: 'unknown',
    zh: '上级尚未评定。',
    en: 'The superior has not appraised this unit.',
  },
  'objection-made': {
    kind: 'rule',
    zh: '每个年度可以提出一次异议，已经提出过。',
    en: 'One objection a year; it was made.',
  },
  'objection-missing': { kind: 'unknown', zh: '没有待答复的异议。', en: 'There is no objection to answer.' },
  'objection-own-assessment': {
    kind: 'rule',
    zh: '异议应由评定人以外的人员答复。',
    en: 'An objection is answered by somebody other than who made the appraisal.',
  },
  'signal-not-raised': {
    kind: 'rule',
    zh: '本期没有这项提示。',
    en: 'There is no such signal in this period.',
  },
  'signal-disputed': {
    kind: 'rule',
    zh: '这项提示已经提出过异议。',
    en: 'This signal was disputed already.',
  },
  'signal-undisputed': { kind: 'unknown', zh: '没有待答复的异议。', en: 'There is no dispute to answer.' },
  'signal-answered': { kind: 'rule', zh: '这项异议已经答复。', en: 'This dispute was answered already.' },
  'evaluation-without-superior': {
    kind: 'rule',
    zh: '本组织没有上级党组织。',
    en: 'There is no superior organisation.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(EVALUATION_REFUSALS);
