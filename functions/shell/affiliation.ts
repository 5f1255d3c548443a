import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { type Affiliated, superiorsOf } from '../../domain/organisation/affiliation.ts';
import { holders } from '../../domain/organisation/authority.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { Tenancy } from './tenancy.ts';

type Tree = Pick<Tenancy, 'find'>;

/** The organisation and those above it, up to the root. Ends also where two moves at once have made a ring. */
export async function pathOf(tree: Tree, id: OrganisationId): Promise<readonly OrganisationId[]> {
  const path: OrganisationId[] = [];
  let next: OrganisationId | undefined = id;
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    next = (await tree.find(new OrgScope(next)))?.superior;
  }
  return path;
}

/**
 * Of the organisations that stand above `id` and above `to`, or are `to` itself, the nearest one of whose office the
 * person is; of those above `id` where there is no `to`. Whoever is of none of them cannot move the one under the other.
 */
export async function officeAboveBoth(
  tree: Tree,
  { id, to }: { readonly id: OrganisationId; readonly to: OrganisationId },
  person: string,
  now: Instant,
): Promise<OrganisationId | undefined> {
  const [[, ...above], there, destination] = await Promise.all([
    pathOf(tree, id),
    pathOf(tree, to),
    tree.find(new OrgScope(to)),
  ]);
  const both = destination ? above.filter((each) => there.includes(each)) : above;
  for (const each of both) {
    const found = await tree.find(new OrgScope(each));
    if (found && holders(found, ADMINISTRATORS, now).has(person)) return each;
  }
  return undefined;
}

/**
 * Whoever may have sent something down to the organisation: everybody above it, the nearest first, and those above whom it
 * stood under before. What was sent then has still to be answered.
 */
export async function everAbove(tree: Tree, organisation: Affiliated): Promise<readonly OrganisationId[]> {
  const superiors = superiorsOf(organisation).toReversed();
  const paths = await Promise.all(superiors.map((id) => pathOf(tree, id)));
  return [...new Set(paths.flat())];
}
