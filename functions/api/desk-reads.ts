import { ORGANISATION } from './addresses.ts';

/** Readings of who somebody is here, and what lies on their desk, as entries of the table of all readings. */
export const DESK_READS = {
  desk: { path: `${ORGANISATION}/desk`, zh: '我的待办', en: 'My tasks', signedIn: true },
  memberships: { path: '/v1/me', zh: '我的身份与岗位', en: 'My memberships and seats', signedIn: true },
} as const;
