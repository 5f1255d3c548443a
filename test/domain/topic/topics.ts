import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import type { TopicCommandOf, TopicCommandType, TopicFacts } from '../../../domain/topic/commands.ts';
import { topicDecider } from '../../../domain/topic/topic.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import { given } from '../../support/decider.ts';
import { CLOCK, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';

export const VISITOR: Actor = { kind: 'system', name: 'visitor' };
export const TEACHER: Reader = { ...stranger('dongfang'), person: 'teacher-qian', staff: true };
export const MEMBER: Reader = { ...TEACHER, person: 'wu', partyMember: true };
export const NEIGHBOUR: Reader = { ...stranger('dongfang'), person: 'neighbour' };

export const FACTS: TopicFacts = {
  organisation: SCHOOL,
  superior: DISTRICT,
  calendar: calendarOf({}),
  reader: stranger('dongfang'),
};

export interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  readonly facts?: Partial<TopicFacts>;
}

/** A command by the head of the office, on Tuesday 1 September 2026 at nine, unless a test says otherwise. */
export const issue = <Type extends TopicCommandType>(
  type: Type,
  data: TopicCommandOf<Type>['data'],
  { by = person('li'), now = NOW, facts = {} }: Circumstances = {},
): TopicCommandOf<Type> =>
  ({ type, data, now, actor: by, facts: { ...FACTS, ...facts } }) as TopicCommandOf<Type>;

/** Somebody in front of their screen, and the pseudonym that the key gives them. */
export const as = (reader: Reader): Circumstances => ({
  by: VISITOR,
  facts: { reader, ...(reader.person && { supporter: `pseudonym-of-${reader.person}` }) },
});

export const raise = (data: TopicCommandOf<'RaiseTopic'>['data'], when: Circumstances) =>
  issue('RaiseTopic', data, when);
export const support = (reader: Reader) => issue('SupportTopic', {}, as(reader));
export const passTime = (now: string) => issue('TimePassed', {}, { by: CLOCK, now });
export const nothing = () => given(topicDecider);
/** Raised by a teacher, for the unit. */
export const raised = (title = '食堂食材采购清单') => nothing().when(raise({ title }, as(TEACHER)));
