import {
  changePolicy,
  fillSeat,
  identifier,
  onboardOrganisation,
  registerPeople,
  vacateSeat,
} from '../../domain/organisation/commands.ts';
import type { CommandOperation } from './operations.ts';

const ORGANISATION = '/v1/organisations/{organisation}';

export const ORGANISATION_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'onboardOrganisation',
    method: 'POST',
    path: '/v1/organisations',
    zh: '开通一个党组织（区教育党工委办公室）',
    en: 'Set up an organisation (office of the district)',
    aggregate: 'organisation',
    command: 'OnboardOrganisation',
    body: onboardOrganisation.extend({ id: identifier }),
    creates: '/v1/organisations/{id}',
  },
  {
    id: 'registerPeople',
    method: 'POST',
    path: `${ORGANISATION}/people`,
    zh: '登记人员',
    en: 'Put people on the roster',
    aggregate: 'organisation',
    command: 'RegisterPeople',
    body: registerPeople,
  },
  {
    id: 'fillSeat',
    method: 'POST',
    path: `${ORGANISATION}/seats`,
    zh: '任职',
    en: 'Fill a seat',
    aggregate: 'organisation',
    command: 'FillSeat',
    body: fillSeat,
  },
  {
    id: 'vacateSeat',
    method: 'POST',
    path: `${ORGANISATION}/seat-vacancies`,
    zh: '离任',
    en: 'Vacate a seat',
    aggregate: 'organisation',
    command: 'VacateSeat',
    body: vacateSeat,
  },
  {
    id: 'changePolicy',
    method: 'PUT',
    path: `${ORGANISATION}/policy`,
    zh: '调整本组织的公开规定',
    en: 'Change the policy',
    aggregate: 'organisation',
    command: 'ChangePolicy',
    body: changePolicy,
  },
];
