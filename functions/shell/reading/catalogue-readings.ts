import {
  type Adjustment,
  adjustmentsIn,
  type CatalogueCommit,
  stateAt,
  type YearOfAdjustments,
  yearOf,
} from '../../../domain/catalogue/adjustments.ts';
import type { WaitingCard } from '../../../domain/catalogue/card.ts';
import { type CatalogueDiff, diffRows } from '../../../domain/catalogue/diff.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import {
  CATALOGUE_ID,
  type CatalogueState,
  effectiveRows,
  type PendingChange,
} from '../../../domain/catalogue/state.ts';
import { classesOf, type Vocabulary } from '../../../domain/catalogue/vocabulary/state.ts';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { waitingChangesKey } from '../view-keys.ts';
import { loadVocabulary } from '../vocabularies.ts';
import type { Sources } from './sources.ts';

/** A catalogue as it was at one of its versions. */
export interface CatalogueVersion {
  readonly version: number;
  readonly title: string | undefined;
  readonly rows: readonly CatalogueRow[];
}

export interface ChangesReading {
  readonly streamVersion: number;
  /** Of this organisation, oldest first. */
  readonly waiting: readonly PendingChange[];
  /** Those right below where something waits for this organisation. */
  readonly below: readonly WaitingCard[];
}

const MOST_BELOW = 500;

/** How a catalogue came to be what it is, and the words that it is written in. */
export class CatalogueReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The words of the district. The classes are those built in until it has listed its own. */
  async vocabulary(): Promise<Required<Vocabulary>> {
    const vocabulary = await this.current();
    return { ...vocabulary, classes: classesOf(vocabulary) };
  }

  /** As commands are held against it: without classes until the district has listed its own. */
  async current(): Promise<Vocabulary> {
    const { aggregates, district } = this.#sources;
    return (await loadVocabulary(aggregates, district)).state;
  }

  /** As the record has it now. */
  async state(scope: OrgScope): Promise<CatalogueState> {
    return (await loadCatalogue(this.#sources.aggregates, scope)).state;
  }

  /** Every step of its life, newest first. @throws Refusal `not-found` for who does not work here */
  async steps(scope: OrgScope, reader: Reader): Promise<readonly Adjustment[]> {
    this.#requireWork(scope, reader);
    return adjustmentsIn(await this.#commits(scope)).toReversed();
  }

  /** The rows that were in force at a version; at the newest when none is named. @throws Refusal `not-found` */
  async version(scope: OrgScope, version?: number): Promise<CatalogueVersion> {
    const commits = await this.#commits(scope);
    const last = commits.at(-1)?.version ?? 0;
    if (version !== undefined && version > last) refuse('not-found');
    const state = stateAt(commits, version ?? last);
    return { version: version ?? last, title: state.template?.title, rows: effectiveRows(state) };
  }

  /**
   * The newest version against the one before it, unless others are named; version 0 is empty.
   * @throws Refusal `not-found` when there is no such version
   */
  async diff(scope: OrgScope, from?: number, to?: number): Promise<CatalogueDiff> {
    const after = await this.version(scope, to);
    const before = await this.version(scope, from ?? Math.max(after.version - 1, 0));
    return diffRows(before.rows, after.rows);
  }

  /** What was adjusted in a year, and why. @throws Refusal `not-found` for who does not work here */
  async year(scope: OrgScope, reader: Reader, year: number): Promise<YearOfAdjustments> {
    this.#requireWork(scope, reader);
    const [organisation, commits] = await Promise.all([
      this.#sources.tenancy.find(scope),
      this.#commits(scope),
    ]);
    return yearOf(year, organisation?.name ?? '', commits);
  }

  /** Changes that wait, here and right below. @throws Refusal `not-found` for who does not work here */
  async changes(scope: OrgScope, reader: Reader): Promise<ChangesReading> {
    this.#requireWork(scope, reader);
    const [{ state, version }, below] = await Promise.all([
      loadCatalogue(this.#sources.aggregates, scope),
      this.#waitingBelow(scope.organisation),
    ]);
    return { streamVersion: version, waiting: state.pending, below };
  }

  async #waitingBelow(superior: OrganisationId): Promise<readonly WaitingCard[]> {
    const key = waitingChangesKey(superior);
    const { rows } = await this.#sources.views.listIndex('board', key, { limit: MOST_BELOW });
    return rows
      .map(({ card }) => card as WaitingCard)
      .map(({ organisation, waiting }) => ({ organisation, waiting }))
      .toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1));
  }

  async #commits(scope: OrgScope): Promise<readonly CatalogueCommit[]> {
    await this.#sources.tenancy.tenants(scope);
    const sealed = await this.#sources.log.read(scope.stream('CATALOGUE', CATALOGUE_ID));
    return sealed.map((commit) => openCommit(commit) as unknown as CatalogueCommit);
  }

  #requireWork({ organisation }: OrgScope, reader: Reader): void {
    if (!mayWork(reader, organisation)) refuse('not-found');
  }
}
