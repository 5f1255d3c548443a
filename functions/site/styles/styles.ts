import { base } from './base.ts';
import { content } from './content.ts';
import { display } from './display.ts';
import { duties } from './duties.ts';
import { forms } from './forms.ts';
import { frame } from './frame.ts';
import { print } from './print.ts';

/** The style sheet of every page but the wall screen. */
export const siteStyles: string = [base, frame, content, forms, duties, print].join('');

export const displayStyles: string = display;
