import type { DomainEvent } from '../kernel/decider.ts';
import type { Finding } from '../screening/finding.ts';
import type { NewsCommandOf, NewsCommandType } from './commands.ts';
import type { NewsAudience, NewsStream } from './vocabulary.ts';

type DataOf<Type extends NewsCommandType> = NewsCommandOf<Type>['data'];

/** A place that looks like personal data. Its value is never held. */
export interface NewsFinding extends Finding {
  readonly id: string;
}

/** One text of a piece of news. Whoever wrote it has declared that it holds no secret. */
export interface NewsText {
  readonly title: string;
  readonly text: string;
  readonly audience: NewsAudience;
  readonly correction?: string | undefined;
  readonly findings: readonly NewsFinding[];
}

export type NewsEvent =
  | DomainEvent<'NewsWritten', NewsText & { stream: NewsStream }>
  | DomainEvent<'NewsCorrected', NewsText>
  | DomainEvent<'NewsFindingMasked', DataOf<'MaskNewsFinding'>>
  | DomainEvent<'NewsFindingJustified', DataOf<'JustifyNewsFinding'>>
  | DomainEvent<'NewsReleased', Record<never, never>>
  | DomainEvent<'NewsReturned', DataOf<'ReturnNews'>>
  | DomainEvent<'NewsTakenDown', DataOf<'TakeDownNews'>>;
