/**
 * What may close a stage of a roll-out (HZ-31 to HZ-34, XH-12 to XH-15). Each is read from the record; nobody ticks one.
 * Those that `counts` from the beginning of the stage ask for something that happened since then; the others ask for
 * something to be there, since whenever it is.
 */
export const CRITERIA = {
  'leading-group': { name: '成立领导小组', counts: 'ever' },
  scheme: { name: '拟定实施方案', counts: 'ever' },
  register: { name: '完成内容清理，形成清单', counts: 'ever' },
  ledger: { name: '建立公开台账', counts: 'ever' },
  'mandated-rows': { name: '规定的目录条目全部公开', counts: 'ever' },
  mobilisation: { name: '召开动员部署会', counts: 'since' },
  training: { name: '负责人参加培训', counts: 'since' },
  disclosure: { name: '期内至少公开一项', counts: 'since' },
  report: { name: '专题报告（总结）报上级', counts: 'since' },
} as const satisfies Record<string, { readonly name: string; readonly counts: 'ever' | 'since' }>;
export type Criterion = keyof typeof CRITERIA;

/** How far a unit has come with a stage. */
export const STAGE_STATES = {
  'not-begun': '未开始',
  open: '进行中',
  closed: '已完成',
  behind: '未跟上',
} as const;
export type StageStateName = keyof typeof STAGE_STATES;
