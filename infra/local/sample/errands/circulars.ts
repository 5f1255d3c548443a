import { errandId } from '../known-ids.ts';
import { SAMPLE_DISTRICT } from '../organisations.ts';
import type { Errand, Errands } from './errand.ts';

const CIRCULAR = 'circular-tidying';

/** The district asks for something, of four organisations. */
export const chengjiangCirculars: Errands = ({ day }) => [
  {
    label: CIRCULAR,
    as: 'bai-ruoxi',
    operation: 'issueCircular',
    body: {
      title: '关于做好学期末党务公开清理归档工作的通知',
      text: '各学校党组织：\n为做好学期末党务公开工作，请对照公开目录逐行核查，及时更换过期内容，整理会议公开凭证并归档。办理中遇到的问题请及时与区教育党工委办公室联系。',
      recipients: ['xinglan', 'yunxi', 'hetang', 'preschool'],
      readers: 'office',
      task: '逐行核查公开目录，完成清理归档后报告。',
      dueOn: day(14),
    },
  },
];

/** What people of an organisation do with the district's circular. */
const toDistrict = (as: string, operation: string, body: object = {}): Errand => ({
  label: `${CIRCULAR}-${operation}-${as}`,
  as,
  operation,
  at: { issuer: SAMPLE_DISTRICT, circular: errandId(SAMPLE_DISTRICT, CIRCULAR) },
  body,
});

/** Everybody of the school who holds a seat there. */
const XINGLAN_SEATS = [
  ...['jiang-hailin', 'song-wanqing', 'du-zhongyan', 'luo-siyuan'],
  ...['qin-shuyao', 'pan-yichen'],
];

/** 杏澜中学: received and done, with a notice of its own that some of its members have read. */
export const xinglanCirculars: Errands = ({ day }) => [
  toDistrict('jiang-hailin', 'receiveCircular'),
  ...XINGLAN_SEATS.map((person) => toDistrict(person, 'readCircular')),
  toDistrict('jiang-hailin', 'reportCircularDone', {
    note: '三十三行已逐行核查，更换过期内容两件，会议凭证已整理归档。',
  }),
  {
    label: 'circular-study',
    as: 'song-wanqing',
    operation: 'issueCircular',
    body: {
      title: '关于组织学习《中国共产党党务公开条例（试行）》的通知',
      text: '各党支部：请于本月内组织全体党员学习《中国共产党党务公开条例（试行）》，重点学习公开的内容和范围、程序和方式。',
      recipients: ['xinglan'],
      readers: 'party',
      dueOn: day(10),
    },
  },
  {
    label: 'circular-study-reading',
    as: 'fu-guangyao',
    operation: 'readCircular',
    at: { issuer: 'xinglan', circular: errandId('xinglan', 'circular-study') },
  },
];

/** 云溪小学: received, and read by all but one. */
export const yunxiCirculars: Errands = () => [
  toDistrict('tao-jingqiu', 'receiveCircular'),
  ...['tao-jingqiu', 'lian-xinyi', 'hong-yannian'].map((person) => toDistrict(person, 'readCircular')),
];
