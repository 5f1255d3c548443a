import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';
import { type FeedbackReading, opinion, opinionsOf } from './opinions.ts';
import { type FollowedReading, followed } from './opinions-followed.ts';
import { type AnswerReading, answersOf, answersTo } from './opinions-outcomes.ts';
import { type OpinionOverview, opinionOverview } from './opinions-overview.ts';
import { organisationCards } from './organisation-cards.ts';
import type { Sources } from './sources.ts';

/** What people said, and what became of it. */
export class OpinionReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Opinions received, newest first; about one item, or about all. @throws Refusal `not-found` for others */
  all(scope: OrgScope, reader: Reader, item?: string): Promise<readonly FeedbackCard[]> {
    return opinionsOf(this.#sources.views, scope, reader, item);
  }

  /** One opinion in full, for officials and its owner. @throws Refusal `not-found` */
  one(scope: OrgScope, id: string, reader: Reader): Promise<FeedbackReading> {
    return opinion(this.#sources, scope, id, reader);
  }

  /** What became of opinions on an item, last settled first. @throws Refusal `not-found`, as for the item */
  answers(scope: OrgScope, item: string, reader: Reader): Promise<readonly AnswerReading[]> {
    return answersTo(this.#sources, scope, item, reader);
  }

  /** What became of words to the organisation as such, as far as the reader may hear of it, last settled first. */
  organisationAnswers(scope: OrgScope, reader: Reader): Promise<readonly AnswerReading[]> {
    return answersOf(this.#sources, scope, reader);
  }

  /**
   * How an opinion fares, for whoever left it under their name or has shown its receipt.
   * @throws Refusal `not-found` for anybody else, and where there is none
   */
  followed(scope: OrgScope, id: string, reader: Reader, holdsReceipt: boolean): Promise<FollowedReading> {
    return followed(this.#sources.aggregates, scope, id, reader, holdsReceipt);
  }

  /** How opinions fare here and below. @throws Refusal `not-found` for who does not work here */
  async overview(scope: OrgScope, reader: Reader, now: Instant): Promise<OpinionOverview> {
    const { views, district } = this.#sources;
    return opinionOverview(views, scope, reader, now, await organisationCards(views, district));
  }
}
