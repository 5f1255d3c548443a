import type { UnitKind } from '../organisation/kinds.ts';
import type { Policy } from '../organisation/policy.ts';

/** What the sister stream of 党务公开 is called, by the kind of house that an organisation belongs to (JX-03). */
export const AFFAIRS = {
  school: '校务公开',
  hospital: '院务公开',
  procuratorate: '检务公开',
  government: '政务公开',
  village: '村务公开',
  enterprise: '厂务公开',
} as const;
export type Affairs = keyof typeof AFFAIRS;

/** Two streams: what the Party committee is doing, and the affairs of the house, whose name is the house's own. */
export const NEWS_STREAMS = ['party', 'affairs'] as const;
export type NewsStream = (typeof NEWS_STREAMS)[number];

/** What stands on catalogue rows, where it is shown beside news. */
export const DISCLOSURE = '党务公开';
const PARTY_NEWS = '党建动态';

/** What everything in a stream is labelled with, be that on a page, on a board or in a feed. */
export type NewsLabels = Readonly<Record<NewsStream, string>>;

/**
 * The labels of an organisation's streams. The name of the sister stream is the organisation's and not each post's, so
 * that one stream has one name: its policy says it; where that is silent, an office has 政务公开 and everybody else
 * 校务公开. The superior's policy is not asked: a school under an office is still a school.
 */
export function newsLabelsOf({
  policy,
  unit,
}: {
  readonly policy: Pick<Policy, 'affairs'>;
  readonly unit?: UnitKind | undefined;
}): NewsLabels {
  const usual: Affairs = unit === 'office' ? 'government' : 'school';
  return { party: PARTY_NEWS, affairs: AFFAIRS[policy.affairs ?? usual] };
}

/** News is told widely or not at all: whatever is for the Party alone goes by the catalogue. */
export const NEWS_AUDIENCES = ['unit', 'public'] as const;
export type NewsAudience = (typeof NEWS_AUDIENCES)[number];

/** Where the newest text stands; an older one may be on show meanwhile. */
export const NEWS_STAGES = {
  waiting: '待审核',
  returned: '已退回',
  shown: '已发布',
  down: '已撤下',
} as const;
export type NewsStage = keyof typeof NEWS_STAGES;
