/** A part of the system that is about one organisation: where it is, and what people do there. */
export interface Area {
  /** Under the organisation. */
  readonly path: string;
  readonly name: string;
  readonly about: string;
}

export interface AreaGroup {
  readonly name: string;
  readonly areas: readonly Area[];
}

/** What those who work for an organisation find under `/desk/o/<id>/`. */
export const DESK_AREAS: readonly AreaGroup[] = [
  {
    name: '公开',
    areas: [
      { path: 'propose', name: '提出公开事项', about: '选目录条目，拟稿并送审' },
      { path: 'duties', name: '公开台账', about: '本季度应公开什么、何时到期' },
    ],
  },
  {
    name: '听取意见',
    areas: [
      { path: 'opinions', name: '意见建议', about: '分办、答复、整改' },
      { path: 'enquiries', name: '依申请公开', about: '登记、审定、答复申请' },
      { path: 'topics', name: '群众关注', about: '回应群众想了解的事' },
      { path: 'surveys', name: '征求意见', about: '座谈、问卷、信函和满意度' },
    ],
  },
  {
    name: '上下级',
    areas: [
      { path: 'problems', name: '困难问题', about: '向上级反映，看答复' },
      { path: 'reports', name: '情况报告', about: '按期报送，签收下级报告' },
    ],
  },
  {
    name: '公示屏和提醒',
    areas: [
      { path: 'displays', name: '公示屏', about: '登记、测试、重发' },
      { path: 'screens', name: '屏幕状态', about: '哪块屏没有亮着' },
      { path: 'addresses', name: '地址和二维码', about: '张贴用的网址和二维码' },
      { path: 'robots', name: '群机器人', about: '提醒发到哪些工作群' },
    ],
  },
];

/** What anybody finds under `/o/<id>/`, beside the board. */
export const PUBLIC_AREAS: readonly Area[] = [
  { path: 'catalogue', name: '公开目录', about: '每一条目公开到了哪一步' },
  { path: 'seals', name: '每日封存值', about: '用来核验记录没有被改动' },
];
