import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const SURVEY_REFUSALS = {
  'survey-unknown': {
    kind: 'unknown',
    zh: '没有找到该项调查，或您无权查看。',
    en: 'No such survey, or not visible to you.',
  },
  'survey-exists': {
    kind: 'conflict',
    zh: '该项调查已经登记。',
    en: 'This survey has been planned already.',
  },
  'survey-times-wrong': {
    kind: 'rule',
    zh: '结束时间须晚于开始时间，也须晚于现在。',
    en: 'A survey closes after it opens, and later than now.',
  },
  'survey-group-outside-audience': {
    kind: 'rule',
    zh: '征求“{group}”意见，公开范围须包括他们。',
    en: 'A survey that asks “{group}” must be for an audience that they belong to.',
  },
  'survey-item-unknown': {
    kind: 'rule',
    zh: '没有找到所征求意见的公开事项。',
    en: 'There is no such item to consult on.',
  },
  'survey-closed': {
    kind: 'rule',
    zh: '调查已经结束，结果不得撤销。',
    en: 'The survey has closed; what came of it cannot be withdrawn.',
  },
  'survey-not-closed': {
    kind: 'rule',
    zh: '调查尚未结束，结束后再反馈结果。',
    en: 'The survey has not closed yet; conclude it afterwards.',
  },
  'survey-withdrawn': { kind: 'rule', zh: '该项调查已经撤销。', en: 'This survey has been withdrawn.' },
  'survey-concluded': {
    kind: 'rule',
    zh: '该项调查的结果已经反馈。',
    en: 'This survey has been concluded already.',
  },
  'survey-conclusion-holds-personal-data': {
    kind: 'rule',
    zh: '反馈中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The conclusion holds {count} passages that look like personal data; remove or mask them.',
  },
  'survey-not-open': {
    kind: 'rule',
    zh: '现在不在填写时间内。',
    en: 'This survey takes no answers now.',
  },
  'survey-group-not-asked': {
    kind: 'rule',
    zh: '本次不征求“{group}”的意见。',
    en: 'This survey does not ask “{group}”.',
  },
  'ballot-cast-already': {
    kind: 'conflict',
    zh: '您已经填写过，每人一次。',
    en: 'You have answered already: each person does so once.',
  },
  'ballot-answers-wrong': {
    kind: 'rule',
    zh: '第 {number} 题的回答不符合题目要求。',
    en: 'The answer to question {number} does not fit it.',
  },
  'ballot-empty': { kind: 'rule', zh: '请至少回答一题。', en: 'Answer one question at the least.' },
} as const satisfies RefusalTable;

export const refuse = refuser(SURVEY_REFUSALS);
