import { itemId } from '../known-ids.ts';
import type { Errands } from './errand.ts';

const INSPECTOR = 'meng-jiahe';
const ALONG = 'tang-muyun';

/** 杏澜中学: the district came, suggested something and ordered something; another visit is ahead. */
export const xinglanSupervision: Errands = ({ day }) => [
  {
    label: 'visit-hall',
    as: INSPECTOR,
    operation: 'planVisit',
    body: {
      means: 'supervise',
      on: day(0),
      purpose: '本学期党务公开目录落实和公开栏更新情况。',
      visitors: [INSPECTOR, ALONG],
    },
  },
  {
    label: 'visit-hall-record',
    as: INSPECTOR,
    operation: 'holdVisit',
    on: { visit: 'visit-hall' },
    body: {
      on: day(0),
      summary: '查看校门口电子屏和行政楼公开栏，抽查公开事项五项，与教师、家长代表七人座谈。总体落实较好。',
    },
  },
  {
    label: 'visit-hall-board',
    as: ALONG,
    operation: 'addFinding',
    on: { visit: 'visit-hall' },
    body: { aspect: 'form', text: '行政楼公开栏有一张已过公开期的通知，现场已更换。', solved: true },
  },
  {
    label: 'visit-hall-canteen',
    as: INSPECTOR,
    operation: 'addFinding',
    on: { visit: 'visit-hall' },
    body: {
      aspect: 'content',
      text: '食堂收支按学期公开，家长希望更及时地看到原料采购价格。',
      about: { kind: 'item', id: itemId('xinglan', 'canteen'), step: 1 },
    },
  },
  {
    label: 'suggestion-canteen',
    as: INSPECTOR,
    operation: 'fileSuggestion',
    body: (idOf) => ({
      aspects: ['content', 'timing'],
      text: '建议按月公开食堂大宗原料的采购价格。',
      about: { kind: 'item', id: itemId('xinglan', 'canteen') },
      visit: idOf('visit-hall'),
    }),
  },
  {
    label: 'suggestion-canteen-answer',
    as: 'jiang-hailin',
    operation: 'answerSuggestion',
    on: { followup: 'suggestion-canteen' },
    body: {
      outcome: 'adopted',
      text: '采纳。自下月起每月五日前公开上月采购价格，由总务处提供、膳食委员会核对。',
    },
  },
  {
    label: 'order-progress',
    as: INSPECTOR,
    operation: 'orderRectification',
    body: (idOf) => ({
      aspects: ['implementation'],
      text: '年度工作计划下半年任务的进展登记不完整，请逐项补充责任处室和完成情况。',
      about: { kind: 'item', id: itemId('xinglan', 'plan') },
      visit: idOf('visit-hall'),
      owner: 'song-wanqing',
      dueOn: day(10),
    }),
  },
  {
    label: 'visit-listening',
    as: INSPECTOR,
    operation: 'planVisit',
    body: { means: 'listen', on: day(9), purpose: '党员、教师和家长对党务公开工作的意见建议。' },
  },
];

/** 云溪小学: looks after itself, waits for an answer, and has put something right. */
export const yunxiSupervision: Errands = ({ day }) => [
  {
    label: 'self-check',
    as: 'tao-jingqiu',
    operation: 'planVisit',
    body: { means: 'self-check', on: day(0), purpose: '对照公开目录开展学期自查。' },
  },
  {
    label: 'self-check-record',
    as: 'tao-jingqiu',
    operation: 'holdVisit',
    on: { visit: 'self-check' },
    body: { on: day(0), summary: '逐行核对公开目录，查看公示栏和电子班牌，翻阅意见登记簿。' },
  },
  {
    label: 'self-check-timing',
    as: 'tao-jingqiu',
    operation: 'addFinding',
    on: { visit: 'self-check' },
    body: { aspect: 'timing', text: '意见建议采纳情况尚未按月公开，已列入本月工作安排。' },
  },
  {
    label: 'suggestion-gate',
    as: 'wei-zhaodi',
    operation: 'fileSuggestion',
    body: {
      aspects: ['form'],
      text: '家长反映接送时间看不到公示栏，建议在校门外侧增设公示栏。',
      onBehalf: { of: 'parent', channel: 'meeting' },
    },
  },
  {
    label: 'order-phone',
    as: INSPECTOR,
    operation: 'orderRectification',
    body: {
      aspects: ['form'],
      text: '公示栏所列监督电话为旧号码，请更正。',
      owner: 'lian-xinyi',
      dueOn: day(5),
    },
  },
  {
    label: 'order-phone-report',
    as: 'lian-xinyi',
    operation: 'reportFollowUp',
    on: { followup: 'order-phone' },
    body: { proof: '公示栏和电子班牌的监督电话均已更正，并经拨打核对。' },
  },
  {
    label: 'order-phone-verification',
    as: INSPECTOR,
    operation: 'verifyFollowUp',
    on: { followup: 'order-phone' },
    body: { ok: true, note: '经现场查看和拨打，号码正确。' },
  },
];
