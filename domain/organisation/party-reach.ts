import type { OrganisationKind } from './kinds.ts';
import type { Organisation } from './organisation.ts';

/** Whom 党内 reaches: the Party members on the own roster, or on the rosters of all organisations below too (ADR 0026). */
export const PARTY_REACHES = {
  own: '本组织党员',
  subordinate: '本组织和所属各级组织的党员',
} as const;
export type PartyReach = keyof typeof PARTY_REACHES;

/** Those that have organisations below them of whose members they are the committee. */
const LEADING: readonly OrganisationKind[] = ['committee', 'general-branch'];

/** True for an organisation that may decide on how far it reaches. */
export const mayReachBelow = ({ kind }: Pick<Organisation, 'kind'>): boolean => LEADING.includes(kind);

export const reachesBelow = (organisation: Pick<Organisation, 'kind' | 'policy'>): boolean =>
  organisation.policy.partyReach === 'subordinate' && mayReachBelow(organisation);
