import type * as z from 'zod/mini';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { displayCommands } from './commands.ts';
import type { Answer } from './delivery-commands.ts';

type DataOf<Type extends keyof typeof displayCommands> = z.infer<(typeof displayCommands)[Type]>;

export type DisplayEvent =
  | DomainEvent<'DisplayRegistered', DataOf<'RegisterDisplay'> & { keyVersion: 1 }>
  | DomainEvent<'DisplayChanged', DataOf<'ChangeDisplay'>>
  /** Both keys sign until `previousValidUntil`; the secrets themselves are derived and never recorded. */
  | DomainEvent<'SecretRotated', { keyVersion: number; previousValidUntil: Instant }>
  | DomainEvent<
      'DisplayDisabled',
      | { cause: 'by-hand'; reason: string }
      /** The receiver answered 410, or nothing got through for days after two warnings. */
      | { cause: 'gone' | 'failing' }
    >
  | DomainEvent<'DisplayEnabled', Record<never, never>>
  | DomainEvent<'DeliveriesFailing', { stage: 'first' | 'half-way'; since: Instant; givesUpAt: Instant }>
  | DomainEvent<'DeliveriesRecovered', { since: Instant }>
  | DomainEvent<'DisplayTestRequested' | 'DisplayChallengeRequested', { number: number }>
  | DomainEvent<'DisplayTestAnswered', ProbeAnswered>
  | DomainEvent<'DisplayChallengeAnswered', ProbeAnswered & { verified: boolean }>
  /** By whom stands beside it; each notice that goes out for it names this event as its cause. */
  | DomainEvent<'ResendRequested', ResendWish>;

interface ProbeAnswered {
  readonly number: number;
  readonly answer: Answer;
  readonly durationMs?: number | undefined;
}

export type ResendWish =
  | { readonly what: 'notice'; readonly item: string }
  | ({ readonly what: 'range' } & DataOf<'ResendNotices'>)
  | { readonly what: 'on-show' };
