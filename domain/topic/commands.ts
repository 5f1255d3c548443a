import * as z from 'zod/mini';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Audience } from '../kernel/audience.ts';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { identifier } from '../organisation/commands.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { cleanLine, cleanText } from '../text.ts';
import type { Reader } from '../visibility.ts';
import type { TopicState } from './state.ts';
import { TOPIC_AUDIENCES, TOPIC_GROUNDS, type TopicGround } from './vocabulary.ts';

export const topicCommands = {
  RaiseTopic: z.strictObject({
    title: cleanLine(LIMITS.title),
    text: z.optional(cleanText(LIMITS.reason)),
    /** Who shall see it and the answer; absent: the unit for its own people, society for everybody else. */
    audience: z.optional(z.enum(TOPIC_AUDIENCES)),
  }),
  /** Once for each person who is signed in; visitors are not counted, since nobody can say how many they are. */
  SupportTopic: z.strictObject({}),
  /** The item by which it was disclosed. */
  AnswerTopic: z.strictObject({ item: identifier }),
  RefuseTopic: z.strictObject({
    ground: z.enum(Object.keys(TOPIC_GROUNDS) as [TopicGround, ...TopicGround[]]),
    reason: cleanText(LIMITS.reason),
  }),
  /** It asks the same as another one, and is answered with it. */
  MergeTopic: z.strictObject({ into: identifier }),
  /** Whether others may read it. What a stranger wrote is not shown before that. */
  ModerateTopic: z.strictObject({ shown: z.boolean(), reason: cleanText(LIMITS.reason) }),
  /** Issued by the due-worker when the topic's `nextDue` has come. */
  TimePassed: z.strictObject({}),
} as const;

export type TopicCommandType = keyof typeof topicCommands;

export interface TopicFacts {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
  readonly calendar: WorkingCalendar;
  /** Who asks, for the rule of who sees what. */
  readonly reader: Reader;
  /** Keyed pseudonym of the person in this organisation, one for all its topics; absent for visitors. */
  readonly supporter?: string;
  /** The widest audience that the named item was disclosed to; absent when it was not, or is gone. */
  readonly disclosedTo?: Audience;
  /** The topic into which this one is to be merged. */
  readonly into?: TopicState;
}

export type TopicCommand = {
  [Type in TopicCommandType]: Command<Type, z.infer<(typeof topicCommands)[Type]>, TopicFacts>;
}[TopicCommandType];
export type TopicCommandOf<Type extends TopicCommandType> = Extract<TopicCommand, { type: Type }>;
