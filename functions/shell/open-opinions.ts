import type { FeedbackCard } from '../../domain/feedback/card.ts';
import type { ItemFacts } from '../../domain/item/commands.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { Calendars } from './calendars.ts';
import { cardsOn, type DeskCard } from './reading/desk-cards.ts';
import { deskPrefix } from './view-keys.ts';

/**
 * What the closing of an item has to know of the opinions on it. They are read from the desk of the organisation, which
 * holds whatever is still worked on and no more: one query when somebody closes something, and nothing when somebody
 * speaks. The item's own stream could hear of each opinion instead, at a commit and a new version of the item for each,
 * which would send away whoever is working on it. An opinion of the last second may be missed; it has its owner and its
 * day all the same.
 */
export class OpenOpinions {
  readonly #views: Pick<Views, 'listIndex'>;
  readonly #calendars: Calendars;

  constructor(views: Pick<Views, 'listIndex'>, calendars: Calendars) {
    this.#views = views;
    this.#calendars = calendars;
  }

  async on({ organisation }: OrgScope, item: string): Promise<NonNullable<ItemFacts['opinions']>> {
    const [{ calendar }, cards] = await Promise.all([
      this.#calendars.current(),
      cardsOn(this.#views, organisation, deskPrefix(organisation)),
    ]);
    const unanswered = cards.filter(isOpinion).filter((card) => card.item === item && !card.answeredAt);
    return { calendar, unanswered: unanswered.length };
  }
}

const isOpinion = (card: DeskCard): card is FeedbackCard => 'excerpt' in card;
