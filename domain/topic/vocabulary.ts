import { WITHHOLDING_GROUNDS } from '../item/vocabulary.ts';

/** Why a topic is not disclosed. Open is the rule, so the list is closed (QS-11). */
export const TOPIC_GROUNDS = {
  ...WITHHOLDING_GROUNDS,
  'not-held': '本组织不掌握，由其他单位负责',
  'not-affairs': '不属于党务公开范围',
} as const;
export type TopicGround = keyof typeof TOPIC_GROUNDS;

export const TOPIC_STAGES = {
  open: '待回应',
  answered: '已公开',
  refused: '不予公开',
  merged: '已合并',
} as const;
export type TopicStage = keyof typeof TOPIC_STAGES;

/** A topic is for one of these audiences; what only named people may know is no matter of general concern. */
export const TOPIC_AUDIENCES = ['party', 'unit', 'public'] as const;
