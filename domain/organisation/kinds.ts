/** What a Party organisation may be. */
export const ORGANISATION_KINDS = {
  committee: '党委',
  'general-branch': '党总支',
  branch: '党支部',
  'leading-group': '党组',
} as const;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** What kind of unit the organisation belongs to (XH-39). */
export const UNIT_KINDS = {
  school: '学校',
  kindergarten: '幼儿园',
  office: '机关',
  institution: '事业单位',
} as const;
export type UnitKind = keyof typeof UNIT_KINDS;
