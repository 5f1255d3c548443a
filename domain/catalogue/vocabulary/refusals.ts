import { type RefusalTable, refuser } from '../../kernel/refusal.ts';

export const VOCABULARY_REFUSALS = {
  'vocabulary-not-permitted': {
    kind: 'forbidden',
    zh: '公开形式、类别和文种由区党务公开办公室增减。',
    en: 'Forms, classes and document types are kept by the office of the district.',
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
    zh: '能在公开栏页面、公示屏或办公系统显示的形式，须由本系统公开。',
    en: 'A form that shows on pages, displays or in office systems is one that this system carries.',
  },
  'class-open': {
    kind: 'rule',
    zh: '“{name}”留给自选内容，不能取消。',
    en: '{name} is where self-chosen content goes; it cannot be retired.',
  },
  'type-name-taken': {
    kind: 'rule',
    zh: '“{name}”已是文种“{type}”的名称，请换一个名称；已停用的，可用原编号“{type}”重新启用。',
    en: 'The document type {type} is called {name} already. Choose another name; one that was retired can be taken up again by its id.',
  },
  'public-notice-needed': {
    kind: 'rule',
    zh: '“{name}”是事项决定前听取异议的文种，全区都要用到，可以改名，不能停用，也不能免去公示期、联系方式和异议提出方式；需要不同要求的，请另增文种。',
    en: 'By {name} people are asked for objections before a matter is settled, so every organisation needs it. It may be renamed, but neither retired nor had without period, contact and how to object; add another type instead.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(VOCABULARY_REFUSALS);
