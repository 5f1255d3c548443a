import type { ItemContent } from './content.ts';
import { LIFE_PARTS, type LifePart } from './vocabulary.ts';

/** Of a 民主生活会: what is still to be disclosed; nothing for other matters. */
export const missingParts = ({ lifeMeeting }: Pick<ItemContent, 'lifeMeeting'>): readonly LifePart[] =>
  lifeMeeting ? (Object.keys(LIFE_PARTS) as LifePart[]).filter((part) => !lifeMeeting.includes(part)) : [];
