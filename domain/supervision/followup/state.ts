import type { Climb, LadderStepReached, Steps } from '../../duty/climb.ts';
import type { Outcome } from '../../feedback/vocabulary.ts';
import type { DomainEvent, EventContext, History } from '../../kernel/decider.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Standing } from '../inspectors.ts';
import type { About } from '../steps.ts';
import type { Aspect, FollowUpKind, FollowUpStage, Source } from '../vocabulary.ts';
import type { FollowUpCommandOf, FollowUpCommandType } from './commands.ts';

type DataOf<Type extends FollowUpCommandType> = FollowUpCommandOf<Type>['data'];

interface Issued {
  readonly dueOn: Day;
  readonly source: Source;
  /** From where whoever issued it supervises, and so who verifies it. */
  readonly standing: Standing;
  /** On which days it is spoken of; absent in what is older than that. */
  readonly steps?: Steps;
}

export type FollowUpEvent =
  | DomainEvent<'SuggestionFiled', DataOf<'FileSuggestion'> & Issued>
  | DomainEvent<'RectificationOrdered', DataOf<'OrderRectification'> & Issued>
  | DomainEvent<'SuggestionAnswered', DataOf<'AnswerSuggestion'>>
  | DomainEvent<'FollowUpReported', DataOf<'ReportFollowUp'>>
  | DomainEvent<'FollowUpReturned', { readonly note: string }>
  | DomainEvent<'FollowUpVerified', { readonly note: string }>
  | DomainEvent<'FollowUpWithdrawn', DataOf<'WithdrawFollowUp'>>
  | DomainEvent<'FollowUpOverdue', { readonly dueOn: Day }>
  | LadderStepReached;

interface Said {
  readonly by: string;
  readonly at: Instant;
}

/** 督办事项: what supervision wants answered or put right, by whom and by when. */
export interface FollowUp extends Omit<Issued, 'steps'>, Climb {
  readonly kind: FollowUpKind;
  readonly stage: FollowUpStage;
  readonly aspects: readonly Aspect[];
  readonly text: string;
  readonly about?: About | undefined;
  readonly visit?: string | undefined;
  readonly onBehalf?: DataOf<'FileSuggestion'>['onBehalf'];
  readonly owner?: string;
  readonly issued: Said;
  readonly overdue: boolean;
  readonly answer?: Said & { readonly outcome: Outcome; readonly text: string };
  readonly report?: Said & { readonly proof: string };
  /** The last look that was not content with it. */
  readonly returned?: Said & { readonly note: string };
  readonly verified?: Said & { readonly note: string };
  readonly withdrawn?: Said & { readonly reason: string };
}
export type FollowUpState = FollowUp | undefined;

export const followUpHistory: History<FollowUpEvent, FollowUpState> = { initial: undefined, evolve };

/** Still somebody's turn. */
export const isOpen = ({ stage }: Pick<FollowUp, 'stage'>): boolean =>
  stage === 'waiting' || stage === 'reported';

function evolve(state: FollowUpState, event: FollowUpEvent, { at, by: actor }: EventContext): FollowUpState {
  const said = { by: actor.kind === 'person' ? actor.person : actor.name, at };
  const begun = { stage: 'waiting', issued: said, overdue: false } as const;
  switch (event.type) {
    case 'SuggestionFiled':
      return { ...event.data, ...begun, kind: 'suggestion' };
    case 'RectificationOrdered':
      return { ...event.data, ...begun, kind: 'rectification' };
  }
  if (!state) return state;
  switch (event.type) {
    case 'SuggestionAnswered':
      return { ...state, stage: 'settled', answer: { ...event.data, ...said } };
    case 'FollowUpReported':
      return { ...state, stage: 'reported', report: { ...event.data, ...said } };
    case 'FollowUpReturned':
      return { ...state, stage: 'waiting', returned: { ...event.data, ...said } };
    case 'FollowUpVerified':
      return { ...state, stage: 'settled', verified: { ...event.data, ...said } };
    case 'FollowUpWithdrawn':
      return { ...state, stage: 'withdrawn', withdrawn: { ...event.data, ...said } };
    case 'FollowUpOverdue':
      return { ...state, overdue: true };
    case 'LadderStepReached':
      return { ...state, spoken: event.data.step };
  }
}
