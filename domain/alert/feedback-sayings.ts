import type { FeedbackEvent, Owed } from '../feedback/events.ts';
import type { Feedback } from '../feedback/state.ts';
import type { Instant } from '../kernel/time.ts';
import type { Addressee, Matter as AnyMatter, OpinionNews } from './alert.ts';
import type { Saying, TellingFacts } from './telling.ts';

/** What an opinion owes. */
type Matter = Extract<AnyMatter, 'opinion' | 'rectification'>;

const MATTER_OF = { answer: 'opinion', rectification: 'rectification' } as const satisfies Record<
  Owed,
  Matter
>;

/** What an opinion owes, as digests name it. The words of it stand in none. */
const NAMES = { opinion: '意见建议', rectification: '意见建议的整改' } as const satisfies Record<
  Matter,
  string
>;

interface Happening {
  readonly at: Instant;
  readonly event: FeedbackEvent;
}

/** A saying of an opinion, and what was owed. */
export interface FeedbackSaying extends Saying {
  readonly matter: Matter;
}

/**
 * What an opinion says of its own ladder when something happens to it; undefined where it says nothing.
 *
 * @param feedback as it was after that
 */
export function feedbackSaying(
  { at, event }: Happening,
  feedback: Feedback,
  id: string,
): FeedbackSaying | undefined {
  const said = (kind: Saying['kind'], owed: Owed, step: string | undefined): FeedbackSaying => {
    const owner = owed === 'answer' ? feedback.owner : feedback.rectification?.owner;
    const ids = [id];
    return { at, kind, step, ids, matter: MATTER_OF[owed], ...(owner !== undefined && { owner }) };
  };
  switch (event.type) {
    case 'FeedbackDueSoon':
      return said('due-soon', event.data.owed, event.data.step);
    case 'FeedbackOverdue':
      return said('overdue', event.data.owed ?? 'answer', event.data.step);
    case 'FeedbackEscalated':
      return said('escalated', event.data.owed, event.data.step);
    case 'FeedbackAnswered':
      return said('met', 'answer', feedback.climbs.answer?.spoken);
    case 'RectificationVerified':
      return said('met', 'rectification', event.data.told);
    case 'FeedbackClosed':
      // Closed without an answer: nobody is reminded of it any more.
      return feedback.answer ? undefined : said('met', 'answer', feedback.climbs.answer?.spoken);
    default:
      return undefined;
  }
}

/** What alerts say of the opinion. */
export const feedbackDetails =
  (matter: Matter, { dueOn, rectification }: Feedback): TellingFacts['detailsOf'] =>
  (ids, isOwn) => {
    const due = matter === 'opinion' ? dueOn : (rectification?.dueOn ?? dueOn);
    return { matter, duties: ids.map((id) => ({ id, due, ...(isOwn && { name: NAMES[matter] }) })) };
  };

/** Who hears at once of what happened to an opinion, beside its ladder; people of its own organisation. */
export function newsOf(
  { event }: Pick<Happening, 'event'>,
  feedback: Feedback,
): readonly { readonly kind: OpinionNews['kind']; readonly addressee: Addressee }[] {
  const to = (kind: OpinionNews['kind'], people: readonly (string | undefined)[]) =>
    [...new Set(people)].flatMap((id) =>
      id === undefined ? [] : [{ kind, addressee: { kind: 'person', id } as const }],
    );
  const { author, followers } = feedback;
  switch (event.type) {
    case 'FeedbackAssigned':
      return to('opinion-assigned', [event.data.owner]);
    case 'FeedbackRaised':
      return to('opinion-raised', event.data.to);
    case 'FeedbackAnswered':
      return to('opinion-answered', [author, ...followers]);
    case 'FeedbackClosed':
      return to('opinion-closed', [author, ...followers]);
    default:
      return [];
  }
}
