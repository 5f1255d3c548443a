import type { Item, Version, VersionStage } from './state.ts';

export const STAGES: Record<VersionStage, string> = {
  drafted: '拟稿',
  returned: '退回修改',
  submitted: '提出（待审核）',
  reviewed: '审核通过（待审批）',
  approved: '审批通过（待公开）',
  released: '已公开',
  withheld: '不予公开',
};

/** Where a version stands once its end is taken into account. */
export type Phase = VersionStage | 'withdrawn' | 'expired' | 'closed';
export const PHASES: Record<Phase, string> = {
  ...STAGES,
  withdrawn: '已撤下',
  expired: '公开期满',
  closed: '已办结',
};

export function phaseOf(item: Item, version: Version): Phase {
  if (item.closed) return 'closed';
  if (version.withdrawn) return 'withdrawn';
  return version.expiredAt ? 'expired' : version.stage;
}
