import type * as z from 'zod/mini';
import type { Steps } from '../duty/climb.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Day } from '../kernel/time.ts';
import type { feedbackCommands } from './commands.ts';

type DataOf<Type extends keyof typeof feedbackCommands> = z.infer<(typeof feedbackCommands)[Type]>;

/** What an opinion owes somebody by a day. */
export type Owed = 'answer' | 'rectification';

interface Spoken {
  readonly owed: Owed;
  readonly step: string;
}

export type Left = Omit<DataOf<'LeaveFeedback'>, 'atOnce'>;

export type FeedbackEvent =
  /** The due day is set on receipt, so that an opinion nobody takes up becomes overdue all the same. */
  | DomainEvent<
      'FeedbackReceived',
      Left & {
        dueOn: Day;
        /** Working days that made the due day. */
        days?: number;
        steps?: Steps;
      }
    >
  | DomainEvent<'FeedbackAdded', DataOf<'AddToFeedback'>>
  | DomainEvent<'FeedbackClassified', DataOf<'ClassifyFeedback'>>
  | DomainEvent<'FeedbackMerged', DataOf<'MergeFeedback'>>
  | DomainEvent<'DuplicateTaken', DataOf<'TakeDuplicate'>>
  | DomainEvent<'FeedbackAssigned', { owner: string; department?: string; dueOn: Day; steps?: Steps }>
  /** `to`: who led the organisation then. */
  | DomainEvent<'FeedbackRaised', { reason: string; to: readonly string[] }>
  | DomainEvent<'FeedbackAnswered', DataOf<'AnswerFeedback'> & { closesOn?: Day }>
  | DomainEvent<'FeedbackDueSoon', Spoken>
  | DomainEvent<'FeedbackOverdue', { dueOn: Day } & Partial<Spoken>>
  | DomainEvent<'FeedbackEscalated', Spoken>
  | DomainEvent<'FeedbackModerated', DataOf<'ModerateFeedback'>>
  | DomainEvent<'RectificationRequired', DataOf<'RequireRectification'> & { steps: Steps }>
  | DomainEvent<'RectificationReported', DataOf<'ReportRectification'>>
  | DomainEvent<'RectificationVerified', { note: string; told?: string }>
  | DomainEvent<'RectificationReturned', { note: string }>
  | DomainEvent<'FeedbackClosed', DataOf<'CloseFeedback'>>
  | DomainEvent<'FeedbackReopened', { reason: string; dueOn: Day; steps: Steps }>
  | DomainEvent<'FeedbackPromoted', DataOf<'PromoteFeedback'>>;
