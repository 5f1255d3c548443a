/**
 * How an organisation keeps its duties in a quarter:
 *
 * - `punctual`: everything in good time;
 * - `late`: one row in time, the others some days after they were due;
 * - `silent`: nothing;
 * - `catching-up`: what it owes from before, together with what is due.
 */
export type Manner = 'punctual' | 'late' | 'silent' | 'catching-up';

/** Who does the work in an organisation, and how it went with its duties. */
export interface HistoryOfSchool {
  readonly clerk: string;
  readonly reviewer: string;
  readonly approver: string;
  /** Of the superior's office: excuses what there is nothing to tell of. */
  readonly waiver: string;
  /** Quarter after quarter; the last one holds from then on. */
  readonly manners: readonly [Manner, ...Manner[]];
}

export const HISTORY: Readonly<Record<string, HistoryOfSchool>> = {
  chengjiang: {
    clerk: 'bai-ruoxi',
    reviewer: 'fang-lan',
    approver: 'gu-changming',
    waiver: 'fang-lan',
    manners: ['punctual'],
  },
  xinglan: {
    clerk: 'song-wanqing',
    reviewer: 'jiang-hailin',
    approver: 'luo-siyuan',
    waiver: 'fang-lan',
    manners: ['punctual'],
  },
  yunxi: {
    clerk: 'lian-xinyi',
    reviewer: 'tao-jingqiu',
    approver: 'hong-yannian',
    waiver: 'fang-lan',
    manners: ['late', 'late', 'late', 'punctual'],
  },
  hetang: {
    clerk: 'miao-xiulan',
    reviewer: 'yu-dashan',
    approver: 'gu-changming',
    waiver: 'fang-lan',
    manners: ['silent'],
  },
  preschool: {
    clerk: 'cheng-lu',
    reviewer: 'ren-zhiyuan',
    approver: 'shi-wanyun',
    waiver: 'fang-lan',
    manners: ['punctual'],
  },
  baihe: {
    clerk: 'ling-feng',
    reviewer: 'hua-nianci',
    approver: 'zhuang-qiuyu',
    waiver: 'ren-zhiyuan',
    manners: ['silent', 'silent', 'catching-up', 'punctual'],
  },
};
