import { contentOf, type Draft } from '../content.ts';
import {
  answer,
  approve,
  type Calendar,
  completeStage,
  opine,
  progress,
  proof,
  review,
  revise,
  type SampleItem,
  submit,
  withdraw,
} from '../life.ts';

const CLERK = 'song-wanqing';
const OFFICE = 'jiang-hailin';
const SECRETARY = 'du-zhongyan';
const DEPUTY = 'luo-siyuan';

const throughApproval = [submit(CLERK), review(OFFICE), approve(DEPUTY)];

/** 杏澜中学: what has been disclosed, inside, outside, in a meeting, again, or only for a while. */
export const xinglanDisclosed = (calendar: Calendar): readonly SampleItem[] => [
  congress(calendar),
  appointment(calendar),
  renovation(calendar),
  plan(calendar),
  commendation,
  fees(calendar),
  opinions,
  volunteering,
  campaign,
];

const congress = ({ day }: Calendar): SampleItem => ({
  slug: 'congress',
  clerk: CLERK,
  content: contentOf({
    row: 'c-24',
    title: '关于召开第八届教职工代表大会第三次会议有关情况的公开',
    text: [
      '根据《学校教职工代表大会规定》和学校工作安排，经党委会议研究，学校召开第八届教职工代表大会第三次会议。现将有关情况公开如下。',
      '## 一、会议议题',
      '1. 听取和审议校长工作报告；\n2. 听取和审议学校年度财务工作报告；\n3. 讨论《教职工考核办法（修订稿）》；\n4. 讨论《教师专业发展五年规划（草案）》。',
      '## 二、代表情况',
      '应到代表 86 人，由各年级组、教研组和处室按教职工人数民主选举产生，其中一线教师 61 人，女代表 49 人，党外代表 32 人。',
      '## 三、提案办理',
      '会议期间共收到提案 23 件，经提案审查委员会审查立案 17 件，由相关处室限期办理，办理结果另行公开。',
    ],
    accountable: OFFICE,
    audience: 'public',
    forms: ['公示栏', '网站', '电子屏'],
    important: true,
    showUntil: day(40),
  }),
  life: [
    ...throughApproval,
    opine(
      'opinion-workload',
      'su-mianmian',
      'staff',
      '建议把《教职工考核办法（修订稿）》全文同时公开，并说明班主任工作量如何折算，方便大家提出意见。',
    ),
    opine(
      'opinion-parent',
      undefined,
      'parent',
      '希望提案的办理结果也能在学校网站上看到，家长很关心食堂和课后服务的提案。',
    ),
    answer(
      OFFICE,
      'opinion-workload',
      'adopted',
      '采纳。考核办法修订稿全文已在校内平台公开，班主任工作量折算办法见附表，意见征集延长一周。',
    ),
  ],
});

const appointment = ({ at }: Calendar): SampleItem => ({
  slug: 'appointment',
  clerk: CLERK,
  content: contentOf({
    row: 'c-20',
    title: '中层干部任前公示',
    text: [
      '经民主推荐、组织考察，校党委会议研究，拟任命下列同志。现予公示，接受党员和教职工监督。',
      '- 傅光耀同志，拟任教务处主任；\n- 秦舒窈同志，拟任学生发展处主任。',
      '公示期间，党员和教职工如对拟任人选有异议，请署真实姓名，以书面或当面形式向学校党委反映。反映情况应实事求是、有具体事实。',
    ],
    accountable: OFFICE,
    audience: 'unit',
    documentType: 'public-notice',
    matter: 'personnel',
    important: true,
    forms: ['设限平台', '公示栏'],
    releasePlan: [{ audience: 'party' }, { audience: 'unit', at: at(1 / 480) }],
    objection: {
      periodDays: 5,
      contact: '学校党委组织委员',
      phone: '5550 2108',
      supervisionPhone: '5550 2119',
      howToObject: '工作日到行政楼三层党委办公室当面反映，或将署名信件投入监督小组信箱，公示期内均予受理。',
    },
  }),
  life: [submit(CLERK), review(OFFICE), approve(DEPUTY), approve(SECRETARY, 'approve-leader')],
});

const renovation = ({ at, day }: Calendar): SampleItem => ({
  slug: 'renovation',
  clerk: CLERK,
  content: contentOf({
    row: 'c-03',
    title: '关于教学综合楼抗震加固与修缮项目的决策公开',
    text: [
      '教学综合楼建成已逾三十年，经专业机构鉴定，部分构件需要加固。该项目属“三重一大”事项，已经党委扩大会议集体讨论并表决通过。',
      '## 决策依据\n鉴定报告结论、区教育部门批复、教职工代表大会审议意见。',
      '## 主要内容\n1. 加固二至四层梁柱，更换老化线路和消防管网；\n2. 工期安排在寒假及下学期初，施工期间相关班级调整到实验楼上课；\n3. 资金由区级专项和学校维修基金共同承担，全过程接受审计。',
      '## 监督\n监督小组全程参与招标、隐蔽工程验收和决算，进展按阶段公开。',
    ],
    accountable: SECRETARY,
    audience: 'public',
    matter: 'major-decision',
    important: true,
    basedOn: '学校党委扩大会议纪要',
    forms: ['设限平台', '网站'],
    exception: '工程涉及学生上课地点调整，家长需要知情，向社会公开并增加学校网站。',
    releasePlan: [{ audience: 'party' }, { audience: 'public', at: at(3) }],
    stages: [
      { name: '设计与招标', plannedOn: day(25) },
      { name: '主体施工', plannedOn: day(90) },
      { name: '竣工验收与决算', plannedOn: day(150) },
    ],
  }),
  life: [
    submit(CLERK),
    review(OFFICE, 'review', '施工期间班级调整可能引起家长疑虑，已准备说明材料和答疑安排。'),
    approve(DEPUTY, 'approve-meeting', { heldOn: day(-2), present: 11, yes: 10, no: 0, abstain: 1 }),
    approve(SECRETARY, 'approve-leader'),
  ],
});

const plan = ({ day, year }: Calendar): SampleItem => ({
  slug: 'plan',
  clerk: CLERK,
  content: contentOf({
    row: 'c-04',
    title: `${year} 年度党委工作计划`,
    text: [
      '一、加强政治建设，落实“第一议题”制度，全年组织中心组学习不少于十二次。',
      '二、推进党建与教育教学融合，建设党员示范岗二十个、党员名师工作室三个。',
      '三、规范党务公开，公开目录逐行落实，意见建议按期答复。',
      '四、关心教职工，落实困难帮扶和重大疾病慰问制度。',
    ],
    accountable: OFFICE,
    audience: 'party',
    forms: ['会议', '设限平台'],
    exception: '工作计划内容较长，除会议通报外在校内平台供党员查阅。',
    pair: { part: 'plan' },
    stages: [
      { name: '上半年任务', plannedOn: day(-30) },
      { name: '下半年任务', plannedOn: day(45) },
    ],
  }),
  life: [
    ...throughApproval,
    completeStage(CLERK, 0, day(-28), '上半年十五项任务完成十四项，示范岗验收顺延至下半年。'),
    progress(CLERK, 60, '中心组学习已开展九次，党员名师工作室建成两个，公开目录已落实二十六行。'),
  ],
});

const commendation: SampleItem = {
  slug: 'commendation',
  clerk: CLERK,
  content: contentOf({
    row: 'c-13',
    title: '关于表彰优秀共产党员、优秀党务工作者的通报',
    text: [
      '经各支部民主推荐、党委会议研究并在党内公示无异议，决定授予傅光耀等十二名同志“优秀共产党员”称号，授予江海林等三名同志“优秀党务工作者”称号，授予高二年级党支部“先进基层党组织”称号。',
      '希望受表彰的同志和集体珍惜荣誉，再接再厉；全校党员要向先进学习，立足岗位、教书育人。',
    ],
    accountable: OFFICE,
    audience: 'party',
    documentType: 'bulletin',
    forms: ['设限平台', '文件'],
  }),
  life: throughApproval,
};

const fees = ({ year }: Calendar): SampleItem => ({
  slug: 'fees',
  clerk: CLERK,
  content: contentOf({
    row: 'c-15',
    title: `${year} 年党费收缴、使用和管理情况`,
    text: [
      '本期党费收缴工作已完成，127 名党员全部按月足额交纳。收支情况见附表，账目经监督小组核对无误。',
      '结余按规定专户管理，下期主要用于党员教育培训和慰问困难党员。',
    ],
    accountable: OFFICE,
    audience: 'party',
    documentType: 'briefing',
    forms: ['会议'],
    amounts: {
      unit: 'yuan',
      lines: [
        { label: '上期结余', cents: 1_284_600 },
        { label: '本期收缴', cents: 4_826_350 },
        { label: '上缴区教育党工委', cents: -2_413_175 },
        { label: '党员教育培训', cents: -896_000 },
        { label: '慰问困难党员', cents: -600_000 },
      ],
      totalCents: 2_201_775,
    },
  }),
  life: [
    ...throughApproval,
    proof(CLERK, {
      form: '会议',
      audience: 'party',
      place: '学校报告厅',
      reached: 121,
      recipients: '全体党员大会，应到 127 人，实到 121 人，请假 6 人会后由所在支部传达。',
      note: '会议由党委副书记主持，组织委员宣读收支情况，监督小组报告核对结果，现场答复提问两人次。会议记录和签到表存党委办公室。',
    }),
  ],
});

const canteen = (more: Partial<Draft> = {}) =>
  contentOf({
    row: 'c-23',
    title: '关于食堂管理意见建议采纳情况的反馈',
    text: [
      '近期通过教代会提案、校长信箱和家长委员会收到食堂管理方面的意见建议 34 条，学校党委专题研究，采纳情况反馈如下。',
      '1. 增加清淡窗口和低盐菜品：采纳，已在一层东侧开设；\n2. 公开每周食谱和主要原料来源：采纳，每周一在食堂门口和学校网站公布；\n3. 延长晚餐供应时间：部分采纳，延长二十分钟。',
    ],
    accountable: OFFICE,
    audience: 'public',
    forms: ['公示栏', '网站', '电子屏'],
    ...more,
  } as Draft);

const opinions: SampleItem = {
  slug: 'canteen',
  clerk: CLERK,
  content: canteen(),
  life: [
    ...throughApproval,
    opine(
      'opinion-price',
      undefined,
      'parent',
      '食谱公开了，但没有说明饭菜价格是怎么定的，建议把定价办法和每学期的收支一并公开。',
      '一名高一学生家长',
    ),
    answer(
      OFFICE,
      'opinion-price',
      'adopted',
      '采纳。食堂坚持公益性，不以营利为目的，定价办法和本学期收支已补充公开，请见更新后的内容。',
    ),
    revise(
      CLERK,
      canteen({
        text: [
          '近期通过教代会提案、校长信箱和家长委员会收到食堂管理方面的意见建议 35 条，学校党委专题研究，采纳情况反馈如下。',
          '1. 增加清淡窗口和低盐菜品：采纳，已在一层东侧开设；\n2. 公开每周食谱和主要原料来源：采纳，每周一在食堂门口和学校网站公布；\n3. 延长晚餐供应时间：部分采纳，延长二十分钟。',
          '## 补充公开：定价与收支\n食堂实行成本核算，原料成本占比不低于百分之七十。膳食委员会每学期审核一次定价，教师、家长和学生代表各占三分之一。本学期收支基本持平，结余 1.2 万元全部用于补贴早餐。',
        ],
      }),
      '根据家长意见补充公开食堂定价办法和本学期收支情况。',
      ['opinion-price'],
    ),
    submit(CLERK, 'submit-again'),
    review(OFFICE, 'review-again'),
    approve(DEPUTY, 'approve-again'),
  ],
};

const volunteering: SampleItem = {
  slug: 'volunteering',
  clerk: CLERK,
  content: contentOf({
    row: 'c-27',
    title: '党员志愿服务活动情况',
    text: [
      '本学期学校党委组织“杏澜先锋”党员志愿服务活动六次，累计参加 213 人次，服务内容包括周边路口护学、社区课业辅导和图书馆整理。',
      '下一步将与社区共建固定服务点，每周六上午开放。',
    ],
    accountable: OFFICE,
    audience: 'public',
    basis: 'voluntary',
    forms: ['网站', '公示栏'],
  }),
  life: [...throughApproval, withdraw(CLERK, '参加人次统计有误，核实后重新公开。', true)],
};

const campaign: SampleItem = {
  slug: 'campaign',
  clerk: CLERK,
  content: contentOf({
    row: 'c-06',
    title: '“师德师风建设月”主题实践活动开展情况',
    text: [
      '按照区教育党工委部署，学校开展“师德师风建设月”主题实践活动，组织专题党课四次、师德承诺签名一次、优秀教师事迹分享会两场，党员参加率百分之九十八。',
      '活动中征集意见建议 19 条，已全部转相关处室办理。',
    ],
    accountable: OFFICE,
    audience: 'party',
    forms: ['设限平台', '会议'],
  }),
  life: throughApproval,
};
