import { contentOf } from '../content.ts';
import type { Errand, Errands } from './errand.ts';

const CLERK = 'song-wanqing';
const OFFICE = 'jiang-hailin';
const SECRETARY = 'du-zhongyan';
const verdict = { ok: true };

/** The item by which everybody learns what was decided; it names its decision, so it comes after it. */
const resultOfWall: readonly Errand[] = [
  {
    label: 'wall-item',
    as: CLERK,
    operation: 'proposeItem',
    body: (idOf) =>
      contentOf({
        row: 'c-03',
        title: '关于北侧围墙应急排险加固的决定',
        text: [
          '因强风影响，学校北侧围墙出现倾斜裂缝。学校党委当日召开会议研究，决定立即封闭北侧通道并进行加固。',
          '施工期间师生由东门、南门出入，加固费用从学校应急维修经费中列支，完工验收后恢复通行。',
        ],
        accountable: OFFICE,
        audience: 'public',
        forms: ['公示栏', '网站'],
        exception: '涉及师生和家长出行安全，向社会公开。',
        decision: idOf('decision-wall'),
      }),
  },
  { label: 'wall-item-submission', as: CLERK, operation: 'submitItem', on: { item: 'wall-item' } },
  {
    label: 'wall-item-review',
    as: OFFICE,
    operation: 'reviewItem',
    on: { item: 'wall-item' },
    body: {
      verdicts: { content: verdict, form: verdict, audience: verdict, time: verdict, duration: verdict },
      secrecy: { clear: true, note: '经审查，不涉及国家秘密和党内秘密，可以公开。' },
    },
  },
  { label: 'wall-item-approval', as: SECRETARY, operation: 'approveItem', on: { item: 'wall-item' } },
  {
    label: 'decision-wall-result',
    as: CLERK,
    operation: 'discloseResult',
    on: { decision: 'decision-wall' },
    body: (idOf) => ({ item: idOf('wall-item') }),
  },
];

/** An urgent matter: announced, decided on and disclosed on one day, which its page says of it, and being carried out. */
export const decisionOnTheWall: Errands = ({ day }) => [
  {
    label: 'decision-wall',
    as: CLERK,
    operation: 'openDecision',
    body: {
      title: '北侧围墙应急排险加固',
      summary: '强风导致学校北侧围墙约四十米出现倾斜裂缝，邻近学生通道，须立即围挡并加固。',
      matter: 'ordinary',
      audience: 'public',
    },
  },
  {
    label: 'decision-wall-notice',
    as: CLERK,
    operation: 'giveNotice',
    on: { decision: 'decision-wall' },
    body: {
      requirements: '情况紧急，当日召开党委会议研究，请总务处携带现场勘查记录和应急方案到会说明。',
      meetingOn: day(0),
    },
  },
  {
    label: 'decision-wall-meeting',
    as: CLERK,
    operation: 'recordMeeting',
    on: { decision: 'decision-wall' },
    body: {
      heldOn: day(0),
      place: '行政楼三层会议室',
      entitled: 9,
      present: 8,
      resolution: '同意立即封闭北侧通道并进行加固，费用从学校应急维修经费中列支，完工后组织验收。',
      outcome: 'adopted',
    },
  },
  ...resultOfWall,
  {
    label: 'decision-wall-closing-off',
    as: CLERK,
    operation: 'assignAction',
    on: { decision: 'decision-wall' },
    body: { task: '封闭北侧通道，设置绕行标志', assignee: 'fu-guangyao', dueOn: day(2) },
  },
  {
    label: 'decision-wall-repair',
    as: CLERK,
    operation: 'assignAction',
    on: { decision: 'decision-wall' },
    body: { task: '完成围墙加固并组织验收', assignee: 'qin-shuyao', dueOn: day(20) },
  },
  {
    label: 'decision-wall-closed-off',
    as: 'fu-guangyao',
    operation: 'reportAction',
    on: { decision: 'decision-wall' },
    body: { action: 1, note: '通道已封闭，绕行标志和值守人员均已到位。', done: true },
  },
];
