import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const CALENDAR_REFUSALS = {
  'day-repeated': {
    kind: 'rule',
    zh: '{day} 填写了两次，请只保留一次。',
    en: 'The day {day} is given twice; keep one of them.',
  },
  'day-not-edited': {
    kind: 'rule',
    zh: '{day} 未作过调整，无须恢复。',
    en: 'The day {day} has not been edited, so there is nothing to reset.',
  },
  'term-ends-before-it-begins': {
    kind: 'rule',
    zh: '“{term}”的结束日期必须晚于开始日期（{from}）。',
    en: 'Term “{term}” must end after the day on which it begins ({from}).',
  },
  'terms-overlap': {
    kind: 'rule',
    zh: '“{term}”与“{other}”日期重叠：前一学期 {until} 结束，后一学期须在此之后开始。',
    en: 'Terms “{term}” and “{other}” overlap: the earlier ends on {until}, the later must begin after that day.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(CALENDAR_REFUSALS);
