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
      { path: 'news', name: '动态', about: '撰写、审查发布党建动态和校务等动态' },
      { path: 'catalogue', name: '目录管理', about: '调整目录、报批、权力清单、下发目录' },
      { path: 'duties', name: '公开台账', about: '本季度应公开什么、何时到期' },
      { path: 'activities', name: '活动记录', about: '会议、培训、宣传、接待日' },
      { path: 'decisions', name: '重大事项决策', about: '按六项机制决策，督办落实' },
    ],
  },
  {
    name: '听取意见',
    areas: [
      { path: 'opinions', name: '意见建议', about: '分办、答复、整改' },
      { path: 'mailbox', name: '意见邮箱', about: '邮箱地址，来信如何转入' },
      { path: 'enquiries', name: '依申请公开', about: '登记、审定、答复申请' },
      { path: 'topics', name: '群众关注', about: '回应群众想了解的事' },
      { path: 'surveys', name: '征求意见', about: '座谈、问卷、信函和满意度' },
    ],
  },
  {
    name: '上下级',
    areas: [
      { path: 'supervision', name: '监督', about: '督查、监督建议、整改、示范案例、台账' },
      { path: 'problems', name: '困难问题', about: '向上级反映，看答复' },
      { path: 'evaluation', name: '考评', about: '得分和提示、自评与评定、异议' },
      { path: 'reports', name: '情况报告', about: '按期报送，签收下级报告' },
      { path: 'campaigns', name: '推进部署', about: '分阶段推进，看谁没有跟上' },
      { path: 'circulars', name: '文件下发和签收', about: '下发文件通知，看签收、阅读和办结' },
      { path: 'summaries', name: '年度总结和专题报告', about: '由公开记录生成总结，报送上级' },
    ],
  },
  {
    name: '单位',
    areas: [
      { path: 'organisation', name: '组织机构', about: '机构席位、任职离任、责任、制度、“六有”' },
      { path: 'profile', name: '单位信息', about: '联系方式、热线、方案、依据文件、党员统计' },
      { path: 'roster', name: '花名册', about: '下载、导入单位和人员，看人员构成' },
    ],
  },
  {
    name: '公示屏和提醒',
    areas: [
      { path: 'displays', name: '公示屏', about: '登记、测试、重发' },
      { path: 'office-system', name: '办公系统（党内）', about: '向党员群组推送党内公开的事项' },
      { path: 'screens', name: '屏幕状态', about: '哪块屏没有亮着' },
      { path: 'addresses', name: '地址和二维码', about: '张贴用的网址和二维码' },
      { path: 'robots', name: '群机器人', about: '提醒发到哪些工作群' },
    ],
  },
];

/** What anybody finds under `/o/<id>/`, beside the board. */
export const PUBLIC_AREAS: readonly Area[] = [
  { path: 'news', name: '动态', about: '党组织和本单位的工作报道' },
  { path: 'decisions', name: '重大事项', about: '将要做、正在做、已做完' },
  { path: 'powers', name: '权力清单', about: '领导集体和领导干部个人的职责权力' },
  { path: 'catalogue', name: '公开目录', about: '每一条目公开到了哪一步' },
  { path: 'circulars', name: '文件通知', about: '发给本单位人员阅读的文件（登录）' },
  { path: 'evaluation', name: '考评得分', about: '四项得分怎么算出来的，年度考评结果' },
  { path: 'supervision', name: '监督工作', about: '督查、整改的统计，示范案例' },
  { path: 'scheme', name: '公开方案', about: '原则、内容、步骤、制度和依据文件' },
  { path: 'statistics', name: '党员统计', about: '党员人数及构成' },
  { path: 'activities', name: '会议和活动', about: '开过的会、办过的活动，预约领导接待日' },
  { path: 'seals', name: '每日封存值', about: '用来核验记录没有被改动' },
];
