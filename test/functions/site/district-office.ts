import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { OrganisationCommand } from '../../../domain/organisation/decider.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';

let commands = 0;

/** Something that the district's office does with the district, or with an organisation right under it. */
export async function organise(
  district: MemoryDistrict,
  type: OrganisationCommand['type'],
  data: object,
  id = DISTRICT,
): Promise<void> {
  commands += 1;
  const command = `organise-${String(commands).padStart(4, '0')}`;
  await district.organisations.issue(new OrgScope(id), {
    type,
    data,
    actor: { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT },
    now: district.now,
    commandId: command,
    correlation: command,
  } as Parameters<MemoryDistrict['organisations']['issue']>[1]);
  await district.settle();
}

/** Gives the district another person in one of its bodies, who leads nothing there; their token. */
export async function seatAbove(district: MemoryDistrict, body: string, person: string) {
  await organise(district, 'RegisterPeople', {
    people: [{ id: person, name: person, partyMember: true, staff: true }],
  });
  await organise(district, 'FillSeat', { body, position: 'member', person, from: '2026-01-01' });
  return { token: `${person}~${person}` };
}
