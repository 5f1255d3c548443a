import type { Context } from 'hono';
import { refuse } from '../../domain/kernel/refusal.ts';
import { ID_PATTERN, OrgScope } from '../../domain/kernel/scope.ts';
import { ORGANISATION_KINDS } from '../../domain/organisation/kinds.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import { isResting } from '../../domain/organisation/standing.ts';
import { mayWork, type Reader } from '../../domain/visibility.ts';
import { mayFollow } from '../shell/reading/may-follow.ts';
import { actingIn } from './asking.ts';
import type { Frame } from './components/layout.tsx';
import { preferencesOf } from './preferences.ts';
import type { SiteContext, SiteServices } from './services.ts';

/** A page of one organisation: whose it is, who reads it, and what stands round it. */
export interface Place {
  readonly scope: OrgScope;
  readonly organisation: Organisation;
  readonly superior?: Organisation | undefined;
  readonly reader: Reader;
  readonly frame: Frame;
}

/** The organisation in the address. @throws Refusal `not-found` for what cannot be one */
export const scopeFrom = (c: Context): OrgScope => new OrgScope(idFrom(c, 'org'));

/** An id in the address. What cannot be one leads nowhere, like one that nobody has. @throws Refusal `not-found` */
export function idFrom(c: Context, name: string): string {
  const id = c.req.param(name) ?? '';
  return ID_PATTERN.test(id) ? id : refuse('not-found');
}

/** Path and query of a page that can be asked for again. */
const addressOf = (c: SiteContext): string => {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'GET' ? `${pathname}${search}` : pathname;
};

/** @param here where the reading aids come back to; this very address when absent */
export async function frameOf(c: SiteContext, services: SiteServices, here = addressOf(c)): Promise<Frame> {
  const district = await services.tenancy.find(new OrgScope(services.settings.district));
  const person = c.get('person');
  return {
    preferences: preferencesOf(c),
    here,
    district: district?.name ?? '党务公开',
    ...(person && { person: { name: person.name } }),
  };
}

/** @throws Refusal `not-found` when there is no such organisation */
export async function placeOf(c: SiteContext, services: SiteServices, here?: string): Promise<Place> {
  const scope = scopeFrom(c);
  const [tenants, reader, frame] = await Promise.all([
    services.tenancy.tenants(scope),
    services.readings.reader(scope, c.get('person')?.person, c.var.now),
    frameOf(c, services, here),
  ]);
  const { organisation, superior } = tenants;
  return {
    scope,
    organisation,
    superior,
    reader,
    frame: {
      ...frame,
      acting: actingIn(c, tenants),
      organisation: {
        id: scope.organisation,
        name: organisation.name,
        kind: ORGANISATION_KINDS[organisation.kind],
        official: mayWork(reader, scope.organisation),
        leads: organisation.kind !== 'branch',
        ...(isResting(organisation) && { rest: await restOf(organisation, services) }),
      },
    },
  };
}

/** Where the work has gone, of an organisation that is closed. */
async function restOf({ merged }: Organisation, { tenancy }: SiteServices) {
  const successor = merged && (await tenancy.find(new OrgScope(merged.into)));
  return merged ? { successor: { id: merged.into, name: successor?.name ?? merged.into } } : {};
}

/**
 * As {@link placeOf}, for one item of the desk and those who work on it, be they only asked to help with it.
 * @throws Refusal `not-signed-in`, `not-found` for anybody else
 */
export async function itemDeskOf(c: SiteContext, services: SiteServices, here?: string) {
  const person = c.get('person')?.person ?? refuse('not-signed-in');
  const place = await placeOf(c, services, here);
  const reading = await services.readings.items.one(place.scope, idFrom(c, 'item'), place.reader);
  const { organisation, superior } = place;
  const tenants = { organisation, ...(superior && { superior }) };
  return { ...place, tenants, person, reading, work: reading.work ?? refuse('not-found') };
}

/** As {@link placeOf}, for those who work there. @throws Refusal `not-signed-in`, `not-found` for anybody else */
export async function deskOf(
  c: SiteContext,
  services: SiteServices,
  here?: string,
): Promise<Place & { readonly person: string }> {
  const person = c.get('person')?.person ?? refuse('not-signed-in');
  const place = await placeOf(c, services, here);
  if (!mayWork(place.reader, place.scope.organisation)) refuse('not-found');
  return { ...place, person };
}

/** As {@link deskOf}, and for whoever holds a seat in the superior: where it answers what the organisation asks. */
export async function followedDeskOf(
  c: SiteContext,
  services: SiteServices,
  here?: string,
): Promise<Place & { readonly person: string }> {
  const person = c.get('person')?.person ?? refuse('not-signed-in');
  const place = await placeOf(c, services, here);
  const { superior, scope, reader } = place;
  if (!mayFollow(superior ? { superior } : {}, scope, reader, c.var.now)) refuse('not-found');
  return { ...place, person };
}
