import { type FormVocabulary, onlineReach, reachesOfficeSystem } from '../catalogue/forms.ts';
import { type Audience, isWithin } from '../kernel/audience.ts';
import type { ItemContent } from './content.ts';

/** Planned audiences that the chosen forms reach online; the others need an offline proof. */
export function audiencesOnline(content: ItemContent, vocabulary: FormVocabulary): Audience[] {
  const reach = onlineReach(content.forms, vocabulary);
  if (reach === undefined || content.withheld) return [];
  return content.releasePlan.map((step) => step.audience).filter((audience) => isWithin(audience, reach));
}

/** True when Party members may read it in their office system: it is released to them online, and in a form of that kind. */
export const goesToOfficeSystem = (
  { forms }: Pick<ItemContent, 'forms'>,
  online: readonly Audience[],
  vocabulary: FormVocabulary,
): boolean => online.includes('party') && reachesOfficeSystem(forms, vocabulary);
