import type { SeatRule } from '../organisation/body.ts';

export const FILING_KINDS = { summary: '年度总结', special: '专题报告' } as const;
export type FilingKind = keyof typeof FILING_KINDS;

/** The bodies above that a report may be for. */
export const RECEIVERS = {
  office: '上级党务公开办公室',
  'supervision-group': '上级党务公开监督小组（纪检）',
} as const;
export type Receiver = keyof typeof RECEIVERS;

export const receiving = (receiver: Receiver): SeatRule => ({ body: receiver });

export const FILING_STAGES = { filed: '待签收', returned: '已退回', acknowledged: '已签收' } as const;
export type FilingStage = keyof typeof FILING_STAGES;
