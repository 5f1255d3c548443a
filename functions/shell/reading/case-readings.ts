import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { CaseCard, LineOf } from '../../../domain/supervision/card.ts';
import { decidersOf, mayKnow } from '../../../domain/supervision/case/people.ts';
import { type Case, caseHistory, measureOf } from '../../../domain/supervision/case/state.ts';
import type { Houses } from '../../../domain/supervision/inspectors.ts';
import type { Reader } from '../../../domain/visibility.ts';
import { rowsUnder } from './rows.ts';
import type { Sources } from './sources.ts';

export interface CaseReading extends Case {
  readonly id: string;
  readonly streamVersion: number;
  /** The reader has to decide on it now. */
  readonly decides: boolean;
  /** What stands, as far as anything was decided. */
  readonly outcome?: ReturnType<typeof measureOf>;
}

/** 责任追究: for those alone who may know of a case. */
export class CaseReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Those that the reader may know of, last opened first; nobody is told that there are others. */
  async all(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly LineOf<CaseCard>[]> {
    if (reader.person === undefined) return [];
    const houses = await this.#houses(scope);
    const rows = await Array.fromAsync(rowsUnder(this.#sources.views, scope.partition('CASE')));
    const known = rows.map(async ({ card }) => {
      const { supervision: _, waits: __, ...line } = card as CaseCard;
      const { state } = await this.#load(scope, line.id);
      return state && mayKnow(reader.person, state, houses, now) ? [line] : [];
    });
    return (await Promise.all(known)).flat().toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  /** @throws Refusal `not-found`, also for who may not know of it */
  async one(scope: OrgScope, id: string, reader: Reader, now: Instant): Promise<CaseReading> {
    const [houses, { state, version }] = await Promise.all([this.#houses(scope), this.#load(scope, id)]);
    if (!state || !mayKnow(reader.person, state, houses, now)) return refuse('not-found');
    const outcome = measureOf(state);
    return {
      ...state,
      id,
      streamVersion: version,
      decides: state.stage !== 'closed' && decidersOf(state, houses, now).includes(reader.person ?? ''),
      ...(outcome && { outcome }),
    };
  }

  #load(scope: OrgScope, id: string) {
    return this.#sources.aggregates.load(scope.stream('CASE', id), caseHistory);
  }

  async #houses(scope: OrgScope): Promise<Houses> {
    return { id: scope.organisation, ...(await this.#sources.tenancy.tenants(scope)) };
  }
}
