import { findRow } from '../../domain/catalogue/state.ts';
import type { ProfileCommand, ProfileFacts } from '../../domain/profile/commands.ts';
import { profileDecider } from '../../domain/profile/profile.ts';
import { PROFILE_ID, type Profile, type ProfileEvent } from '../../domain/profile/state.ts';
import { loadCatalogue } from '../shell/load-catalogue.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import type { Issue } from './request.ts';

export function profileIssuer(ground: Ground): Issue {
  const { aggregates } = ground;
  const tenancy = new Tenancy(aggregates);
  return plainIssuer<ProfileCommand, ProfileEvent, Profile>(ground, {
    kind: 'PROFILE',
    decider: profileDecider,
    id: () => PROFILE_ID,
    actor: ({ scope, request }) => ground.permits.keeper(scope, request),
    async facts({ scope, request: { command, data } }): Promise<ProfileFacts> {
      const catalogue = command === 'CiteBases' ? loadCatalogue(aggregates, scope) : undefined;
      const [tenants, loaded] = await Promise.all([tenancy.tenants(scope), catalogue]);
      const { row = '' } = data as { row?: string };
      return { ...tenants, ...(loaded && { hasRow: findRow(loaded.state, row) !== undefined }) };
    },
  });
}
