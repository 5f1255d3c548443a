import type { Climb, LadderStepReached, Steps } from '../duty/climb.ts';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import type { CircularCommandOf } from './commands.ts';

export type CircularEvent =
  | DomainEvent<'CircularIssued', CircularCommandOf<'IssueCircular'>['data'] & { readonly steps?: Steps }>
  | DomainEvent<'CircularWithdrawn', CircularCommandOf<'WithdrawCircular'>['data']>
  /** `behind`: who has not signed for it, or not done its task. Once that is nobody, no more is said of it. */
  | LadderStepReached<{ readonly behind: readonly OrganisationId[] }>;

/** A document that an organisation sends down, to be read and acted on by a day. */
export interface Circular extends Readonly<CircularCommandOf<'IssueCircular'>['data']>, Climb {
  readonly issuedAt: Instant;
  readonly withdrawn?: { readonly at: Instant; readonly reason: string };
}
export type CircularState = Circular | undefined;

export const circularHistory: History<CircularEvent, CircularState> = { initial: undefined, evolve };

function evolve(state: CircularState, event: CircularEvent, { at }: EventContext): CircularState {
  if (event.type === 'CircularIssued') return { ...event.data, issuedAt: at };
  if (!state) return state;
  if (event.type === 'CircularWithdrawn') return { ...state, withdrawn: { at, ...event.data } };
  const { steps, ...circular } = state;
  const { behind, step } = event.data;
  return { ...circular, ...(steps && behind.length > 0 && { steps }), spoken: step };
}

/** What a list says of one: everything but its text. */
export interface CircularCard
  extends Pick<Circular, 'title' | 'recipients' | 'readers' | 'dueOn' | 'issuedAt'> {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly hasTask: boolean;
  readonly withdrawn: boolean;
}

export function circularCardOf(
  { title, recipients, readers, dueOn, issuedAt, task, withdrawn }: Circular,
  { id, organisation }: Pick<CircularCard, 'id' | 'organisation'>,
): CircularCard {
  return {
    id,
    organisation,
    title,
    recipients,
    readers,
    dueOn,
    issuedAt,
    hasTask: task !== undefined,
    withdrawn: withdrawn !== undefined,
  };
}
