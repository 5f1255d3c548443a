import type { UnitKind } from '../organisation/kinds.ts';
import type { CatalogueRow } from './row.ts';

/** One heading of another classification, in the words of its source, and the rows of the templates that it is about. */
export interface Heading {
  readonly name: string;
  /** What the source says stands under it. */
  readonly text?: string;
  readonly rows: readonly string[];
}

/** A way to look at the same rows. No row belongs to it alone, and none is written twice. */
export interface CatalogueView {
  readonly name: string;
  readonly en: string;
  /** Kinds of unit whose classification it is; absent: anybody's. */
  readonly units?: readonly UnitKind[];
  readonly headings: Readonly<Record<string, Heading>>;
}

type Letter = 'c' | 'b' | 's' | 't';
/** Rows by number in the templates for committees, branches, schools and units of a city. */
const rows = (numbers: Partial<Record<Letter, readonly number[]>>): readonly string[] =>
  Object.entries(numbers).flatMap(([letter, list]) =>
    list.map((number) => `${letter}-${String(number).padStart(2, '0')}`),
  );
const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

export const CATALOGUE_VIEWS = {
  'three-respects': {
    name: '三方面',
    en: 'Three respects',
    headings: {
      thought: {
        name: '党组织自身建设方面·思想政治建设',
        rows: rows({ c: from(4, 8), b: from(4, 8), s: from(1, 5) }),
      },
      organisation: {
        name: '党组织自身建设方面·组织建设',
        rows: rows({ c: [9, 10, 16, 17, 19], b: [9, 13, 14, 15], s: from(6, 9) }),
      },
      conduct: {
        name: '党组织自身建设方面·作风建设',
        text: '落实党风廉政建设责任制各项制度的情况，领导干部述职述廉、重要情况通报和重大事项报告等规定的情况等',
        rows: rows({ c: [17, 28, 29, 30, 31], b: [14, 21, 22, 23], s: [10, 11] }),
      },
      rules: {
        name: '党组织自身建设方面·制度建设',
        text: '主要包括党内制度规定的各项办事程序和工作要求',
        rows: rows({ c: [18, 29], s: [12] }),
      },
      work: {
        name: '党组织履行职责方面·中心工作',
        rows: rows({ c: from(1, 3), b: from(1, 3), s: [13, 14] }),
      },
      cadres: {
        name: '党组织履行职责方面·党管干部工作',
        rows: rows({ c: from(20, 22), s: [15, 16] }),
      },
      interests: {
        name: '党组织履行职责方面·维护群众利益方面',
        rows: rows({ c: [2, ...from(23, 26)], b: [2, ...from(16, 19)], s: [17, 18] }),
      },
      life: {
        name: '党组织常规工作方面·党的生活',
        rows: rows({ c: [5, 6, 7, 19, 27], b: [5, 6, 7, 15, 20], s: from(19, 22) }),
      },
      members: {
        name: '党组织常规工作方面·党员发展和管理',
        rows: rows({ c: [...from(11, 14), 31], b: [11, 12, 23], s: from(23, 27) }),
      },
      dues: {
        name: '党组织常规工作方面·党费管理',
        rows: rows({ c: [15], b: [10], s: [28, 29] }),
      },
    },
  },
  'four-opens': {
    name: '四公开',
    en: 'The four opens',
    headings: {
      work: {
        name: '工作公开',
        text: '将党务工作机构和党员组织关系转接、党务政策咨询等事项的办事地点、服务内容、接待时间、联系电话等上墙公开',
        rows: rows({
          c: [1, 2, 3, 4, 9, 10, 11, 14, 15, 16, 20, 23, 24, 25],
          b: [1, 2, 3, 4, 9, 10, 11, 12, 13, 16, 17, 18],
          s: [1, 6, 7, 13, 14, 15, 16, 17, 18, 23, 24, 25, 28, 29],
          t: [1, 2, 3, 5, 6, 16, 17, 18],
        }),
      },
      rules: {
        name: '制度公开',
        text: '在建立和完善党内情况通报制度、情况反映制度和重大决策征求意见制度的基础上,及时公开党内制度规定的各项办事程序和工作要求',
        rows: rows({ c: [18, 28, 29, 30], b: [21, 22], s: [10, 12], t: from(11, 15) }),
      },
      activity: {
        name: '活动公开',
        text: '在党务公开栏及时公示党员参加“双建双带”、设岗定责、结对帮扶、“党员示范岗”等活动的情况',
        rows: rows({
          c: [5, 6, 7, 8, 19, 26, 27],
          b: [5, 6, 7, 8, 15, 19, 20],
          s: [2, 3, 4, 5, 9, 19, 20, 21, 22],
          t: from(7, 10),
        }),
      },
      assessment: {
        name: '考核公开',
        text: '坚持党员自评与群众评议、党支部综合评议相结合,每年举办一次群众评议党员活动',
        rows: rows({ c: [12, 13, 17, 21, 22, 31], b: [11, 14, 23], s: [8, 11, 26, 27], t: [4] }),
      },
    },
  },
  'six-aspects': {
    name: '六方面',
    en: 'Six aspects',
    headings: {
      work: {
        name: '全局和中心工作方面',
        rows: rows({ c: [...from(1, 4), 13], b: from(1, 4), s: [1, 13, 14], t: from(1, 4) }),
      },
      organisation: {
        name: '基层组织建设方面',
        rows: rows({
          c: [6, ...from(9, 12), 14, 15, 16, 17, 19],
          b: [6, ...from(9, 15)],
          s: [3, 6, 7, 8, 9, 20, 21, 22, ...from(23, 29)],
          t: from(5, 7),
        }),
      },
      thought: {
        name: '宣传思想工作方面',
        rows: rows({ c: [5, 7, 8, 27], b: [5, 7, 8, 20], s: [2, 4, 5, 19], t: from(8, 10) }),
      },
      integrity: {
        name: '廉政建设工作方面',
        rows: rows({ c: [28, 30, 31], b: [21, 22, 23], s: [10, 11], t: [11] }),
      },
      rules: {
        name: '制度建设方面',
        rows: rows({ c: [18, 29], s: [12], t: from(12, 15) }),
      },
      major: {
        name: '重大事项方面',
        rows: rows({
          c: [2, 3, ...from(20, 26)],
          b: [2, 3, ...from(16, 19)],
          s: from(15, 18),
          t: from(16, 18),
        }),
      },
    },
  },
  'seven-of-schools': {
    name: '七类（学校）',
    en: 'Seven classes, as schools have them',
    units: ['school', 'kindergarten'],
    headings: {
      decisions: {
        name: '贯彻执行上级党组织决议、决定的情况,本级党组织对重大问题决策的情况',
        rows: rows({ c: from(1, 3), b: from(1, 3), s: [13, 14] }),
      },
      goals: {
        name: '党组织的任期目标,年度工作目标完成情况及班子成员分工的情况',
        rows: rows({ c: [4, 9, 16], b: [4, 9, 13], s: [1, 6, 7] }),
      },
      duties: {
        name: '党员干部履行职责、廉洁自律和考核奖惩情况',
        rows: rows({
          c: [17, 20, 21, 22, ...from(28, 31)],
          b: [14, 21, 22, 23],
          s: [8, 10, 11, 15, 16],
        }),
      },
      elections: {
        name: '党内选举、发展党员、民主评议、评比表彰情况',
        rows: rows({ c: from(10, 13), b: [11], s: from(23, 27) }),
      },
      activities: {
        name: '党员参加“三会一课”、结对帮扶、设岗定责、交纳党费情况',
        rows: rows({
          c: [...from(5, 8), 15, 19, 26, 27],
          b: [...from(5, 8), 10, 15, 19, 20],
          s: [2, 3, 4, 19, 20, 21, 22, 28, 29],
        }),
      },
      problems: {
        name: '群众反映突出问题的解决落实情况',
        rows: rows({ c: [2, 23, 24], b: [2, 16, 17], s: [17, 18] }),
      },
      others: {
        name: '其他应当公开的事项',
        rows: rows({ c: [14, 18, 25, 32, 33], b: [12, 18, 24, 25], s: [5, 9, 12, 30] }),
      },
    },
  },
  'seven-of-hospitals': {
    name: '七类（医院）',
    en: 'Seven classes, as a hospital has them: the first seven of the catalogue for committees',
    units: ['institution'],
    headings: {
      decisions: {
        name: '党的组织决议、决定及执行情况',
        text: '执行中央方针政策，市委决议、决定及工作部署，医院党委重要决策及执行，工作目标、阶段性工作部署、工作任务及落实情况',
        rows: rows({ c: from(1, 4), b: from(1, 4) }),
      },
      thought: { name: '党的思想建设情况', rows: rows({ c: from(5, 8), b: from(5, 8) }) },
      organisation: { name: '党的组织管理情况', rows: rows({ c: from(9, 15), b: from(9, 12) }) },
      leaders: { name: '领导班子建设情况', rows: rows({ c: from(16, 19), b: from(13, 15) }) },
      cadres: { name: '干部选任和管理情况', rows: rows({ c: from(20, 22) }) },
      service: {
        name: '联系和服务党员、群众情况',
        text: '听取、反映和采纳党员、群众意见、建议，帮助党员、群众解决生产生活实际困难，办理涉及党员、群众切身利益重要事项等情况',
        rows: rows({ c: from(23, 27), b: from(16, 20) }),
      },
      integrity: { name: '党风廉政建设情况', rows: rows({ c: from(28, 31), b: from(21, 23) }) },
    },
  },
  'members-window': {
    name: '党员之窗',
    en: 'The four topics of the members’ window',
    headings: {
      activity: {
        name: '开展党内活动',
        rows: rows({ c: from(5, 8), b: from(5, 8), s: [3, 9, ...from(19, 22)], t: [5, 7] }),
      },
      members: { name: '发展党员', rows: rows({ c: [11], b: [11], s: [23, 24, 25], t: [7] }) },
      dues: { name: '党费收缴', rows: rows({ c: [15], b: [10], s: [28, 29], t: [7] }) },
      rules: { name: '制度建设', rows: rows({ c: [18, 28, 29], b: [21, 22], s: [10, 12], t: from(12, 15) }) },
    },
  },
} as const satisfies Readonly<Record<string, CatalogueView>>;

export type ViewName = keyof typeof CATALOGUE_VIEWS;
export const VIEW_NAMES = Object.keys(CATALOGUE_VIEWS) as [ViewName, ...ViewName[]];
export const isViewName = (text: string): text is ViewName => Object.hasOwn(CATALOGUE_VIEWS, text);
const VIEWS: Readonly<Record<ViewName, CatalogueView>> = CATALOGUE_VIEWS;
export const viewNamed = (name: ViewName): CatalogueView => VIEWS[name];

/** `four-opens:work`: a heading as a row names it, and as readers filter by it. */
export type Tag = string;
const tagOf = (view: ViewName, heading: string): Tag => `${view}:${heading}`;
const viewOf = (tag: Tag): string => tag.split(':')[0] ?? '';
export const TAGS = VIEW_NAMES.flatMap((view) =>
  Object.keys(VIEWS[view].headings).map((heading) => tagOf(view, heading)),
);

/** `四公开·工作公开`; undefined for what is no tag. */
export function tagName(tag: Tag): string | undefined {
  const [view = '', heading = ''] = tag.split(':');
  if (!Object.hasOwn(VIEWS, view)) return undefined;
  const { name, headings } = VIEWS[view as ViewName];
  return Object.hasOwn(headings, heading) ? `${name}·${headings[heading]?.name}` : undefined;
}

/** Those of the tags that stand under one of the views. */
export const tagsWithin = (tags: readonly Tag[], views: readonly ViewName[]): readonly Tag[] =>
  tags.filter((tag) => views.some((view) => view === viewOf(tag)));

/** Every heading that the row stands under: by the table above, and by what its catalogue says of it. */
export const tagsOf = ({ id, tags = [] }: Pick<CatalogueRow, 'id' | 'tags'>): readonly Tag[] => [
  ...new Set([
    ...VIEW_NAMES.flatMap((view) =>
      Object.entries(VIEWS[view].headings)
        .filter(([, heading]) => heading.rows.includes(id))
        .map(([heading]) => tagOf(view, heading)),
    ),
    ...tags,
  ]),
];

/** The rows under the heading of each name, in the order of the headings. A row may stand under several, or under none. */
export function rowsByHeading<Row extends Pick<CatalogueRow, 'id' | 'tags'>>(
  view: ViewName,
  catalogue: readonly Row[],
): readonly { readonly tag: Tag; readonly heading: Heading; readonly rows: readonly Row[] }[] {
  return Object.entries(VIEWS[view].headings).map(([key, heading]) => {
    const tag = tagOf(view, key);
    return { tag, heading, rows: catalogue.filter((row) => tagsOf(row).includes(tag)) };
  });
}

/** 选人用人、重大事项决策、领导班子及成员的职责和分工: what HZ-30 asks to disclose first. */
const PRIORITY_ROWS: ReadonlySet<string> = new Set(
  rows({ c: [3, 16, 20, 21], b: [3, 13], s: [6, 7, 13, 15], t: [1, 16, 17] }),
);

/** Content to disclose first, which weighs more in an evaluation: by HZ-30, or because the catalogue says so. */
export const isPriority = ({ id, priority }: Pick<CatalogueRow, 'id' | 'priority'>): boolean =>
  priority ?? PRIORITY_ROWS.has(id);
