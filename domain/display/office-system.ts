import { isOnRoster, type Organisation } from '../organisation/organisation.ts';
import { tokenUrlOf } from './carrier/carrier.ts';
import { presetOf } from './carrier/presets.ts';
import type { Carrier } from './carrier/schema.ts';
import type { Assurance, DisplayAudience, DisplayCommandOf } from './commands.ts';
import { refuse } from './refusals.ts';

type Particulars = DisplayCommandOf<'ChangeDisplay'>['data'];

/** 办公系统: has accounts and groups, so it can tell a Party member from a colleague, which no wall can (XH-10). */
export const isOfficeSystem = ({ audience }: { readonly audience: DisplayAudience }): boolean =>
  audience === 'party';

/**
 * What a channel into the office system takes beyond what every display takes: an https address whatever the policy
 * allows, nothing that hangs on a wall, and somebody who answers for who is in the group that reads it.
 *
 * @throws Refusal `office-…`, `assurance-…`; of a display that is none, `assurance-unasked`
 */
export function checkOfficeSystem(
  data: Particulars,
  audience: DisplayAudience,
  organisation: Pick<Organisation, 'people'>,
): void {
  if (!isOfficeSystem({ audience })) {
    if (data.assurance) refuse('assurance-unasked', { field: 'assurance' });
    return;
  }
  const { screen, carrier, assurance } = data;
  requireHttps(data.url ?? refuse('office-address-missing', { field: 'url' }), 'url');
  if (screen) refuse('office-without-screen', { field: 'screen' });
  if (carrier) checkOfficeCarrier(carrier);
  checkAssurance(assurance ?? refuse('assurance-missing', { field: 'assurance' }), organisation);
}

function requireHttps(address: string, field: string): void {
  if (new URL(address).protocol !== 'https:') refuse('office-address-not-https', { field });
}

/** Signage puts things on walls, and from a chat nothing can be taken back. */
function checkOfficeCarrier(carrier: Carrier): void {
  const template =
    carrier.kind === 'http-template' ? carrier : refuse('office-carrier-unfit', { field: 'carrier.kind' });
  const preset = presetOf(template);
  if (preset && !preset.isOffice) refuse('office-carrier-unfit', { field: 'carrier.preset' });
  const tokenUrl = tokenUrlOf(template);
  if (tokenUrl !== undefined) requireHttps(tokenUrl, 'carrier.authentication.tokenUrl');
}

function checkAssurance({ person, membersOnly }: Assurance, { people }: Pick<Organisation, 'people'>): void {
  if (!membersOnly) refuse('assurance-missing', { field: 'assurance.membersOnly' });
  const field = 'assurance.person';
  if (!isOnRoster({ people }, person)) refuse('assurer-unknown', { field });
  if (!people[person]?.partyMember) refuse('assurer-not-member', { field });
}
