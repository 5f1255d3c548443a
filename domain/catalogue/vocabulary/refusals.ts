import { type RefusalTable, refuser } from '../../kernel/refusal.ts';

export const VOCABULARY_REFUSALS = {
  'vocabulary-not-permitted': {
    kind: 'forbidden',
    zh: '形式和类别由区党务公开办公室增减。',
    en: 'Forms and classes are kept by the office of the district.',
  },
  'word-taken': {
    kind: 'rule',
    zh: '“{name}”已是“{form}”的名称或别名。',
    en: '{name} is a name of {form} already.',
  },
  'word-unknown': {
    kind: 'unknown',
    zh: '表中没有“{name}”。',
    en: 'There is no {name} in the vocabulary.',
  },
  'form-display-offline': {
    kind: 'rule',
    zh: '能在公开栏页面或公示屏显示的形式，须由本系统公开。',
    en: 'A form that shows on pages or displays is one that this system carries.',
  },
  'class-open': {
    kind: 'rule',
    zh: '“{name}”留给自选内容，不能取消。',
    en: '{name} is where self-chosen content goes; it cannot be retired.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(VOCABULARY_REFUSALS);
