import type { PeriodName } from '../../duty/period.ts';
import type { DomainEvent, History } from '../../kernel/decider.ts';
import type { CriterionId } from '../criteria.ts';

/** What an item may be asked for beyond what every item has. */
export const TEMPLATE_FIELDS = {
  basedOn: '依据文件',
  responsibility: '三级责任人',
  attachments: '附件',
  amounts: '金额表',
  related: '相关公开链接',
} as const;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;

/** 考评标准: by what everybody in the district is scored. Data, published with its edition; no score without it. */
export interface Standard {
  /** Points of each criterion; 0 leaves it out. */
  readonly weights: Readonly<Record<CriterionId, number>>;
  /** So many times does a duty or an item of a priority row count (HZ-30). */
  readonly priorityFactor: number;
  /** 统一模板 (JX-12): fields that every item must have, or those under the rows named. */
  readonly fields: readonly {
    readonly field: TemplateField;
    readonly rows?: readonly string[] | undefined;
  }[];
  /** A plan without stages has its result disclosed in so many days. */
  readonly resultDays: number;
  readonly signals: {
    /** A burst: this share of a quarter's items within so many days before an inspection. */
    readonly burstDays: number;
    readonly burstShare: number;
    /** Copied: this share of the text stood in the earlier item already. */
    readonly copiedShare: number;
    /** Silence: more days than this without any disclosure. */
    readonly silenceDays: number;
    /** An item is unread when nobody has opened it in so many days. */
    readonly unreadDays: number;
  };
  /** Shares of the three inputs of the yearly appraisal; one that is missing leaves its share to the others. */
  readonly inputs: { readonly self: number; readonly masses: number; readonly superior: number };
  /** From how many points of 100 a unit has met the standard, and is a model. */
  readonly rating: { readonly met: number; readonly model: number };
}

/** Holds until the district publishes one. */
export const FIRST_STANDARD: Standard = {
  weights: {
    completeness: 15,
    conformity: 7,
    accuracy: 3,
    process: 10,
    timeliness: 15,
    mix: 10,
    regularity: 10,
    liveliness: 5,
    answers: 10,
    results: 5,
    satisfaction: 10,
  },
  priorityFactor: 2,
  fields: [],
  resultDays: 180,
  signals: { burstDays: 10, burstShare: 0.5, copiedShare: 0.8, silenceDays: 92, unreadDays: 14 },
  inputs: { self: 20, masses: 30, superior: 50 },
  rating: { met: 60, model: 85 },
};

export type StandardEvent = DomainEvent<'StandardPublished', { from: PeriodName; standard: Standard }>;

/** Editions in the order in which they were published; the first one is number 1. */
export type StandardState = readonly { readonly from: PeriodName; readonly standard: Standard }[];

/** One for the district. */
export const STANDARD_ID = 'standard';

export const standardHistory: History<StandardEvent, StandardState> = {
  initial: [],
  evolve: (state, { data }) => [...state, data],
};

/** The standard that a period is scored by, with its edition; 0 is the one that nobody has published. */
export function standardOf(
  state: StandardState,
  period: PeriodName,
): { readonly edition: number; readonly standard: Standard } {
  const place = state.findLastIndex(({ from }) => from <= period);
  return { edition: place + 1, standard: state[place]?.standard ?? FIRST_STANDARD };
}
