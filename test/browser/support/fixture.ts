import { templateFor } from '../../../domain/catalogue/templates.ts';
import type { DisplayCommand } from '../../../domain/display/commands.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { OrganisationKind } from '../../../domain/organisation/kinds.ts';
import { ADMINISTRATOR, DISTRICT, MemoryDistrict } from './memory-district.ts';

export const SCHOOL = 'dongfang';
/** Id of an opinion on the item `playground`. */
export const OPINION = 'opinion-1';
export const PEOPLE = {
  clerk: ['wang-min', '王敏'],
  director: ['li-wenjing', '李文静'],
  secretary: ['chen-guohua', '陈国华'],
  member: ['zhou-qiming', '周启明'],
  teacher: ['sun-yue', '孙悦'],
  administrator: [ADMINISTRATOR, '赵启明'],
} as const;

export type Who = keyof typeof PEOPLE;

/** The cookie with which somebody is signed in. */
export const tokenOf = (who: Who): string => PEOPLE[who].join('~');

const DAY = 86_400_000;

const person = (who: Who, partyMember = true) => ({
  id: PEOPLE[who][0],
  name: PEOPLE[who][1],
  partyMember,
  staff: true,
});

/** A small district whose people are invented, with items in every state. */
export async function sampleDistrict(): Promise<MemoryDistrict> {
  const district = new MemoryDistrict();
  district.time -= 20 * DAY;
  await onboard(
    district,
    DISTRICT,
    '滨湖区教育党工委',
    'committee',
    [person('administrator')],
    [
      ['office', 'head', PEOPLE.administrator[0]],
      ['leading-group', 'head', PEOPLE.administrator[0]],
    ],
  );
  await onboard(district, 'binhu-middle', '滨湖第一中学党委', 'committee', [], []);
  await onboard(
    district,
    'preschool',
    '学前教育党总支',
    'general-branch',
    [person('administrator')],
    [['office', 'head', PEOPLE.administrator[0]]],
  );
  await onboard(district, 'chunya', '春芽幼儿园党支部', 'branch', [], [], 'preschool');
  await onboard(
    district,
    SCHOOL,
    '东方小学党支部',
    'branch',
    [person('clerk'), person('director'), person('secretary'), person('member'), person('teacher', false)],
    [
      ['office', 'member', PEOPLE.clerk[0]],
      ['office', 'head', PEOPLE.director[0]],
      ['leading-group', 'head', PEOPLE.secretary[0]],
    ],
  );
  await displays(district);
  await items(district);
  await display(district, 'library', { name: '图书馆电子屏', place: '图书馆门口', url: urlOf('library') });
  return district;
}

/** Stands in the address of every display; a page must not show it. */
export const DISPLAY_TOKEN = 'not-for-everybody';
const urlOf = (id: string) => `https://screens.example.edu.cn/${id}?key=${DISPLAY_TOKEN}`;

/** Screens as they fare: one well, one given up on, one switched off, one that opens its page by itself. */
async function displays(district: MemoryDistrict): Promise<void> {
  district.answer = ({ url }) => {
    if (url.includes('gate')) return { status: 204 };
    return url.includes('hall') ? { failure: 'timeout' } : { status: 503 };
  };
  await display(district, 'gate', { name: '校门口大屏', place: '校门口', url: urlOf('gate') });
  await display(district, 'hall', { name: '大厅电子屏', place: '教学楼一层大厅', url: urlOf('hall') });
  await display(district, 'office', { name: '教师办公室屏', place: '三楼', audience: 'unit' });
  await display(district, 'office', { reason: '设备检修' }, 'DisableDisplay');
  await display(district, 'corridor', { name: '走廊班牌', place: '二楼走廊' });
}

async function display(
  district: MemoryDistrict,
  id: string,
  data: object,
  type: DisplayCommand['type'] = 'RegisterDisplay',
): Promise<void> {
  await district.displays.issue(new OrgScope(SCHOOL), id, {
    type,
    data: (type === 'RegisterDisplay' ? { audience: 'public', ...data } : data) as never,
    actor: { kind: 'person', person: PEOPLE.director[0], organisation: SCHOOL },
    now: district.now,
    commandId: `${type}-${id}`,
    correlation: 'fixture',
  });
  await district.settle();
}

async function onboard(
  district: MemoryDistrict,
  id: string,
  name: string,
  kind: OrganisationKind,
  people: readonly ReturnType<typeof person>[],
  seats: readonly (readonly [string, string, string])[],
  superior = DISTRICT,
): Promise<void> {
  const scope = new OrgScope(id);
  const actor = { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT } as const;
  let count = 0;
  const common = () => ({
    now: district.now,
    actor,
    commandId: `set-up-${id}-${count++}`,
    correlation: 'fixture',
  });
  await district.organisations.issue(scope, {
    ...common(),
    type: 'OnboardOrganisation',
    data: { name, shortName: name.slice(0, 20), kind, ...(id !== DISTRICT && { superior }) },
  });
  if (people.length > 0) {
    await district.organisations.issue(scope, {
      ...common(),
      type: 'RegisterPeople',
      data: { people: [...people] },
    });
  }
  for (const [body, position, holder] of seats) {
    await district.organisations.issue(scope, {
      ...common(),
      type: 'FillSeat',
      data: { body, position, person: holder, from: '2025-01-01' } as never,
    });
  }
  await district.catalogues.issue(scope, {
    ...common(),
    type: 'AdoptTemplate',
    data: { template: templateFor(kind), version: 1 },
  });
  await district.settle();
}

export const NOTICE_TEXT = `根据《中国共产党发展党员工作细则》有关规定，经党小组推荐、支部委员会研究并报上级党委备案，拟确定**周启明**同志为发展对象。现予公示。

# 一、基本情况

周启明，男，1994年3月出生，大学本科学历，2018年8月到东方小学工作，现任五年级数学教研组组长。2024年9月提出入党申请，2025年3月确定为入党积极分子。

# 二、培养考察情况

| 时间 | 事项 | 结果 |
|---|---|---|
| 2025年3月 | 确定为入党积极分子 | 支部大会通过 |
| 2026年3月 | 听取党内外群众意见 | 同意 |
| 2026年10月 | 政治审查 | 合格 |

公示期间，党员、教职工和家长对周启明同志有意见的，可通过来信、来电、来访等方式向党支部反映。反映情况要实事求是，并尽量提供具体线索。`;

/** A complete content; a test changes what it is about. */
export const content = (changes: Partial<ItemContent> = {}): ItemContent => ({
  row: 'b-20',
  title: '2026年第三季度党员参与社会公益活动情况',
  text: '本季度支部组织党员志愿服务四次，参加党员三十二人次，服务师生和社区居民三百余人次。',
  basis: 'statutory',
  documentType: 'matter',
  matter: 'ordinary',
  important: false,
  forms: ['公示栏', '网站'],
  audience: 'public',
  releasePlan: [{ audience: 'public' }],
  provider: { kind: 'office', name: '党务公开办公室' },
  accountable: PEOPLE.director[0],
  exception: '家长普遍关心，增加学校网站。',
  ...changes,
});

const OBJECTION = {
  periodDays: 7,
  contact: '党务公开办公室 王老师',
  phone: '0510-85120001',
  supervisionPhone: '0510-85120002',
  howToObject: '请在公示期内以书面、电话或来访方式反映，并署真实姓名、写明具体事实。',
};

/** Issues a command as one of the people. */
export async function act(
  district: MemoryDistrict,
  who: Who,
  id: string,
  type: Parameters<MemoryDistrict['items']['issue']>[2]['type'],
  data: object,
): Promise<void> {
  district.time += 60_000;
  await district.items.issue(new OrgScope(SCHOOL), id, {
    type,
    data: data as never,
    actor: { kind: 'person', person: PEOPLE[who][0], organisation: SCHOOL, seat: SEATS[who] ?? '' },
    now: district.now,
    commandId: `${type}-${id}-${district.time}`,
    correlation: 'fixture',
  });
  await district.settle();
}

const SEATS: Partial<Record<Who, string>> = {
  clerk: 'office:member',
  director: 'office:head',
  secretary: 'leading-group:head',
};

const yes = { ok: true };
export const REVIEW = {
  verdicts: { content: yes, form: yes, audience: yes, time: yes, duration: yes },
  secrecy: { clear: true },
};

/** Takes an item up to a stage of its way. */
export async function bring(
  district: MemoryDistrict,
  id: string,
  what: ItemContent,
  upTo: 'drafted' | 'submitted' | 'reviewed' | 'approved',
): Promise<void> {
  await act(district, 'clerk', id, 'ProposeItem', what);
  if (upTo === 'drafted') return;
  await act(district, 'clerk', id, 'SubmitItem', {});
  if (upTo === 'submitted') return;
  await act(district, 'director', id, 'ReviewItem', REVIEW);
  if (upTo === 'reviewed') return;
  await act(district, 'secretary', id, 'ApproveItem', {});
}

async function items(district: MemoryDistrict): Promise<void> {
  await bring(district, 'charity-q3', content(), 'approved');
  await district.pass(2 * DAY);
  await bring(
    district,
    'fees-q3',
    content({
      row: 'b-10',
      title: '2026年第三季度党费收缴、管理和使用情况通报',
      documentType: 'bulletin',
      text: '本季度应收党费三十二人，实收三十二人，全部按月足额收缴。支出用于购买学习资料。',
      forms: ['会议'],
      audience: 'party',
      releasePlan: [{ audience: 'party' }],
      exception: undefined as never,
      amounts: {
        unit: 'yuan',
        lines: [
          { label: '上季结余', cents: 126_050 },
          { label: '本季收缴', cents: 218_400 },
          { label: '购买学习资料', cents: -86_000 },
        ],
        totalCents: 258_450,
      },
    }),
    'approved',
  );
  await act(district, 'clerk', 'fees-q3', 'RecordProof', {
    form: '会议',
    audience: 'party',
    place: '三楼党员活动室',
    heldAt: district.now,
    reached: 14,
    recipients: '全体党员14人，请假1人',
    note: '支部党员大会通报，会议记录第12页，签到表已归档。',
  });
  await district.pass(3 * DAY);
  await bring(
    district,
    'playground',
    content({
      row: 'b-16',
      title: '操场塑胶跑道改造工程进展情况',
      documentType: 'announcement',
      text: '为改善学生运动条件，学校利用专项资金改造操场塑胶跑道，由支部全程监督，分阶段公开进展。',
      stages: [
        { name: '招标公告', plannedOn: '2026-10-30' },
        { name: '拆除旧跑道', plannedOn: '2026-11-15' },
        { name: '铺设与检测', plannedOn: '2026-12-20' },
      ],
    }),
    'approved',
  );
  await act(district, 'clerk', 'playground', 'CompleteStage', { stage: 0, completedOn: '2026-10-28' });
  await act(district, 'clerk', 'playground', 'RecordProgress', {
    text: '施工单位已进场，旧跑道拆除过半。',
    percent: 35,
  });
  await district.pass(4 * DAY);
  await bring(
    district,
    'study-unit',
    content({
      row: 'b-05',
      title: '2026年秋季学期党员教师“三会一课”计划',
      text: '本学期共安排党员大会三次、支部委员会四次、党小组会四次、党课两次，具体安排见附表。',
      audience: 'unit',
      releasePlan: [{ audience: 'unit' }],
      forms: ['公示栏'],
      pair: { part: 'plan' },
      exception: undefined as never,
    }),
    'approved',
  );
  await district.pass(DAY);
  await district.pass(6 * DAY);
  await bring(
    district,
    'vacation',
    content({
      row: 'b-02',
      title: '关于学生午餐配餐单位遴选结果的情况说明',
      text: '经公开遴选，午餐配餐单位已经确定。联系电话13812345678。',
      forms: ['会议', '文件', '设限平台'],
      audience: 'party',
      releasePlan: [{ audience: 'party' }],
      exception: undefined as never,
    }),
    'submitted',
  );
  await bring(
    district,
    'reshuffle',
    content({
      row: 'b-08',
      title: '2026年度优秀共产党员先进事迹',
      text: '支部评选出两名优秀共产党员，现将主要事迹公开。',
    }),
    'reviewed',
  );
  await bring(district, 'draft-q4', content({ title: '2026年第四季度党员参与社会公益活动情况' }), 'drafted');
  await bring(
    district,
    'withheld',
    content({
      row: 'b-14',
      title: '领导班子成员考核有关情况',
      audience: 'party',
      releasePlan: [{ audience: 'party' }],
      forms: ['会议'],
      exception: undefined as never,
      withheld: {
        kind: 'not-for-now',
        ground: 'under-deliberation',
        explanation: '考核方案正在征求意见，尚未形成决定。',
        lookAgainOn: '2026-12-20',
      },
    }),
    'approved',
  );
  await bring(
    district,
    'candidate',
    content({
      row: 'b-11',
      title: '关于确定周启明同志为发展对象的公示',
      documentType: 'public-notice',
      important: true,
      text: NOTICE_TEXT,
      forms: ['设限平台', '公示栏', '网站'],
      releasePlan: [{ audience: 'party' }, { audience: 'public' }],
      objection: OBJECTION,
      exception: '发展党员须听取家长意见，公开范围扩大到社会，增加公示栏、学校网站。',
    }),
    'approved',
  );
  await act(district, 'clerk', 'charity-q3', 'ReviseItem', {
    content: content({
      text: '本季度支部组织党员志愿服务四次，参加党员三十二人次，服务三百余人次，其中校门口护学岗六十人次。',
    }),
    reason: '应家长意见，补充校门口护学岗情况。',
    answers: [],
  });
  await act(district, 'clerk', 'charity-q3', 'SubmitItem', {});
  await act(district, 'director', 'charity-q3', 'ReviewItem', REVIEW);
  await act(district, 'secretary', 'charity-q3', 'ApproveItem', {});
  district.time = Date.parse('2026-11-22T01:30:00.000Z');
  await opinion(district, OPINION, '希望同时公布跑道材料的检测报告。');
  await opinion(district, 'opinion-2', SAID);
  await settleOpinion(district, 'opinion-2');
}

/** What somebody said whose opinion has been settled; only the answer to it is disclosed. */
export const SAID = '工地早上七点就开工，吵得孩子睡不好。';
export const ANSWER = '已要求施工单位调整作业时间，工作日上午八点前、午休时段不安排有噪声的作业。';

async function opinion(district: MemoryDistrict, id: string, text: string): Promise<void> {
  await district.feedback.issue(new OrgScope(SCHOOL), id, {
    type: 'LeaveFeedback',
    data: { item: 'playground', text, from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' },
    actor: { kind: 'system', name: 'visitor' },
    now: district.now,
    commandId: `fixture-${id}`,
    correlation: 'fixture',
  });
  await district.settle();
}

export async function settleOpinion(district: MemoryDistrict, id: string): Promise<void> {
  for (const [type, data] of [
    ['AnswerFeedback', { text: ANSWER, outcome: 'adopted' }],
    ['CloseFeedback', {}],
  ] as const) {
    await district.feedback.issue(new OrgScope(SCHOOL), id, {
      type,
      data,
      actor: { kind: 'person', person: PEOPLE.director[0], organisation: SCHOOL },
      now: district.now,
      commandId: `${type}-${id}`,
      correlation: 'fixture',
    });
    await district.settle();
  }
}
