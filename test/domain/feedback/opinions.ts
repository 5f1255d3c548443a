import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { DEFAULT_DUTY_RULES } from '../../../domain/duty/rules.ts';
import type {
  FeedbackCommandOf,
  FeedbackCommandType,
  FeedbackFacts,
} from '../../../domain/feedback/commands.ts';
import { feedbackDecider } from '../../../domain/feedback/feedback.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { given } from '../../support/decider.ts';
import { at, CLOCK, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';

export const FACTS: FeedbackFacts = {
  organisation: SCHOOL,
  superior: DISTRICT,
  calendar: calendarOf({}),
  ladder: DEFAULT_DUTY_RULES.ladder,
};
export const VISITOR: Actor = { kind: 'system', name: 'visitor' };

export interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  readonly facts?: Partial<FeedbackFacts>;
}

export function issue<Type extends FeedbackCommandType>(
  type: Type,
  data: FeedbackCommandOf<Type>['data'],
  { by = person('li'), now = NOW, facts = {} }: Circumstances = {},
): FeedbackCommandOf<Type> {
  return { type, data, now, actor: by, facts: { ...FACTS, ...facts } } as FeedbackCommandOf<Type>;
}

type Opinion = FeedbackCommandOf<'LeaveFeedback'>['data'];

export const OPINION: Opinion = {
  item: 'i-1',
  text: '建议同时公开维修资金的明细。',
  from: { kind: 'signed', name: '赵家长' },
  speaker: 'parent',
  channel: 'online',
};
export const ANONYMOUS = { from: { kind: 'anonymous' as const } };
/** Fifteen working days after 1 September 2026, of which Sunday the 20th is one: it makes up for the National Day. */
export const DUE = '2026-09-21';

export const leave = (opinion: Partial<Opinion> = {}, when: Circumstances = {}) =>
  issue('LeaveFeedback', { ...OPINION, ...opinion }, { by: VISITOR, ...when });
export const received = (opinion?: Partial<Opinion>) => given(feedbackDecider).when(leave(opinion));
export const assign = (owner: string, dueOn?: string, when?: Circumstances) =>
  issue('AssignFeedback', dueOn === undefined ? { owner } : { owner, dueOn }, when);
export const answer = (when?: Circumstances, text = '明细已补充公开。') =>
  issue('AnswerFeedback', { text, outcome: 'adopted' }, when);
export const close = (reason?: string, when?: Circumstances) =>
  issue('CloseFeedback', reason === undefined ? {} : { reason }, when);
export const tick = (now: string) => issue('TimePassed', {}, { by: CLOCK, now });
export const rectify = (owner = 'wu', dueOn = '2026-09-30', when?: Circumstances) =>
  issue('RequireRectification', { what: '补充公开维修资金明细。', owner, dueOn }, when);
export const morning = (day: string) => at(`${day} 08:30`);
