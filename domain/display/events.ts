import type * as z from 'zod/mini';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { displayCommands } from './commands.ts';

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
  | DomainEvent<'DeliveriesRecovered', { since: Instant }>;
