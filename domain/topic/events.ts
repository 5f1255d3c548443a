import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Day } from '../kernel/time.ts';
import type { TopicCommandOf, TopicCommandType } from './commands.ts';

type DataOf<Type extends TopicCommandType> = TopicCommandOf<Type>['data'];

export type TopicEvent =
  | DomainEvent<
      'TopicRaised',
      {
        title: string;
        text?: string | undefined;
        audience: Audience;
        /** Raised by one of the organisation's own people, so that it is shown at once. */
        own: boolean;
        /** Pseudonym of whoever raised it, who is the first to support it. */
        supporter?: string;
        dueOn: Day;
      }
    >
  | DomainEvent<'TopicSupported', { supporter: string }>
  | DomainEvent<'TopicAnswered', DataOf<'AnswerTopic'>>
  | DomainEvent<'TopicRefused', DataOf<'RefuseTopic'>>
  | DomainEvent<'TopicMerged', DataOf<'MergeTopic'>>
  | DomainEvent<'TopicModerated', DataOf<'ModerateTopic'>>
  | DomainEvent<'TopicOverdue', { dueOn: Day }>;
