import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const ORGANISATION = '/v1/organisations/{organisation}';

const schemas = () => import('../../domain/organisation/commands.ts');
const bodyOf = (
  name: 'registerPeople' | 'fillSeat' | 'vacateSeat' | 'changePolicy' | 'declareChannels' | 'revokeFeeds',
) => lazily(async () => (await schemas())[name]);
const dutyRules = lazily(async () => (await import('../../domain/duty/commands-schema.ts')).changeDutyRules);
const onboarding = lazily(async () => {
  const [{ extend }, { onboardOrganisation, identifier }] = await Promise.all([
    import('./schema-changes.ts'),
    schemas(),
  ]);
  return extend(onboardOrganisation, { id: identifier });
});

export const ORGANISATION_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'onboardOrganisation',
    method: 'POST',
    path: '/v1/organisations',
    zh: '开通一个党组织（区教育党工委办公室）',
    en: 'Set up an organisation (office of the district)',
    aggregate: 'organisation',
    command: 'OnboardOrganisation',
    body: onboarding,
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
    body: bodyOf('registerPeople'),
  },
  {
    id: 'fillSeat',
    method: 'POST',
    path: `${ORGANISATION}/seats`,
    zh: '任职',
    en: 'Fill a seat',
    aggregate: 'organisation',
    command: 'FillSeat',
    body: bodyOf('fillSeat'),
  },
  {
    id: 'vacateSeat',
    method: 'POST',
    path: `${ORGANISATION}/seat-vacancies`,
    zh: '离任',
    en: 'Vacate a seat',
    aggregate: 'organisation',
    command: 'VacateSeat',
    body: bodyOf('vacateSeat'),
  },
  {
    id: 'changePolicy',
    method: 'PUT',
    path: `${ORGANISATION}/policy`,
    zh: '调整本组织的公开规定',
    en: 'Change the policy',
    aggregate: 'organisation',
    command: 'ChangePolicy',
    body: bodyOf('changePolicy'),
  },
  {
    id: 'changeDutyRules',
    method: 'PUT',
    path: `${ORGANISATION}/duty-rules`,
    zh: '调整本组织的公开时限和提醒规定',
    en: 'Change by which rules duties fall due and are spoken of',
    aggregate: 'organisation',
    command: 'ChangeDutyRules',
    body: dutyRules,
  },
  {
    id: 'declareChannels',
    method: 'PUT',
    path: `${ORGANISATION}/channels`,
    zh: '申报公开载体',
    en: 'Declare what there is to disclose on',
    aggregate: 'organisation',
    command: 'DeclareChannels',
    body: bodyOf('declareChannels'),
  },
  {
    id: 'revokeFeeds',
    method: 'POST',
    path: `${ORGANISATION}/feed-revocations`,
    zh: '作废到期日订阅地址',
    en: 'Make the addresses of the calendar feeds worthless',
    aggregate: 'organisation',
    command: 'RevokeFeeds',
    body: bodyOf('revokeFeeds'),
  },
];
