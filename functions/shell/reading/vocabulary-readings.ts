import { diffVocabularies, type WordChange } from '../../../domain/catalogue/vocabulary/diff.ts';
import {
  classesOf,
  VOCABULARY_ID,
  type Vocabulary,
  type VocabularyEvent,
  vocabularyHistory,
} from '../../../domain/catalogue/vocabulary/state.ts';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Sources } from './sources.ts';

/** One version of the words of the district. The first, 0, is what every district starts with. */
export interface VocabularyVersion {
  readonly version: number;
  readonly vocabulary: Vocabulary;
  /** Against the version before. */
  readonly changes: readonly WordChange[];
  readonly at?: Instant;
  readonly reason?: string;
}

/** How the words of the district came to be what they are. For anybody to read. */
export class VocabularyReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Oldest first. */
  async versions(): Promise<readonly VocabularyVersion[]> {
    const { log, district } = this.#sources;
    const sealed = await log.read(new OrgScope(district).stream('VOCABULARY', VOCABULARY_ID));
    const versions: VocabularyVersion[] = [
      { version: 0, vocabulary: vocabularyHistory.initial, changes: [] },
    ];
    for (const commit of sealed) {
      const { version, at, by, events } = openCommit(commit);
      const before = (versions.at(-1) as VocabularyVersion).vocabulary;
      const edits = events as readonly VocabularyEvent[];
      const vocabulary = edits.reduce(
        (state, event) => vocabularyHistory.evolve(state, event, { at, by }),
        before,
      );
      const reason = edits.map(({ data }) => data.reason).join('；');
      versions.push({ version, vocabulary, changes: diffVocabularies(before, vocabulary), at, reason });
    }
    return versions;
  }

  /** The words of one version; of the newest when none is named. @throws Refusal `not-found` */
  async version(asked?: number): Promise<Required<Vocabulary> & { readonly version: number }> {
    const { version, vocabulary } = found(await this.versions(), asked);
    return { version, ...vocabulary, classes: classesOf(vocabulary) };
  }

  /**
   * The newest version against the one before it, unless others are named.
   * @throws Refusal `not-found` when there is no such version
   */
  async diff(from?: number, to?: number): Promise<readonly WordChange[]> {
    const versions = await this.versions();
    const after = found(versions, to);
    const before = found(versions, from ?? Math.max(after.version - 1, 0));
    return diffVocabularies(before.vocabulary, after.vocabulary);
  }
}

const found = (versions: readonly VocabularyVersion[], asked: number | undefined): VocabularyVersion =>
  (asked === undefined ? versions.at(-1) : versions.find(({ version }) => version === asked)) ??
  refuse('not-found');
