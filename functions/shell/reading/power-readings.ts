import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { editionShown, type Power, type PowerEdition, powerHistory } from '../../../domain/power/state.ts';
import { POWERS_ID } from '../../../domain/power/vocabulary.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Sources } from './sources.ts';

/** An entry with the name of the leader, as the roster has it. */
export type NamedPower = Power & { readonly person?: string };

export interface PowersReading {
  /** The version that is read; absent when there is none that the reader may see. */
  readonly edition?: Omit<PowerEdition, 'powers'> & { readonly powers: readonly NamedPower[] };
  /** Versions that the reader may see, oldest first. */
  readonly versions: readonly { readonly version: number; readonly at: Instant }[];
  /** The register as it is being worked on, for those who do. */
  readonly work?: { readonly powers: readonly NamedPower[] };
}

/** 权力清单, as the reader may see it. */
export class PowerReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** @throws Refusal `not-found` when there is no such organisation, or no such version that the reader may see */
  async register(scope: OrgScope, reader: Reader, version?: number): Promise<PowersReading> {
    const { aggregates, tenancy } = this.#sources;
    const [{ organisation }, { state }] = await Promise.all([
      tenancy.tenants(scope),
      aggregates.load(scope.stream('POWERS', POWERS_ID), powerHistory),
    ]);
    const isWorking = mayWork(reader, scope.organisation);
    const seen = state.editions.filter(
      (edition) => isWorking || maySee(reader, editionShown(scope.organisation, edition)),
    );
    const edition = version === undefined ? seen.at(-1) : seen.find((each) => each.version === version);
    if (version !== undefined && !edition) refuse('not-found');
    const named = (powers: readonly Power[]) =>
      powers.map((power) => {
        const { holder } = power;
        const name = holder.kind === 'leader' ? organisation.people[holder.person]?.name : undefined;
        return { ...power, ...(name !== undefined && { person: name }) };
      });
    return {
      ...(edition && { edition: { ...edition, powers: named(edition.powers) } }),
      versions: seen.map(({ version: number, at }) => ({ version: number, at })),
      ...(isWorking && { work: { powers: named(state.powers) } }),
    };
  }
}
