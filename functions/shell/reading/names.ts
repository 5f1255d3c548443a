import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { Tenants } from '../tenancy.ts';

export interface OrganisationName {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

/** The name on the roster here or above; undefined when nobody of that id is on either. */
export const personName = ({ organisation, superior }: Tenants, person: string): string | undefined =>
  onRoster(organisation, person) ?? (superior && onRoster(superior, person));

const onRoster = ({ people }: Organisation, person: string): string | undefined =>
  Object.hasOwn(people, person) ? people[person]?.name : undefined;

/** Names by id: of the roster here, and of those above who hold a seat. */
export function namesOf({ organisation, superior }: Tenants): Readonly<Record<string, string>> {
  const seated = new Set(superior?.seats.map(({ person }) => person));
  const above = Object.values(superior?.people ?? {}).filter(({ id }) => seated.has(id));
  return Object.fromEntries(
    [...above, ...Object.values(organisation.people)].map(({ id, name }) => [id, name]),
  );
}
