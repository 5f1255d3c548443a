import {
  type OrganisationCommand,
  type OrganisationFacts,
  organisationDecider,
} from '../../../domain/organisation/decider.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { given } from '../../support/decider.ts';
import { NOW, person } from '../item/school.ts';

export type DataOf<Type extends OrganisationCommand['type']> = Extract<
  OrganisationCommand,
  { type: Type }
>['data'];

/** What the shell knows of somebody of the superior's office. */
export const ABOVE: OrganisationFacts = { mayAdminister: true, mayOversee: true };

/** A command of the superior's office; `facts` say otherwise. */
export const issue = <Type extends OrganisationCommand['type']>(
  type: Type,
  data: DataOf<Type>,
  facts: Partial<OrganisationFacts> = {},
  now = NOW,
) =>
  ({
    type,
    data,
    now,
    actor: person('qu-office', 'qu'),
    facts: { ...ABOVE, ...facts },
  }) as OrganisationCommand;

export const SCHOOL = {
  name: '东方小学党支部',
  shortName: '东方小学',
  kind: 'branch',
  superior: 'qu',
} as const;
export const PEOPLE = ['zhou', 'chen', 'lin', 'he', 'wu', 'sun', 'gao', 'qian'] as const;

export const people = (...ids: readonly string[]) =>
  issue('RegisterPeople', { people: ids.map((id) => ({ id, name: id, partyMember: true, staff: true })) });
export const onboarded = () => given(organisationDecider).when(issue('OnboardOrganisation', SCHOOL));
/** A school with people and no seats. */
export const school = () => onboarded().when(people(...PEOPLE));

export const fill = (data: Partial<DataOf<'FillSeat'>> & Pick<DataOf<'FillSeat'>, 'person'>) =>
  issue('FillSeat', { body: 'leading-group', position: 'head', from: '2026-01-01', ...data });
export const head = (body: DataOf<'FillSeat'>['body'], who: string) => fill({ body, person: who });

/** A school in which every body that it takes has somebody at its head. */
export const staffed = () =>
  school()
    .when(head('leading-group', 'zhou'))
    .when(head('office', 'chen'))
    .when(head('supervision-group', 'lin'));

export function stateOf({ state }: { readonly state: Organisation | undefined }): Organisation {
  if (!state) throw new Error('no organisation');
  return state;
}
