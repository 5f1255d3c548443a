import {
  DEFAULT_VOCABULARY,
  VOCABULARY_ID,
  type Vocabulary,
  vocabularyHistory,
} from '../../domain/catalogue/vocabulary/state.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Aggregates, Loaded } from './aggregates.ts';

/** As the record has it now. */
export const loadVocabulary = (
  aggregates: Aggregates,
  district: OrganisationId,
): Promise<Loaded<Vocabulary>> =>
  aggregates.load(new OrgScope(district).stream('VOCABULARY', VOCABULARY_ID), vocabularyHistory);

/**
 * Milliseconds for which nobody looks again whether a district that never edited its vocabulary has begun to. A stream
 * that is not there is not kept, so that each look would be a call of its own, for every command on a text.
 */
const UNEDITED_MS = 60_000;

/** The forms and classes of the district, as its office has edited them, for commands of those below. */
export class Vocabularies {
  readonly #aggregates: Aggregates;
  readonly #district: OrganisationId;
  #uneditedAt = Number.NEGATIVE_INFINITY;

  constructor(aggregates: Aggregates, district: OrganisationId) {
    this.#aggregates = aggregates;
    this.#district = district;
  }

  async current(): Promise<Vocabulary> {
    const stream = new OrgScope(this.#district).stream('VOCABULARY', VOCABULARY_ID);
    const at = performance.now();
    if (!this.#aggregates.lastSeen(stream) && at < this.#uneditedAt + UNEDITED_MS) return DEFAULT_VOCABULARY;
    const { state, version } = await loadVocabulary(this.#aggregates, this.#district);
    if (version === 0) this.#uneditedAt = at;
    return state;
  }
}
