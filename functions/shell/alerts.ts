import type { House, TellingFacts } from '../../domain/alert/telling.ts';
import { rulesOf } from '../../domain/duty/rules.ts';
import { openCommit } from '../../domain/kernel/commit.ts';
import type { Actor, DomainEvent } from '../../domain/kernel/decider.ts';
import { type OrganisationId, OrgScope, type StreamName } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Aggregates } from './aggregates.ts';
import { rowsUnder } from './reading/rows.ts';
import type { Tenants } from './tenancy.ts';

/** What every alert is made from, whatever it tells of. */
export interface AlertSources {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly district: OrganisationId;
}

/** By which ladder whom the sayings of an organisation reach. */
export async function audienceOf(
  views: Views,
  organisation: OrganisationId,
  tenants: Tenants,
): Promise<Pick<TellingFacts, 'rules' | 'own' | 'superior'>> {
  const { superior } = tenants;
  const superiorId = tenants.organisation.superior;
  return {
    rules: rulesOf(tenants.organisation, superior).rules,
    own: await houseOf(views, organisation, tenants.organisation),
    superior: superior && superiorId !== undefined ? await houseOf(views, superiorId, superior) : undefined,
  };
}

/** Everything that had happened to the stream when the event did, the event itself last. */
export async function historyUpTo<E extends DomainEvent>(
  log: Log,
  event: BusEvent,
): Promise<readonly { readonly event: E; readonly at: Instant; readonly by: Actor }[]> {
  const index = Number(event.id.split('.').at(-1));
  const commits = (await log.read(event.stream as StreamName)).map(openCommit);
  const happenings = commits
    .filter(({ version }) => version <= event.streamVersion)
    .flatMap(({ events, at, by, version }) =>
      events
        .slice(0, version === event.streamVersion ? index + 1 : undefined)
        .map((each) => ({ event: each as E, at, by })),
    );
  if (happenings.at(-1)?.event.type !== event.type) throw new Error(`event ${event.id} is not in the record`);
  return happenings;
}

/** The robots are those that the views know: one that was registered this second hears the next alert. */
async function houseOf(views: Views, id: OrganisationId, organisation: Organisation): Promise<House> {
  const rows = await Array.fromAsync(rowsUnder(views, new OrgScope(id).partition('ROBOT')));
  const robots = rows.filter(({ card }) => (card as { active: boolean }).active).map(({ sk }) => sk);
  return { id, organisation, robots };
}
