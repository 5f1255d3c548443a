import { daysBetween } from '../duty/duty.ts';
import { addDays, type Day } from '../kernel/time.ts';
import type { Evidence, ItemFact } from './evidence.ts';
import { dayOrNone, isNarrow, type Reference } from './pieces.ts';
import type { Standard } from './standard/state.ts';

/** Signs that disclosure may be done for show (JX-09, JX-11, ZH-15). None of them takes a point. */
export const SIGNALS = {
  burst: {
    zh: '检查前集中公开',
    en: 'Burst before an inspection',
    why: {
      zh: '本期公开的事项中，预定检查日前 {limit} 日内公开的占 {value}（达到 {share} 时提示）。可能是迎检赶材料，也可能是工作本来就在此时完成。',
      en: '{value} of the items were disclosed in the {limit} days before a planned inspection (told from {share} on). They may have been made for it, or been due just then.',
    },
  },
  copied: {
    zh: '照抄上期',
    en: 'Copied from the last period',
    why: {
      zh: '有 {count} 个事项的正文与同一条目上期事项的相同部分达到 {share} 以上，最高 {value}。可能是照抄，也可能是情况确无变化。',
      en: '{count} items share {share} or more of their text with the last one under the same row, {value} at the most. They may be copied, or nothing may have changed.',
    },
  },
  silence: {
    zh: '长时间没有公开',
    en: 'Silence',
    why: {
      zh: '最长连续 {value} 日没有任何公开，超过 {limit} 日。',
      en: 'Nothing was disclosed for {value} days on end, more than {limit}.',
    },
  },
  unread: {
    zh: '无人阅读',
    en: 'Never read',
    why: {
      zh: '有 {count} 个事项公开 {limit} 日后没有计到阅读（阅读次数是估计数）。可能是形式或位置不便于群众看到。',
      en: '{count} items have no counted reading {limit} days after they were disclosed (readings are estimates). Perhaps people cannot find them.',
    },
  },
  'one-form': {
    zh: '形式单一',
    en: 'One form only',
    why: {
      zh: '目录允许其他形式的 {count} 个事项，全部只以会议、文件公开。',
      en: 'All {count} items whose row offers other forms were shown by meeting or document only.',
    },
  },
  'no-result': {
    zh: '有过程无结果',
    en: 'Process without result',
    why: {
      zh: '有 {count} 个已公开的计划，到期未公开结果。',
      en: '{count} disclosed plans have no disclosed result past its day.',
    },
  },
} as const;
export type SignalId = keyof typeof SIGNALS;
export const SIGNAL_IDS = Object.keys(SIGNALS) as SignalId[];
export const isSignalId = (text: string): text is SignalId => Object.hasOwn(SIGNALS, text);

export interface Signal {
  readonly id: SignalId;
  /** `no-data`: nobody keeps what it would take, or there is too little of it. Never the same as `clear`. */
  readonly state: 'raised' | 'clear' | 'no-data';
  /** With its numbers; absent without data. */
  readonly why?: { readonly zh: string; readonly en: string };
  /** What it rests on. */
  readonly because: readonly Reference[];
}

interface Found {
  readonly raised: boolean;
  readonly because: readonly Reference[];
  readonly values: Readonly<Record<string, string | number>>;
}

/** Fewer items than this show no habit. */
const FEWEST = 3;

const DETECTORS: Readonly<
  Record<SignalId, (evidence: Evidence, standard: Standard['signals']) => Found | undefined>
> = {
  burst: ({ inspections, items }, { burstDays, burstShare }) => {
    if (!inspections || inspections.length === 0 || items.length < FEWEST) return undefined;
    const isBefore = ({ on }: ItemFact) =>
      inspections.some((day) => on >= addDays(day, -burstDays) && on <= day);
    const found = items.filter(isBefore);
    const value = found.length / items.length;
    const values = { limit: burstDays, share: percent(burstShare), value: percent(value) };
    return { raised: value >= burstShare, because: found.map(itemReference), values };
  },
  copied: ({ items }, { copiedShare }) => {
    const compared = items.flatMap((item) => (item.copied ? [{ item, ...item.copied }] : []));
    if (compared.length === 0) return undefined;
    const found = compared.filter(({ share }) => share >= copiedShare);
    const value = Math.max(...compared.map(({ share }) => share));
    return {
      raised: found.length > 0,
      because: found.flatMap(({ item, of }) => [{ ...itemReference(item), of }]),
      values: { count: found.length, share: percent(copiedShare), value: percent(value) },
    };
  },
  silence: ({ recent, from, until, asOf }, { silenceDays }) => {
    const end = [until, dayOrNone(asOf)].toSorted()[0] ?? until;
    const start = recent.findLast((day) => day < from) ?? from;
    if (end < from) return undefined;
    const days = [start, ...recent.filter((day) => day >= from && day <= end), end];
    const gaps = days.slice(1).map((day, place) => ({ on: day, days: daysBetween(days[place] as Day, day) }));
    const longest = gaps.reduce((most, gap) => (gap.days > most.days ? gap : most));
    return {
      raised: longest.days > silenceDays,
      because: [{ kind: 'ledger', id: from, on: longest.on }],
      values: { value: longest.days, limit: silenceDays },
    };
  },
  unread: ({ items, reads, asOf }, { unreadDays }) => {
    if (!reads) return undefined;
    const isCounted = ({ on, online }: ItemFact) =>
      online && on >= reads.since && addDays(on, unreadDays) <= dayOrNone(asOf);
    const old = items.filter(isCounted);
    if (old.length === 0) return undefined;
    const found = old.filter(({ id }) => !reads.items[id]);
    return {
      raised: found.length > 0,
      because: found.map(itemReference),
      values: { count: found.length, limit: unreadDays },
    };
  },
  'one-form': ({ items }) => {
    const varied = items.filter(({ mayVary }) => mayVary);
    if (varied.length < FEWEST) return undefined;
    return {
      raised: varied.every(({ forms }) => isNarrow(forms)),
      because: varied.map(itemReference),
      values: { count: varied.length },
    };
  },
  'no-result': ({ plans, asOf }) => {
    if (plans.length === 0) return undefined;
    const found = plans.filter(({ result, dueOn }) => result === undefined && dueOn < dayOrNone(asOf));
    return {
      raised: found.length > 0,
      because: found.map(({ item, dueOn }) => ({ kind: 'item', id: item, on: dueOn })),
      values: { count: found.length },
    };
  },
};

/** Every signal of the organisation and quarter, computed and never kept: only what people say of them is. */
export function signalsIn(evidence: Evidence, { signals }: Standard): readonly Signal[] {
  return SIGNAL_IDS.map((id): Signal => {
    const found = DETECTORS[id](evidence, signals);
    if (!found) return { id, state: 'no-data', because: [] };
    const { raised, because, values } = found;
    const { zh, en } = SIGNALS[id].why;
    const why = { zh: filled(zh, values), en: filled(en, values) };
    return raised ? { id, state: 'raised', why, because } : { id, state: 'clear', because: [] };
  });
}

const filled = (text: string, values: Found['values']): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '…'));

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const itemReference = ({ id, row, on }: ItemFact): Reference => ({ kind: 'item', id, row, on });
