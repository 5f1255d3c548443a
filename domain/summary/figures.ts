/** How many of each there were, by the name that readers get; what there was none of may be absent. */
export type Tally = Readonly<Record<string, number>>;

/** What a yearly summary counts, each by names of its own. */
export const FIGURE_GROUPS = {
  total: '总体情况',
  class: '按目录类目',
  form: '按公开形式',
  audience: '按公开范围',
  basis: '按公开方式',
  duty: '公开时限执行情况',
  row: '目录条目公开情况',
  adjustment: '目录调整',
  enquiry: '依申请公开办理',
  decision: '依申请公开决定',
  opinion: '意见建议办理',
  speaker: '意见建议来源',
  outcome: '意见建议办理结果',
  topic: '群众关注事项',
  survey: '征求意见',
  read: '知情权：公开事项阅读（约数，人次）',
  'took-part': '参与权：党员参与',
  supervised: '监督权：党员监督',
  activity: '会议、培训和活动',
  circular: '文件下发和报送',
} as const;
export type FigureGroup = keyof typeof FIGURE_GROUPS;

/** The figures of one organisation in a year, or of several, added up. */
export type YearFigures = Readonly<Record<FigureGroup, Tally>>;

export const NO_FIGURES = Object.fromEntries(
  Object.keys(FIGURE_GROUPS).map((group) => [group, {}]),
) as YearFigures;

/** Every figure is a count, so that those of a district are the sums of its schools' and its own. */
export const sumOfFigures = (parts: readonly YearFigures[]): YearFigures =>
  Object.fromEntries(
    (Object.keys(FIGURE_GROUPS) as FigureGroup[]).map((group) => [
      group,
      added(parts.map((part) => part[group])),
    ]),
  ) as YearFigures;

export function added(tallies: readonly Tally[]): Tally {
  const sum: Record<string, number> = {};
  for (const tally of tallies)
    for (const [name, count] of Object.entries(tally)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** Counts the rows by a name of each; those without one are left out. */
export const countBy = <Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string | readonly string[] | undefined,
): Tally => added(rows.flatMap((row) => [nameOf(row) ?? []].flat().map((name) => ({ [name]: 1 }))));
