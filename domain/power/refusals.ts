import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const POWER_REFUSALS = {
  'power-unknown': {
    kind: 'unknown',
    zh: '权力清单中没有这一项：{power}。',
    en: 'The register holds no such entry: {power}.',
  },
  'power-holder-unknown': {
    kind: 'rule',
    zh: '本组织名册中没有这个人，请先登记：{person}。',
    en: 'Nobody of this id is on the roster: {person}.',
  },
  'power-twice': {
    kind: 'rule',
    zh: '同一主体名下已有这一事项：{power}。',
    en: 'The same holder has an entry of that name already: {power}.',
  },
  'register-incomplete': {
    kind: 'rule',
    zh: '权力清单须包括领导集体和领导干部个人两个层面，还缺：{missing}。',
    en: 'The register has two levels, collective and per leader; one is missing: {missing}.',
  },
  'register-unchanged': {
    kind: 'rule',
    zh: '清单与第 {version} 版没有差别，公开范围也相同。',
    en: 'The register does not differ from version {version}, nor does its audience.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(POWER_REFUSALS);
