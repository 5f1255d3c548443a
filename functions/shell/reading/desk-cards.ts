import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { SurveyCard } from '../../../domain/survey/card.ts';
import type { TopicCard } from '../../../domain/topic/card.ts';
import type { Views } from '../../adapters/views.ts';
import { deskKey } from '../view-keys.ts';

export type DeskCard = ItemCard | FeedbackCard | EnquiryCard | TopicCard | SurveyCard;

/** A list with more on it than this is no longer read to its end. */
const MOST_CARDS = 10_000;
const PAGE = 500;

/** Whatever lies on the desk of an organisation, or what begins with the prefix of it. */
export async function cardsOn(
  views: Pick<Views, 'listIndex'>,
  organisation: OrganisationId,
  prefix = '',
): Promise<readonly DeskCard[]> {
  const cards: DeskCard[] = [];
  let after: string | undefined;
  do {
    const page = await views.listIndex('desk', deskKey(organisation), { limit: PAGE, after, prefix });
    cards.push(...page.rows.map((row) => row.card as DeskCard));
    after = page.next;
  } while (after !== undefined && cards.length < MOST_CARDS);
  return cards;
}
