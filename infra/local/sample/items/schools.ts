import { contentOf } from '../content.ts';
import { approve, type Calendar, close, escalate, opine, review, type SampleItem, submit } from '../life.ts';

/** 云溪小学: a plan with its result, a notice that asks for objections, and one that is put to the superior. */
export const yunxi = ({ year, day }: Calendar): readonly SampleItem[] => {
  const throughApproval = [submit('lian-xinyi'), review('tao-jingqiu'), approve('hong-yannian')];
  const accountable = 'tao-jingqiu';
  return [
    {
      slug: 'congress',
      clerk: 'lian-xinyi',
      content: contentOf({
        row: 'b-17',
        title: '第四届教职工代表大会审议课后服务方案的情况',
        text: [
          '学校第四届教职工代表大会第二次会议审议了《课后服务实施方案》，应到代表 38 人，实到 37 人，表决通过。',
          '方案明确：课后服务自愿参加，分基础托管和兴趣活动两类；教师参与课后服务的补助办法同步公布；每学期末由家长代表评议一次。',
        ],
        accountable,
        audience: 'public',
        forms: ['公示栏', '网站', '电子屏'],
        important: true,
      }),
      life: throughApproval,
    },
    {
      slug: 'plan',
      clerk: 'lian-xinyi',
      content: contentOf({
        row: 'b-04',
        title: `${year} 年党支部工作计划`,
        text: [
          '一、落实“三会一课”，每月开展一次主题党日；\n二、培养入党积极分子两名；\n三、结对帮扶学习困难学生十五名；\n四、党务公开逐行落实，答复意见不过夜。',
        ],
        accountable,
        audience: 'party',
        forms: ['会议', '设限平台'],
        exception: '便于党员随时对照，增加校内平台。',
        pair: { part: 'plan' },
      }),
      life: throughApproval,
    },
    {
      slug: 'result',
      clerk: 'lian-xinyi',
      content: contentOf({
        row: 'b-04',
        title: `${year} 年党支部工作计划落实情况`,
        text: [
          '主题党日开展十次；发展党员一名，培养入党积极分子两名；结对帮扶十七名学生，均有进步记录；收到意见建议 21 条，全部答复。',
        ],
        accountable,
        audience: 'party',
        forms: ['会议', '设限平台'],
        exception: '与工作计划使用同样的形式，便于对照。',
        pair: { part: 'result', plan: '{plan}' },
      }),
      life: [...throughApproval, close('lian-xinyi')],
    },
    {
      slug: 'uniform',
      clerk: 'lian-xinyi',
      content: contentOf({
        row: 'l-uniform',
        title: '关于新学年校服选用结果的公示',
        text: [
          '学校校服选用委员会（家长代表占三分之二）经样衣展示、投票和公开招标，确定新学年校服款式和供应单位，现予公示。',
          '- 夏装每套 98 元，秋装每套 156 元，均为自愿购买；\n- 面料经专业机构检测合格，检测报告可在总务处查阅；\n- 旧款校服可继续穿用。',
        ],
        accountable,
        audience: 'public',
        basis: 'voluntary',
        documentType: 'public-notice',
        important: true,
        forms: ['公示栏', '网站', '公示'],
        objection: {
          periodDays: 7,
          contact: '总务处',
          phone: '5550 3306',
          supervisionPhone: '5550 3317',
          howToObject: '可以书面、当面或在本页面提出，请说明具体事项，公示期内均予受理并答复。',
        },
      }),
      life: [
        ...throughApproval,
        opine('opinion-sizes', undefined, 'parent', '孩子长得快，能不能允许开学后一个月内免费调换一次尺码？'),
      ],
    },
    {
      slug: 'new-member',
      clerk: 'lian-xinyi',
      content: contentOf({
        row: 'b-11',
        title: '拟发展党员公示',
        text: [
          '经党支部委员会研究，拟将康诺同志列为发展对象。该同志任教九年，两次获评校级优秀教师，已参加发展对象培训并结业。现予公示，听取党员和群众意见。',
        ],
        accountable,
        audience: 'unit',
        documentType: 'public-notice',
        forms: ['设限平台', '公示栏'],
        objection: {
          periodDays: 5,
          contact: '党支部组织委员',
          phone: '5550 3308',
          supervisionPhone: '5550 3317',
          howToObject: '向党支部书记或组织委员当面、书面反映，反映人信息严格保密。',
        },
      }),
      life: throughApproval,
    },
    {
      slug: 'campus',
      clerk: 'lian-xinyi',
      content: contentOf({
        row: 'b-01',
        title: '落实校园周边综合整治部署的情况',
        text: [
          '按照上级部署，学校会同社区开展校园周边综合整治，涉及校门口临时停车区调整和商户外摆清理，部分措施超出学校权限。',
          '拟提请区教育党工委协调后公开。',
        ],
        accountable: 'hong-yannian',
        audience: 'party',
        forms: ['设限平台'],
      }),
      life: [
        submit('lian-xinyi'),
        review('tao-jingqiu'),
        escalate('tao-jingqiu', '停车区调整涉及校外单位，超出本支部权限，提请上级审批。'),
        approve('hong-yannian'),
      ],
    },
    {
      slug: 'advice',
      clerk: 'lian-xinyi',
      content: contentOf({
        row: 'b-16',
        title: '党员群众意见建议采纳情况（拟稿）',
        text: [`截至 ${day(0)}，本月收到意见建议 6 条，其中采纳 4 条、解释说明 2 条，明细待核对后补充。`],
        accountable,
        audience: 'public',
        forms: ['公示栏', '网站'],
      }),
      life: [],
    },
  ];
};

/** 荷塘村小学: two people, so the district approves. */
export const hetang = ({ year }: Calendar): readonly SampleItem[] => [
  {
    slug: 'lunch',
    clerk: 'miao-xiulan',
    content: contentOf({
      row: 'b-02',
      title: '学生营养午餐补助落实情况',
      text: [
        '本学期享受营养午餐补助的学生 64 名，补助按每生每天 5 元标准全部用于供餐，由两名家长代表轮流陪餐并签字。',
        '食材由中心校统一配送，每日留样四十八小时。欢迎家长到校查看台账。',
      ],
      accountable: 'yu-dashan',
      audience: 'public',
      office: '荷塘村小学党支部',
      important: true,
      forms: ['公示栏', '网站'],
    }),
    life: [
      submit('miao-xiulan'),
      review('yu-dashan'),
      approve('fang-lan'),
      opine('opinion-menu', undefined, 'parent', '建议每周提前公布菜单，有的孩子对花生过敏。'),
    ],
  },
  {
    slug: 'fees',
    clerk: 'miao-xiulan',
    content: contentOf({
      row: 'b-10',
      title: `${year} 年党费收缴情况`,
      text: ['本支部党员 5 名，党费按月足额交纳，全年合计 1368.00 元，已全部上缴。'],
      accountable: 'yu-dashan',
      audience: 'party',
      office: '荷塘村小学党支部',
      forms: ['会议'],
    }),
    life: [submit('miao-xiulan'), review('yu-dashan'), approve('gu-changming')],
  },
];

/** 学前教育党总支. */
export const preschool = (_: Calendar): readonly SampleItem[] => [
  {
    slug: 'division',
    clerk: 'cheng-lu',
    content: contentOf({
      row: 'b-09',
      title: '党总支委员分工和所属支部设置情况',
      text: [
        '学前教育党总支下设四个幼儿园党支部，现有党员 58 名。总支委员会由五名委员组成，分工已经会议通过：书记主持全面工作，其余委员分别负责组织、宣传、纪检和青年工作。',
      ],
      accountable: 'ren-zhiyuan',
      audience: 'party',
      forms: ['设限平台', '文件'],
    }),
    life: [submit('cheng-lu'), review('ren-zhiyuan'), approve('shi-wanyun')],
  },
  {
    slug: 'care',
    clerk: 'cheng-lu',
    content: contentOf({
      row: 'b-19',
      title: '党内关爱帮扶工作情况',
      text: ['本季度走访离退休党员 11 名、困难党员 2 名，送上慰问品并帮助两名老党员办理了就医手续。'],
      accountable: 'ren-zhiyuan',
      audience: 'party',
      forms: ['设限平台', '会议'],
    }),
    life: [submit('cheng-lu')],
  },
];

/** 白禾幼儿园, under the general branch. */
export const baihe = ({ at }: Calendar): readonly SampleItem[] => [
  {
    slug: 'reading',
    clerk: 'ling-feng',
    content: contentOf({
      row: 'b-20',
      title: '党员教师“周末绘本角”公益活动安排',
      text: [
        '党员教师利用周末在社区开设“周末绘本角”，为三至六岁儿童免费讲读绘本，每场不超过二十个家庭，现场登记参加。',
        '活动由五名党员教师轮流承担，不收取任何费用。',
      ],
      accountable: 'hua-nianci',
      audience: 'public',
      basis: 'voluntary',
      forms: ['公示栏', '网站', '电子屏'],
    }),
    life: [submit('ling-feng'), review('hua-nianci'), approve('zhuang-qiuyu')],
  },
  {
    slug: 'model',
    clerk: 'ling-feng',
    content: contentOf({
      row: 'b-08',
      title: '学习先进典型活动情况',
      text: ['党支部组织学习身边优秀党员教师事迹，开展“我的带教故事”分享会一场，全体教职工参加。'],
      accountable: 'hua-nianci',
      audience: 'public',
      forms: ['公示栏', '网站'],
      releasePlan: [{ audience: 'unit' }, { audience: 'public', at: at(2) }],
    }),
    life: [submit('ling-feng'), review('hua-nianci'), approve('zhuang-qiuyu')],
  },
];

/** 区教育党工委 itself. */
export const chengjiang = ({ year }: Calendar): readonly SampleItem[] => {
  const throughApproval = [submit('bai-ruoxi'), review('fang-lan'), approve('gu-changming')];
  return [
    {
      slug: 'key-tasks',
      clerk: 'bai-ruoxi',
      content: contentOf({
        row: 'c-01',
        title: `关于贯彻落实 ${year} 年全区教育系统党建工作要点的通知`,
        text: [
          '各学校党组织：现将年度党建工作要点印发给你们，请结合实际抓好落实，并于每季度末报送进展。',
          '重点任务包括：推进党组织领导的校长负责制、规范党务公开、开展师德师风专项治理、加强民办学校党建指导。',
        ],
        accountable: 'fang-lan',
        audience: 'party',
        documentType: 'notice',
        important: true,
        forms: ['文件', '设限平台'],
      }),
      life: throughApproval,
    },
    {
      slug: 'opening',
      clerk: 'bai-ruoxi',
      content: contentOf({
        row: 'c-24',
        title: '关于全区学校党务公开平台上线运行的公告',
        text: [
          '即日起，全区学校党组织按照公开目录统一在本平台公开党务。党员、教职工和社会各界可查看公开栏和公开目录全景，对已公开事项提出意见建议，由承办单位限期答复。',
          '暂不公开和不予公开的事项，均在目录全景中说明理由。',
        ],
        accountable: 'fang-lan',
        audience: 'public',
        documentType: 'announcement',
        important: true,
        forms: ['网站', '公示栏'],
      }),
      life: throughApproval,
    },
  ];
};
