import type { Errand, Errands } from './errand.ts';

/** Documents that everything here rests on; the last one is the district's own. */
const BASES = [
  {
    id: 'regulation',
    title: '中国共产党党务公开条例（试行）',
    issuer: '中共中央',
    issuedOn: '2017-12-20',
  },
  {
    id: 'assembly',
    title: '学校教职工代表大会规定',
    number: '教育部令第32号',
    issuer: '教育部',
    issuedOn: '2011-12-08',
  },
  {
    id: 'measures',
    title: '澄江区教育系统党务公开实施办法',
    number: '澄教党发〔2024〕18号',
    issuer: '中共澄江区教育工作委员会',
    issuedOn: '2024-09-02',
  },
] as const;

/** What differs from one school to the other. */
interface Said {
  readonly title: string;
  readonly audience: string;
  readonly methods: string;
}

const published = (as: string, { title, audience, methods }: Said): readonly Errand[] => [
  { label: 'bases', as, operation: 'listBases', body: { bases: BASES } },
  {
    label: 'scheme',
    as,
    operation: 'publishScheme',
    body: {
      title,
      motto: '应公开尽公开，公开必真实，有问必有答',
      idea: '坚持和加强党的全面领导，发扬党内民主，保障党员的知情权、参与权、选举权和监督权，以公开促落实、聚人心。',
      principles: ['坚持正确方向', '坚持发扬民主', '坚持积极稳妥', '坚持依规依法'],
      audience,
      content:
        '党组织决议决定及执行、思想建设、组织建设、领导班子建设、干部工作、联系服务党员群众、党风廉政建设等情况，以公开目录为准。',
      methods,
      steps:
        '一、宣传发动，成立机构、拟定方案；\n二、清理职责，编制目录和权力清单；\n三、按目录公开，听取意见并答复；\n四、总结评议，健全制度。',
      goals: '公开目录逐行落实，定期事项按期公开，意见建议按期答复，党员群众满意度不低于百分之九十。',
      assessment: '党务公开纳入党建工作年度考核，由上级综合评议、群众满意度测评和单位自评三部分组成。',
      rules: RULES,
      bases: BASES.map(({ id }) => id),
    },
  },
];

const RULES = {
  responsibility: {
    title: '党务公开责任制度',
    text: '书记为第一责任人，领导小组统筹部署，办公室负责拟稿、审核和日常管理，各处室按职责提供内容并对真实性负责。',
  },
  supervision: {
    title: '党务公开监督制度',
    text: '监督小组和监督员可以查看公开全过程，提出建议、下达整改通知，办理结果在规定期限内反馈。',
  },
  feedback: {
    title: '党务公开反馈制度',
    text: '对党员群众的意见建议逐条登记、按期答复；采纳的说明落实措施，不予采纳的说明理由。',
  },
  appraisal: {
    title: '党务公开评议制度',
    text: '每年组织一次党员和群众评议，评议结果公开，并作为改进工作的依据。',
  },
};

const cited = (as: string, row: string, bases: readonly string[]): Errand => ({
  label: `citation-${row}`,
  as,
  operation: 'citeBases',
  body: { row, bases },
});

export const chengjiangScheme: Errands = () =>
  published('fang-lan', {
    title: '澄江区教育系统党务公开实施方案',
    audience: '全区教育系统党员；涉及教职工、学生和家长切身利益的，向本单位和社会公开。',
    methods: '会议、文件、公开栏、网站等，按公开范围选用。',
  });

export const xinglanScheme: Errands = () => [
  ...published('jiang-hailin', {
    title: '杏澜中学党务公开实施方案',
    audience: '学校全体党员；适宜的向全校教职工、学生家长和社会公开。',
    methods: '党内会议、文件、校内平台、公示栏、学校网站和电子屏，按公开范围选用。',
  }),
  cited('jiang-hailin', 'c-24', ['assembly', 'measures']),
  cited('jiang-hailin', 'c-03', ['regulation']),
];

export const yunxiScheme: Errands = () => [
  ...published('tao-jingqiu', {
    title: '云溪小学党支部党务公开实施方案',
    audience: '支部全体党员；与教职工和家长有关的，向全校和社会公开。',
    methods: '支部党员大会、公示栏、学校网站和大厅电子班牌。',
  }),
  cited('tao-jingqiu', 'b-17', ['assembly', 'measures']),
];
