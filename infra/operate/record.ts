import { openCommit, type SealedCommit } from '../../domain/kernel/commit.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { superiorsOf } from '../../domain/organisation/affiliation.ts';
import {
  type OrganisationEvent,
  type OrganisationState,
  organisationHistory,
} from '../../domain/organisation/organisation.ts';
import { SEALING } from '../../domain/seal/sealed-in.ts';
import type { Owner } from '../../domain/seal/verification.ts';
import { DynamoLog } from '../../functions/adapters/log.ts';
import type { Connection } from './connection.ts';
import { streamsIn } from './streams.ts';

/** All that it takes to verify the record of one organisation. */
export interface OwnedRecord {
  readonly owner: Owner;
  /** Every stream of the organisation, and the seals and anchors of each superior it has had; streams and versions in order. */
  readonly commits: readonly SealedCommit[];
}

/**
 * Reads the record of one organisation into memory.
 * @throws Error with one sentence for the operator when there is no such organisation
 */
export async function readRecord(
  { client, logTable, district }: Pick<Connection, 'client' | 'logTable' | 'district'>,
  organisation: string,
): Promise<OwnedRecord> {
  const log = new DynamoLog(client, logTable);
  const scope = new OrgScope(organisation);
  const onboarding = await log.read(scope.stream('ORGANISATION', organisation));
  // Were its onboarding taken away, the anchors of the district would still tell.
  const known = superiorsIn(onboarding);
  const superiors = known.length > 0 || organisation === district ? known : [district];
  const above = superiors.flatMap((id) => SEALING.map((kind) => `${new OrgScope(id).partition(kind)}#`));
  const streams = await streamsIn(client, logTable, [scope.prefix, ...above]);
  const commits: SealedCommit[] = [];
  for (const stream of streams) commits.push(...(await log.read(stream)));
  if (!commits.some(({ stream }) => stream.startsWith(scope.prefix)))
    throw new Error(`记录中没有该组织 no such organisation in the record: ${organisation}`);
  return { owner: { organisation, superior: superiors.at(-1) }, commits };
}

/** The last one is the superior now. A body that was tampered with may be anything; the verification says so. */
function superiorsIn(commits: readonly SealedCommit[]): readonly OrganisationId[] {
  let state: OrganisationState = organisationHistory.initial;
  for (const sealed of commits) {
    try {
      const { events, at, by } = openCommit(sealed);
      for (const event of events)
        state = organisationHistory.evolve(state, event as OrganisationEvent, { at, by });
    } catch {}
  }
  return state ? superiorsOf(state) : [];
}
