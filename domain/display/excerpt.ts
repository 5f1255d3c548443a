import { EXCERPT_LENGTH } from './attempt-log.ts';

/** White space of all kinds, and what no text of ours may hold: control characters, marks that reorder a line. */
const BLANKS = /\s+/g;
const UNSEEN = /\p{Cc}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** What is kept of an answer's body for people to look at: its beginning, on one line. Empty when there is nothing. */
export const excerptOf = (body: string): string =>
  body.replace(BLANKS, ' ').replace(UNSEEN, '').trim().slice(0, EXCERPT_LENGTH).replace(UNSEEN, '');
