import type { ActivityKind } from '../activity/vocabulary.ts';

/** 台账资料 (HZ-35): what an organisation keeps of a year, in four kinds. */
export const DOSSIER_KINDS = {
  minutes: '会议记录',
  activities: '活动记录',
  documents: '文件',
  publicity: '宣传资料',
} as const;
export type DossierKind = keyof typeof DOSSIER_KINDS;

/** Documents are what was disclosed; everything else comes from the log of activities. */
export function dossierKindOf(kind: ActivityKind): Exclude<DossierKind, 'documents'> {
  if (kind === 'meeting') return 'minutes';
  return kind === 'publicity' ? 'publicity' : 'activities';
}
