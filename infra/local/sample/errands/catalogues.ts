import { DEFAULT_POLICY } from '../../../../domain/organisation/policy.ts';
import type { Errand, Errands } from './errand.ts';

/** The district adds to its words, and wants to approve what schools change in their catalogues. */
export const chengjiangCatalogues: Errands = () => [
  {
    label: 'policy',
    as: 'fang-lan',
    operation: 'changePolicy',
    body: {
      policy: { ...DEFAULT_POLICY, catalogueChanges: 'approved' },
      reason: '经区教育党工委会议研究：学校调整公开目录须报区教育党工委办公室审批。',
    },
  },
  {
    label: 'form-open-day',
    as: 'fang-lan',
    operation: 'keepForm',
    body: {
      name: '家长开放日',
      aliases: ['校园开放日'],
      online: false,
      widest: 'public',
      boardPage: false,
      display: false,
      document: false,
      reason: '多所学校通过家长开放日当面公开，列为公开形式。',
    },
  },
  {
    label: 'class-safety',
    as: 'fang-lan',
    operation: 'keepClass',
    body: { name: '平安校园建设情况', reason: '按照区平安校园建设部署增列。' },
  },
];

const OFFICE = 'jiang-hailin';
const SECRETARY = { kind: 'leader', person: 'du-zhongyan', post: '党委书记' };
const DEPUTY = { kind: 'leader', person: 'luo-siyuan', post: '党委副书记' };

const power = (label: string, holder: object, name: string, basis: string, scope: string): Errand => ({
  label: `power-${label}`,
  as: OFFICE,
  operation: 'recordPower',
  body: { holder, name, basis, scope, reason: '清理职责，编制权力清单。' },
});

const finding = (entry: string, outcome: string, problem: string, measure: string): Errand => ({
  label: `power-finding-${outcome}`,
  as: OFFICE,
  operation: 'recordFinding',
  at: { power: entry },
  body: { outcome, problem, measure },
});

/** 杏澜中学: its register of powers, each of the four outcomes once, and a change that the district approved. */
export const xinglanCatalogues: Errands = () => [
  power(
    'major',
    { kind: 'collective' },
    '研究决定“三重一大”事项',
    '《杏澜中学党委会会议制度》',
    '重大决策、重要干部任免、重大项目安排和大额资金使用，须经集体讨论决定。',
  ),
  power(
    'cadres',
    { kind: 'collective' },
    '选拔任用中层干部',
    '《杏澜中学中层干部选拔任用办法》',
    '民主推荐、组织考察、党委会议决定和任前公示，缺一不可。',
  ),
  power(
    'agenda',
    SECRETARY,
    '确定党委会议议题',
    '《杏澜中学党委会会议制度》',
    '议题须会前酝酿，临时动议不上会。',
  ),
  power(
    'training',
    DEPUTY,
    '审定党员教育培训计划',
    '《杏澜中学党务公开实施细则》',
    '年度计划报党委会议通过后执行。',
  ),
  finding(
    'p-1',
    'clarified',
    '与校长办公会议在基建项目上职能交叉。',
    '明确重大项目先由党委会议决定，再由校长办公会议组织实施。',
  ),
  finding(
    'p-2',
    'strengthened',
    '任前公示期间听取意见的渠道单一。',
    '增设监督电话和意见箱，由监督小组全程参与。',
  ),
  finding('p-3', 'defined', '临时增加议题的审批权限不清。', '明确须经两名以上委员提议并书面说明理由。'),
  finding('p-4', 'corrected', '曾由分管领导直接批准培训经费。', '予以纠正，培训经费按大额资金管理办法审批。'),
  {
    label: 'powers-publication',
    as: 'du-zhongyan',
    operation: 'publishPowers',
    body: { audience: 'unit', reason: '经党委会议审议通过，向全校教职工公开。' },
  },
  {
    label: 'change-rules-row',
    as: OFFICE,
    operation: 'refineRow',
    at: { row: 'c-18' },
    body: { powers: ['p-1', 'p-3'], reason: '对照权力清单，注明本行所公开的职权。' },
  },
  {
    label: 'change-rules-row-approval',
    as: 'fang-lan',
    operation: 'approveChange',
    at: { change: 'change-1' },
  },
];

/** 云溪小学: a row of its own that waits for the district. */
export const yunxiCatalogues: Errands = () => [
  {
    label: 'change-afterschool-row',
    as: 'tao-jingqiu',
    operation: 'addLocalRow',
    body: {
      rowId: 'l-afterschool',
      level2: '课后服务收费和师资安排情况',
      forms: ['公示栏', '网站', '家长开放日'],
      audience: 'public',
      timing: 'periodic',
      reason: '家长多次询问，拟列为本校自选公开事项，按学期公开。',
    },
  },
];
