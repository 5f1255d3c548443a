import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { Tenancy } from './tenancy.ts';

/** No tree of organisations is deeper. */
const DEEPEST = 8;

/** Those of the organisations that are the one of the scope or stand below it, at any depth. */
export async function unitsBelow(
  tenancy: Pick<Tenancy, 'find'>,
  { organisation: top }: OrgScope,
  ids: readonly OrganisationId[],
): Promise<Readonly<Record<OrganisationId, Organisation>>> {
  const units = [...new Set(ids)].map(async (id) => {
    const unit = await tenancy.find(new OrgScope(id));
    return unit && (await isUnder(id, unit)) ? [[id, unit] as const] : [];
  });
  return Object.fromEntries((await Promise.all(units)).flat());

  async function isUnder(id: OrganisationId, { superior }: Organisation, depth = 0): Promise<boolean> {
    if (id === top) return true;
    if (superior === undefined || depth >= DEEPEST) return false;
    const above = await tenancy.find(new OrgScope(superior));
    return above !== undefined && isUnder(superior, above, depth + 1);
  }
}
