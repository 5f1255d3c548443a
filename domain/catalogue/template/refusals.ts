import { type RefusalTable, refuser } from '../../kernel/refusal.ts';

export const TEMPLATE_REFUSALS = {
  'template-not-permitted': {
    kind: 'forbidden',
    zh: '目录由区党务公开办公室下发。',
    en: 'Catalogues are published by the office of the district.',
  },
  'template-row-twice': {
    kind: 'rule',
    zh: '目录行编号重复：{row}。',
    en: 'Two rows have the same id: {row}.',
  },
  'template-form-unknown': {
    kind: 'rule',
    zh: '公开形式“{form}”不在形式表中，请先增列。',
    en: 'The vocabulary has no form {form}; add it first.',
  },
  'template-class-unknown': {
    kind: 'rule',
    zh: '“{class}”不在目录类别表中，请先增列。',
    en: 'The vocabulary has no class {class}; add it first.',
  },
  'template-unchanged': {
    kind: 'rule',
    zh: '与现行第 {version} 版没有差别，无需下发。',
    en: 'It does not differ from version {version}, which is in force.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(TEMPLATE_REFUSALS);
