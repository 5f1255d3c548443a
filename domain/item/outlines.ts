/**
 * By id of the document type: what a document of each kind usually says, to be filled in by whoever writes it (JX-20). What stands in 【】 is to be
 * replaced: a text that still has one is told so before it is approved; see flaws.ts.
 */
export const OUTLINES = {
  document: {
    title: '关于印发【文件名称】的通知',
    text: `各党支部、党小组：

《【文件名称】》已经【会议名称】审议通过，现印发给你们，请认真贯彻执行。

# 一、总体要求

【目的和依据】

# 二、主要内容

【逐条写明】

# 三、组织实施

【责任单位和时限】`,
  },
  'public-notice': {
    title: '关于【事由】的公示',
    text: `根据【依据】，经【程序】，拟【事项】。现予公示，接受党员、群众监督。

# 一、公示内容

【逐项写明】

# 二、意见反映

公示期间如有异议，请按下列方式反映。反映情况应当实事求是，提供具体线索。`,
  },
  announcement: {
    title: '关于【事由】的公告',
    text: `经【会议或者机关】决定，现将【事由】公告如下。

# 一、公告事项

【逐项写明】

# 二、施行时间

【起止日期】

特此公告。`,
  },
  bulletin: {
    title: '关于【事由】情况的通报',
    text: `现将【事由】情况通报如下。

# 一、基本情况

【时间、经过、参加人员】

# 二、主要问题或者成绩

【逐项写明】

# 三、下一步要求

【措施、责任单位和时限】

特此通报。`,
  },
  briefing: {
    title: '党务工作简报（【年份】年第【期号】期）',
    text: `# 本期要点

【一至三条】

# 工作动态

【时间、地点、做法、成效】

# 下期安排

【下一步工作】`,
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly text: string }>>;

export type OutlinedType = keyof typeof OUTLINES;
export const OUTLINED_TYPES = Object.keys(OUTLINES) as readonly OutlinedType[];
export const isOutlined = (type: string): type is OutlinedType => Object.hasOwn(OUTLINES, type);
