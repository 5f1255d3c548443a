import type { DutyRules } from '../../../domain/duty/rules-schema.ts';
import type { Channel } from '../../../domain/organisation/channels.ts';
import { DEFAULT_POLICY, type Policy } from '../../../domain/organisation/policy.ts';
import { SAMPLE_DUTY_RULES } from './history/rows.ts';
import type { Calendar } from './life.ts';

interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly partyMember: boolean;
  readonly staff: boolean;
  readonly email?: string;
}

export interface SampleOrganisation {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'committee' | 'general-branch' | 'branch';
  readonly superior?: string;
  readonly people: readonly SamplePerson[];
  readonly seats: readonly (readonly [body: string, position: string, person: string])[];
  readonly catalogue: 'committee' | 'branch';
  /** Its own rules; those it begins with when absent. */
  readonly policy?: { readonly policy: Policy; readonly reason: string };
  /** Its own rules of duties, for itself and those right under it; the superior's when absent. */
  readonly dutyRules?: DutyRules;
  /** Carriers that it has; none when empty. */
  readonly channels: readonly Channel[];
  /** Rows as this organisation refined them. */
  readonly refinements: Readonly<Record<string, object>>;
  readonly localRows: readonly object[];
  readonly displays: readonly object[];
}

/** The root of the sample's tree: what the parameter DistrictId has to be. */
export const SAMPLE_DISTRICT = 'chengjiang';
/** Sets the district up: what the parameter DistrictAdministrator has to be. */
export const SAMPLE_ADMINISTRATOR = 'fang-lan';

const member = (id: string, name: string): SamplePerson => ({
  id,
  name,
  partyMember: true,
  staff: true,
  email: `${id}@chengjiang.example`,
});
const colleague = (id: string, name: string): SamplePerson => ({ id, name, partyMember: false, staff: true });

/** A row that is meant for people outside the Party gets forms that reach them. */
const outside = (...forms: string[]) => ({
  forms: [...forms, '公示栏', '网站', '电子屏'],
  reason: '该行公开范围含党外，目录所列形式到达不了教职工和家长，增加公示栏、学校网站和电子屏。',
});

const district: SampleOrganisation = {
  id: SAMPLE_DISTRICT,
  name: '中共澄江区教育工作委员会',
  shortName: '区教育党工委',
  kind: 'committee',
  people: [
    member('fang-lan', '方岚'),
    member('gu-changming', '顾长明'),
    member('xie-yunfei', '谢云飞'),
    member('bai-ruoxi', '白若溪'),
    member('meng-jiahe', '孟嘉禾'),
  ],
  seats: [
    ['office', 'head', 'fang-lan'],
    ['leading-group', 'head', 'gu-changming'],
    ['leading-group', 'deputy', 'xie-yunfei'],
    ['office', 'member', 'bai-ruoxi'],
    ['supervision-group', 'head', 'meng-jiahe'],
  ],
  catalogue: 'committee',
  dutyRules: SAMPLE_DUTY_RULES,
  channels: ['notice-board', 'internet'],
  refinements: { 'c-24': outside('会议', '文件', '设限平台'), 'c-08': outside('会议', '文件', '设限平台') },
  localRows: [],
  displays: [],
};

const xinglan: SampleOrganisation = {
  id: 'xinglan',
  name: '中共澄江区杏澜中学委员会',
  shortName: '杏澜中学党委',
  kind: 'committee',
  superior: SAMPLE_DISTRICT,
  people: [
    member('song-wanqing', '宋晚晴'),
    member('jiang-hailin', '江海林'),
    member('du-zhongyan', '杜仲言'),
    member('luo-siyuan', '罗思源'),
    member('qin-shuyao', '秦舒窈'),
    member('pan-yichen', '潘亦辰'),
    member('fu-guangyao', '傅光耀'),
    colleague('su-mianmian', '苏棉棉'),
    colleague('ye-tingzhou', '叶汀洲'),
  ],
  seats: [
    ['office', 'member', 'song-wanqing'],
    ['office', 'head', 'jiang-hailin'],
    ['leading-group', 'head', 'du-zhongyan'],
    ['leading-group', 'deputy', 'luo-siyuan'],
    ['leading-group', 'member', 'qin-shuyao'],
    ['supervision-group', 'head', 'pan-yichen'],
  ],
  catalogue: 'committee',
  policy: {
    policy: {
      ...DEFAULT_POLICY,
      minimumDisplayDays: 10,
      feedbackAnswerDays: 10,
      approvalChains: {
        ...DEFAULT_POLICY.approvalChains,
        'major-decision': [
          { step: 'enlarged-meeting', by: [{ body: 'leading-group' }] },
          { step: 'main-leader', by: [{ body: 'leading-group', position: 'head' }] },
        ],
      },
    },
    reason:
      '经党委会议研究：重要事项公开不少于十天，意见十天内答复，重大决策须经党委扩大会议表决并由书记审签。',
  },
  channels: ['notice-board', 'member-window', 'internet', 'screen'],
  refinements: {
    'c-05': outside('会议', '文件', '设限平台'),
    'c-08': outside('会议', '文件', '设限平台'),
    'c-23': outside('会议', '设限平台'),
    'c-24': outside('会议', '文件', '设限平台'),
    'c-27': outside('会议', '文件', '设限平台'),
    'c-20': {
      forms: ['会议', '文件', '设限平台', '公示栏'],
      audience: 'unit',
      detail: '含中层干部任前公示：先在党内公开，再向全校教职工公示。',
      reason: '中层干部任用与全校教职工有关，公开范围扩大到本单位。',
    },
  },
  localRows: [],
  displays: [
    { name: '校门口电子屏', place: '学校东门传达室外墙', audience: 'public' },
    { name: '教工之家公示屏', place: '行政楼一层教工之家', audience: 'unit' },
  ],
};

const yunxi: SampleOrganisation = {
  id: 'yunxi',
  name: '中共澄江区云溪小学支部委员会',
  shortName: '云溪小学党支部',
  kind: 'branch',
  superior: SAMPLE_DISTRICT,
  people: [
    member('lian-xinyi', '连心怡'),
    member('tao-jingqiu', '陶静秋'),
    member('hong-yannian', '洪延年'),
    member('wei-zhaodi', '魏昭棣'),
    colleague('kang-nuo', '康诺'),
    colleague('xia-chunsheng', '夏春生'),
  ],
  seats: [
    ['office', 'member', 'lian-xinyi'],
    ['office', 'head', 'tao-jingqiu'],
    ['leading-group', 'head', 'hong-yannian'],
    ['supervision-group', 'head', 'wei-zhaodi'],
  ],
  catalogue: 'branch',
  policy: {
    policy: { ...DEFAULT_POLICY, feedbackWindowDays: 0 },
    reason: '学校规模小，公开事项在支部党员大会上当场听取意见，不另设征求意见期。',
  },
  channels: ['notice-board', 'internet', 'screen'],
  refinements: {
    'b-08': outside('会议', '设限平台'),
    'b-16': outside('会议', '设限平台'),
    'b-17': outside('会议', '设限平台'),
    'b-11': {
      forms: ['会议', '文件', '设限平台', '公示栏'],
      audience: 'unit',
      reason: '发展党员公示须听取全校教职工意见，增加公示栏并扩大到本单位。',
    },
  },
  localRows: [
    {
      rowId: 'l-uniform',
      level2: '校服选用、采购与经费收支情况',
      forms: ['公示栏', '网站', '公示'],
      audience: 'public',
      timing: 'prompt',
      reason: '家长普遍关心，经支部会议研究列为本校自选公开事项。',
    },
  ],
  displays: [{ name: '大厅电子班牌', place: '教学楼一层大厅', audience: 'public' }],
};

/** Two people hold all the seats, so that the superior decides what they cannot decide between themselves. */
const hetang: SampleOrganisation = {
  id: 'hetang',
  name: '中共澄江区荷塘村小学支部委员会',
  shortName: '荷塘村小学党支部',
  kind: 'branch',
  superior: SAMPLE_DISTRICT,
  people: [member('yu-dashan', '余大山'), member('miao-xiulan', '苗秀兰'), colleague('ning-yue', '宁悦')],
  seats: [
    ['leading-group', 'head', 'yu-dashan'],
    ['office', 'head', 'miao-xiulan'],
  ],
  catalogue: 'branch',
  channels: [],
  refinements: {
    'b-02': {
      forms: ['会议', '文件', '设限平台', '公示栏', '网站'],
      audience: 'public',
      reason: '涉及学生和家长切身利益，公开范围扩大到社会。',
    },
  },
  localRows: [],
  displays: [],
};

const preschool: SampleOrganisation = {
  id: 'preschool',
  name: '中共澄江区学前教育总支部委员会',
  shortName: '学前教育党总支',
  kind: 'general-branch',
  superior: SAMPLE_DISTRICT,
  people: [
    member('shi-wanyun', '石婉云'),
    member('ren-zhiyuan', '任致远'),
    member('cheng-lu', '程露'),
    member('geng-heping', '耿和平'),
  ],
  seats: [
    ['office', 'member', 'cheng-lu'],
    ['office', 'head', 'ren-zhiyuan'],
    ['leading-group', 'head', 'shi-wanyun'],
    ['supervision-group', 'head', 'geng-heping'],
  ],
  catalogue: 'branch',
  dutyRules: SAMPLE_DUTY_RULES,
  channels: ['notice-board', 'member-window'],
  refinements: {},
  localRows: [],
  displays: [],
};

const baihe: SampleOrganisation = {
  id: 'baihe',
  name: '中共澄江区白禾幼儿园支部委员会',
  shortName: '白禾幼儿园党支部',
  kind: 'branch',
  superior: 'preschool',
  people: [
    member('zhuang-qiuyu', '庄秋雨'),
    member('ling-feng', '凌峰'),
    member('hua-nianci', '华念慈'),
    colleague('an-xiaoman', '安小满'),
  ],
  seats: [
    ['office', 'head', 'hua-nianci'],
    ['working-group', 'member', 'ling-feng'],
    ['leading-group', 'head', 'zhuang-qiuyu'],
  ],
  catalogue: 'branch',
  channels: ['notice-board'],
  refinements: { 'b-20': outside('会议', '设限平台'), 'b-08': outside('会议', '设限平台') },
  localRows: [],
  displays: [],
};

/** From the root downwards, so that every superior is there before those below it. */
export const SAMPLE_ORGANISATIONS: readonly SampleOrganisation[] = [
  district,
  xinglan,
  yunxi,
  hetang,
  preschool,
  baihe,
];

/** Seats are held from the beginning of the year on. */
export const seatsFrom = ({ year }: Calendar) => `${year}-01-01`;
