import type { Errand, Errands } from './errand.ts';

/** The district rolls disclosure out in two stages; the first one is running. */
export const chengjiangRollout: Errands = ({ day }) => [
  {
    label: 'campaign',
    as: 'bai-ruoxi',
    operation: 'planCampaign',
    body: {
      title: '全区学校党务公开规范化建设',
      about: '各学校党组织先健全机构、拟定方案，再组织培训、按目录公开，进展以平台记录为准。',
      stages: [
        { name: '宣传发动', from: day(-20), until: day(10), closes: ['leading-group', 'scheme'] },
        { name: '公开实施', from: day(11), until: day(60), closes: ['training', 'disclosure'] },
      ],
    },
  },
  {
    label: 'mobilisation',
    as: 'bai-ruoxi',
    operation: 'recordActivity',
    body: {
      kind: 'meeting',
      meeting: { type: 'mobilisation', layer: 'committee' },
      title: '全区学校党务公开规范化建设动员部署会',
      heldOn: day(-20),
      place: '区教育服务大楼报告厅',
      attendance: { members: 58 },
      minutes: '部署两个阶段的任务，通报上一季度公开台账情况，明确各校方案报备时间。',
    },
  },
  {
    label: 'training',
    as: 'bai-ruoxi',
    operation: 'recordActivity',
    body: {
      kind: 'training',
      aims: ['meaning', 'principles', 'procedure', 'practice'],
      title: '学校党组织书记党务公开专题培训',
      heldOn: day(-12),
      place: '区教师发展中心',
      attendance: { members: 46 },
      participants: [
        { person: 'du-zhongyan', organisation: 'xinglan' },
        { person: 'hong-yannian', organisation: 'yunxi' },
        { person: 'yu-dashan', organisation: 'hetang' },
        { person: 'shi-wanyun', organisation: 'preschool' },
      ],
      minutes: '解读党务公开条例，讲授公开程序和保密审查要点，现场操作平台并答疑。',
    },
  },
];

const activity = (label: string, as: string, body: object): Errand => ({
  label: `activity-${label}`,
  as,
  operation: 'recordActivity',
  body,
});

/** 杏澜中学: three things that were held, and a reception day that people can book. */
export const xinglanActivities: Errands = ({ day }) => [
  activity('life', 'song-wanqing', {
    kind: 'meeting',
    meeting: { type: 'organisation-life', layer: 'members' },
    title: '高二年级党支部组织生活会',
    heldOn: day(-9),
    place: '党员活动室',
    audience: 'party',
    attendance: { members: 26, guests: 2 },
    minutes: '对照查摆问题，开展批评和自我批评，列出整改事项七条。',
  }),
  activity('publicity', 'pan-yichen', {
    kind: 'publicity',
    title: '向家长介绍党务公开栏和意见答复渠道',
    heldOn: day(-5),
    place: '学校东门',
    audience: 'public',
    attendance: { members: 4, masses: 65 },
  }),
  activity('reading', 'song-wanqing', {
    kind: 'reading',
    title: '教职工查阅中层干部选拔任用文件',
    heldOn: day(-2),
    place: '文件查阅处',
    attendance: { masses: 3 },
  }),
  {
    label: 'reception',
    as: 'song-wanqing',
    operation: 'planReception',
    body: {
      title: '党委书记接待日',
      host: 'du-zhongyan',
      place: '行政楼三层接待室',
      audience: 'public',
      startsAt: `${day(7)}T14:00:00+08:00`,
      slotMinutes: 20,
      slots: 6,
    },
  },
  {
    label: 'reception-booking',
    as: 'su-mianmian',
    operation: 'bookReception',
    on: { activity: 'reception' },
    body: { slot: 1, subject: '课后服务教师排班' },
  },
];

/** 云溪小学: a day of the Party, and a meeting at which parents were heard. */
export const yunxiActivities: Errands = ({ day }) => [
  activity('party-day', 'lian-xinyi', {
    kind: 'activity',
    title: '“护学岗上的党旗红”主题党日',
    heldOn: day(-6),
    place: '学校正门',
    audience: 'public',
    attendance: { members: 14, masses: 6 },
    participants: [{ person: 'hong-yannian' }, { person: 'tao-jingqiu' }],
  }),
  activity('opinions', 'lian-xinyi', {
    kind: 'meeting',
    meeting: { type: 'opinions', layer: 'everybody' },
    title: '课后服务课程设置意见征求会',
    heldOn: day(-4),
    place: '多功能教室',
    attendance: { members: 9, masses: 12, guests: 15 },
    minutes: '家长代表和教师围绕课程门类、接送时间提出意见十八条，由教导处汇总。',
  }),
];
