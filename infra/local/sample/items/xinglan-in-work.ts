import { contentOf } from '../content.ts';
import {
  approve,
  type Calendar,
  consult,
  reply,
  review,
  type SampleItem,
  sendBack,
  submit,
} from '../life.ts';

const CLERK = 'song-wanqing';
const OFFICE = 'jiang-hailin';
const SECRETARY = 'du-zhongyan';
const DEPUTY = 'luo-siyuan';

/** 杏澜中学: what is on its way, what was sent back, and what is not disclosed. */
export const xinglanInWork = (calendar: Calendar): readonly SampleItem[] => [
  support,
  teacherOfTheYear(calendar),
  rules,
  election(calendar),
  discipline,
  assessment(calendar),
  training,
];

/** Holds a telephone number and the identity number of the specimen card, for the screen to find. */
const support: SampleItem = {
  slug: 'support',
  clerk: CLERK,
  content: contentOf({
    row: 'c-26',
    title: '困难党员和教职工帮扶情况',
    text: [
      '本学期学校党委开展“暖心帮扶”，走访慰问困难党员和教职工 9 人，发放慰问金合计 18000 元。',
      '帮扶申请请联系组织委员，手机 13912345678。',
      '受助人员名单另附，其中一人登记的证件号码为 11010519491231002X，公开前请核对。',
    ],
    accountable: OFFICE,
    audience: 'party',
    forms: ['设限平台', '会议'],
  }),
  life: [submit(CLERK)],
};

const teacherOfTheYear = ({ at }: Calendar): SampleItem => ({
  slug: 'teacher-of-the-year',
  clerk: CLERK,
  content: contentOf({
    row: 'c-08',
    title: '关于推荐“澄江好教师”人选的情况',
    text: [
      '根据区教育党工委通知，学校经教研组提名、全体教师投票和党委会议研究，拟推荐傅光耀同志为“澄江好教师”人选。',
      '傅光耀同志从教二十四年，长期担任班主任和备课组长，所带班级多次获评先进集体，指导青年教师五名。',
    ],
    accountable: OFFICE,
    audience: 'public',
    basis: 'voluntary',
    forms: ['公示栏', '网站'],
  }),
  life: [
    submit(CLERK),
    review(OFFICE),
    consult(OFFICE, ['qin-shuyao', 'pan-yichen'], at(4)),
    reply('qin-shuyao', '同意推荐，建议补充指导青年教师的具体成果。'),
  ],
});

const rules: SampleItem = {
  slug: 'rules',
  clerk: CLERK,
  content: contentOf({
    row: 'c-18',
    title: '党委会议事规则（修订）执行情况',
    text: [
      '本年度召开党委会议 18 次，研究议题 64 项，其中“三重一大”事项 11 项，均按规定会前酝酿、集体讨论、会议决定。',
    ],
    accountable: OFFICE,
    audience: 'party',
    forms: ['设限平台'],
  }),
  life: [submit(CLERK), sendBack(OFFICE, '请补充修订前后条文对照，并说明第一议题学习次数，修改后重新提交。')],
};

const election = ({ at, day }: Calendar): SampleItem => ({
  slug: 'election',
  clerk: CLERK,
  content: contentOf({
    row: 'c-10',
    title: '关于高三年级党支部换届选举结果的通报',
    text: [
      '高三年级党支部召开党员大会进行换届选举，应到正式党员 22 人，实到 21 人，采用无记名投票方式选举产生新一届支部委员会。',
      '选举结果已报校党委批复。新一届支部委员会由三名委员组成，任期三年。',
    ],
    accountable: OFFICE,
    audience: 'party',
    documentType: 'bulletin',
    forms: ['设限平台', '文件'],
    releasePlan: [{ audience: 'party', at: at(1) }],
    showUntil: day(30),
  }),
  life: [submit(CLERK), review(OFFICE), approve(DEPUTY)],
});

const discipline: SampleItem = {
  slug: 'discipline',
  clerk: CLERK,
  content: contentOf({
    row: 'c-31',
    title: '党员违纪处理情况',
    text: ['本期有一起处理事项，因涉及未成年当事人，按规定不予公开，处理结果已在适当范围内通报。'],
    accountable: SECRETARY,
    audience: 'party',
    forms: ['会议'],
    withheld: {
      kind: 'cannot',
      ground: 'personal-privacy',
      explanation: '公开会使未成年当事人被辨认出来，处理结果已按规定在支部范围内通报。',
    },
  }),
  life: [submit(CLERK), review(OFFICE), approve(DEPUTY)],
};

const assessment = ({ day }: Calendar): SampleItem => ({
  slug: 'assessment',
  clerk: CLERK,
  content: contentOf({
    row: 'c-21',
    title: '中层干部轮岗交流方案',
    text: ['轮岗交流方案正在听取各方面意见，尚未形成决定，形成决定后按规定公开。'],
    accountable: SECRETARY,
    audience: 'party',
    forms: ['设限平台'],
    withheld: {
      kind: 'not-for-now',
      ground: 'under-deliberation',
      explanation: '方案处于酝酿阶段，过早公开可能影响干部思想稳定，待党委会议决定后公开。',
      lookAgainOn: day(21),
    },
  }),
  life: [submit(CLERK), review(OFFICE), approve(DEPUTY)],
});

const training: SampleItem = {
  slug: 'training',
  clerk: CLERK,
  content: contentOf({
    row: 'c-07',
    title: '党员干部教育培训计划及落实情况',
    text: [
      '（拟稿中）本学期计划举办党员集中培训两期、入党积极分子培训一期，具体安排待教务处协调场地后补充。',
    ],
    accountable: OFFICE,
    audience: 'party',
    forms: ['设限平台', '会议'],
  }),
  life: [],
};
