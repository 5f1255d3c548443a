import { ORGANISATION } from './addresses.ts';

const CAMPAIGNS = `${ORGANISATION}/campaigns`;

/** Readings of roll-outs, as entries of the table of all readings. */
export const CAMPAIGN_READS = {
  campaigns: {
    path: CAMPAIGNS,
    zh: '本级下达的和上级部署的推进工作（经办人）',
    en: 'Campaigns planned here, and those of the superiors with the own stages, for officials',
    signedIn: true,
  },
  campaign: {
    path: `${CAMPAIGNS}/{campaign}`,
    zh: '一项部署：各单位各阶段的情况，未跟上的在前（经办人）',
    en: 'One campaign: every unit by every stage with its proofs, those behind first, for officials',
    signedIn: true,
  },
} as const;
