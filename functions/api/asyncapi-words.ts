import type { DomainEvent } from '../../domain/kernel/decider.ts';

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A sentence for every event of an aggregate, and for nothing else. */
export type Words<Event extends DomainEvent> = Readonly<Record<Event['type'], Sentence>>;

export const said = (zh: string, en: string): Sentence => ({ zh, en });
