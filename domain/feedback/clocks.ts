import { dueAfter } from '../calendar/due-date.ts';
import { type Steps, stepsTo } from '../duty/climb.ts';
import { type Day, dayOf, endOfDay, type Instant } from '../kernel/time.ts';
import { strictest } from '../organisation/policy.ts';
import type { FeedbackCommand, FeedbackFacts } from './commands.ts';
import type { Feedback } from './state.ts';

/** Working days for a further word after the answer, before the opinion closes by itself. */
const CLOSES_AFTER = 5;

type Asked = Pick<FeedbackCommand, 'facts' | 'now'>;

/** Working days in which an opinion has to be answered here (HZ-53). */
export const answerDays = ({ organisation, superior }: FeedbackFacts): number =>
  strictest(organisation.policy, superior?.policy).feedbackAnswerDays;

/** The day by which something that came in now has to be answered, and the days on which it is spoken of. */
export function answerClock({ facts, now }: Asked): { dueOn: Day; days: number; steps: Steps } {
  const days = answerDays(facts);
  const { due } = dueAfter({ from: dayOf(now), days, counting: 'working' }, facts.calendar);
  return { dueOn: due, days, steps: stepsTo(due, facts, now) };
}

/** The day on which an opinion that is answered now closes by itself. */
export const closingDay = ({ facts, now }: Asked): Day =>
  facts.calendar.addWorkdays(dayOf(now), CLOSES_AFTER);

/** When the first day is over, at the end of which every opinion has an owner. */
export const firstDayEnd = ({ receivedAt }: Pick<Feedback, 'receivedAt'>): Instant =>
  endOfDay(dayOf(receivedAt));
