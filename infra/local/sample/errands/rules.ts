import type { Errand, Errands } from './errand.ts';

const AS = 'jiang-hailin';

const regulation = (
  label: string,
  title: string,
  about: string,
  audience: string,
  number?: string,
): Errand => ({
  label: `regulation-${label}`,
  as: AS,
  operation: 'recordRegulation',
  body: { title, about: [about], audience, inForceFrom: '2024-09-01', ...(number && { number }) },
});

/** Everything that it takes is there, so work begins in earnest. */
const activation = (as: string): Errand => ({ label: 'activation', as, operation: 'activateOrganisation' });

export const chengjiangRules: Errands = () => [activation('fang-lan')];

export const yunxiRules: Errands = () => [activation('fang-lan')];

/** 杏澜中学: by which rules it works, and who answers for what. */
export const xinglanRules: Errands = () => [
  {
    label: 'responsibilities',
    as: AS,
    operation: 'assignResponsibilities',
    body: {
      units: {
        accountable: '学校党委',
        responsible: '党委办公室',
        consulted: ['监督小组', '工会'],
        informed: ['各党支部', '各处室'],
      },
      tiers: { leader: 'du-zhongyan', manager: AS, executor: 'song-wanqing' },
    },
  },
  regulation('meetings', '杏澜中学党委会会议制度', 'major-matters', 'unit', '杏党发〔2024〕3号'),
  regulation('cadres', '杏澜中学中层干部选拔任用办法', 'personnel', 'party', '杏党发〔2024〕5号'),
  regulation('spending', '杏澜中学大额资金使用管理办法', 'large-spending', 'public'),
  regulation('disclosure', '杏澜中学党务公开实施细则', 'disclosure', 'public', '杏党发〔2024〕9号'),
  activation('fang-lan'),
  {
    label: 'pilot',
    as: 'fang-lan',
    operation: 'designatePilot',
    body: { pilot: true, reason: '制度健全、公开规范，列为全区党务公开试点，供各校参照。' },
  },
];
