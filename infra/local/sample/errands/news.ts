import type { Errand, Errands } from './errand.ts';

type Told = Readonly<Record<'title' | 'text', string>> & {
  readonly stream: 'party' | 'affairs';
  readonly audience: 'public' | 'unit';
};

/** Written by one person; whoever comes back to it later finds it under the label. */
const written = (label: string, as: string, news: Told): Errand => ({
  label,
  as,
  operation: 'writeNews',
  body: { ...news, notSecret: true },
});

/** Checked for secrets by another one, and on show from then on. */
const checked = (label: string, as: string): Errand => ({
  label: `${label}-check`,
  as,
  operation: 'releaseNews',
  on: { news: label },
  body: { version: 1, notSecret: true },
});

/** 杏澜中学: two of the committee's work, one of the school's affairs, and one that waits to be checked. */
export const xinglanNews: Errands = () => [
  written('news-party-day', 'song-wanqing', {
    stream: 'party',
    title: '校党委开展“共话育人初心”主题党日活动',
    text: '校党委组织各党支部开展主题党日活动，**三个支部**交流了师德建设和课后服务工作的做法，并就下一步工作听取了党员意见。\n\n- 重温入党誓词\n- 支部书记交流发言\n- 党员教师座谈',
    audience: 'public',
  }),
  checked('news-party-day', 'jiang-hailin'),
  written('news-visit', 'song-wanqing', {
    stream: 'party',
    title: '校党委走访慰问退休教师党员',
    text: '校党委班子成员分组走访退休教师党员，通报学校近期工作，听取对学校发展的意见建议。',
    audience: 'unit',
  }),
  checked('news-visit', 'jiang-hailin'),
  written('news-canteen', 'jiang-hailin', {
    stream: 'affairs',
    title: '学校食堂开放日安排',
    text: '本月最后一周为食堂开放日，家长可凭校门口登记的访客证参观后厨并陪餐，每班每天不超过两名。',
    audience: 'public',
  }),
  checked('news-canteen', 'du-zhongyan'),
  written('news-study', 'song-wanqing', {
    stream: 'party',
    title: '第二党支部集中学习党务公开条例',
    text: '第二党支部利用例会时间集中学习《中国共产党党务公开条例（试行）》，结合公开目录讨论了本学期的公开工作。',
    audience: 'public',
  }),
];
