import type { Feedback } from '../../domain/feedback/state.ts';
import { OUTCOMES } from '../../domain/feedback/vocabulary.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

interface Told {
  /** 查询码, under which a reply goes on. */
  readonly code: string;
  readonly organisationName: string;
  /** Where the opinion is followed. */
  readonly followUrl: string;
}

/** That an opinion came in. Repeats nothing of it: nobody knows whether its sender wrote it. */
export const confirmation = ({ dueOn }: Pick<Feedback, 'dueOn'>, told: Told): Letter =>
  letter('已收到您的意见建议', told, [
    `${told.organisationName}已收到您的来信，将于 ${dueOn} 前答复。来信附件不收取。`,
  ]);

/** What it was answered. */
export const answered = ({ text, outcome }: NonNullable<Feedback['answer']>, told: Told): Letter =>
  letter('您的意见建议已答复', told, [
    `${told.organisationName}对您来信的答复（${OUTCOMES[outcome]}）：`,
    '',
    text,
  ]);

const letter = (subject: string, { code, followUrl }: Told, said: readonly string[]): Letter => ({
  subject: `${subject}〔${code}〕`,
  text: [
    '您好：',
    '',
    ...said,
    '',
    `查询码：${code}（请勿告知他人）`,
    `查询办理情况：${followUrl}`,
    '如需补充，请直接回复本邮件，并保留主题中的查询码。',
    '如果您没有写过这封信，请不必理会。',
    '',
    '本邮件由系统自动发送。',
  ].join('\n'),
});
