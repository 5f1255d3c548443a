import type { ActivityCard } from '../../../domain/activity/card.ts';
import type { CampaignCard } from '../../../domain/campaign/card.ts';
import type { CatalogueCard } from '../../../domain/catalogue/card.ts';
import type { DecisionCard } from '../../../domain/decision/card.ts';
import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import type { EvaluationCard } from '../../../domain/evaluation/card.ts';
import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { NewsCard } from '../../../domain/news/card.ts';
import type { SupervisionCard } from '../../../domain/supervision/card.ts';
import type { SurveyCard } from '../../../domain/survey/card.ts';
import type { TopicCard } from '../../../domain/topic/card.ts';
import type { Views } from '../../adapters/views.ts';
import { deskKey } from '../view-keys.ts';

export type DeskCard =
  | ItemCard
  | FeedbackCard
  | EnquiryCard
  | TopicCard
  | SurveyCard
  | SupervisionCard
  | DecisionCard
  | ActivityCard
  | CampaignCard
  | NewsCard
  | CatalogueCard
  | EvaluationCard;

/** A list with more on it than this is no longer read to its end. */
const MOST_CARDS = 10_000;
const PAGE = 500;

/**
 * Whatever lies on the desk of an organisation, or what begins with the prefix of it, except what is known to nobody but
 * those whose turn it is.
 */
export const cardsOn = async (
  views: Pick<Views, 'listIndex'>,
  organisation: OrganisationId,
  prefix = '',
): Promise<readonly DeskCard[]> =>
  (await everyCardOn(views, organisation, prefix)).filter((card) => !isConfidential(card));

const isConfidential = (card: DeskCard): boolean => 'supervision' in card && card.supervision === 'case';

/** As {@link cardsOn}, and what is confidential: for finding out whose turn it is, and for nothing else. */
export async function everyCardOn(
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
