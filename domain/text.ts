import * as z from 'zod/mini';
import { hasControlCharacters } from './control-characters.ts';

/** What may be wrong with a text. The code is the message of the zod issue; a door shows the sentence beside it. */
export const TEXT_PROBLEMS = {
  'text-empty': { zh: '此项不能为空。', en: 'This must not be empty.' },
  'text-too-long': { zh: '文字超过长度限制。', en: 'The text is too long.' },
  'text-control-characters': {
    zh: '文字中含有不可见的控制字符，请删除后重新填写。',
    en: 'The text holds invisible control characters; remove them and try again.',
  },
  'text-several-lines': { zh: '此项只能填写一行。', en: 'This takes one line only.' },
} as const;
export type TextProblem = keyof typeof TEXT_PROBLEMS;

/** Browsers send the lines of a form with CR LF. */
const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

const empty = 'text-empty' satisfies TextProblem;
const tooLong = 'text-too-long' satisfies TextProblem;
const controlCharacters = 'text-control-characters' satisfies TextProblem;
const severalLines = 'text-several-lines' satisfies TextProblem;

/** Text of 1 to `max` units, trimmed, with LF line ends, in NFC, without control characters. */
export const cleanText = (max: number) => optionalText(max).check(z.minLength(1, empty));

/** As {@link cleanText}, but may be empty. */
export const optionalText = (max: number) =>
  z.string().check(
    z.overwrite(withLineFeeds),
    z.trim(),
    z.normalize('NFC'),
    z.maxLength(max, tooLong),
    z.refine((text) => !hasControlCharacters(text), controlCharacters),
  );

/** As {@link cleanText}, on one line: for names and titles. */
export const cleanLine = (max: number) =>
  cleanText(max).check(z.refine((text) => !/[\n\t]/.test(text), severalLines));
