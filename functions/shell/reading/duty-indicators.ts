import { type Counts, onTimeRate, type Standing } from '../../../domain/duty/standing.ts';
import { CHANNELS, type Channel, COVERAGE_TARGETS } from '../../../domain/organisation/channels.ts';
import type { UnitLine } from './duty-overview.ts';

/** How many units have a carrier, against the share that the district aims at (TZ-02, QS-01). */
export interface Coverage {
  readonly channel: Channel;
  readonly name: string;
  readonly units: number;
  readonly share: number;
  readonly target?: number;
}

export function coverageOf({ channels, units }: Pick<Standing, 'channels' | 'units'>): readonly Coverage[] {
  return (Object.keys(CHANNELS) as Channel[]).map((channel) => {
    const having = channels[channel] ?? 0;
    const target = COVERAGE_TARGETS[channel];
    return {
      channel,
      name: CHANNELS[channel],
      units: having,
      share: units === 0 ? 0 : having / units,
      ...(target !== undefined && { target }),
    };
  });
}

/** 规范化、多样化、制度化、责任化 (XH-27): a name, a formula for people to read, and its value. */
export interface Indicator {
  readonly name: string;
  readonly formula: string;
  /** Undefined while there is nothing to reckon it from. */
  readonly value: number | undefined;
  readonly unit: 'share' | 'forms';
}

export function indicatorsOf(sum: Standing, total: Counts): readonly Indicator[] {
  const { disclosures, exceptions, forms, units, regularity } = sum;
  const used = Object.values(forms).reduce((count, each) => count + each, 0);
  return [
    {
      name: '公开内容规范化',
      formula: '（公开次数－形式或范围例外的次数）÷公开次数',
      value: disclosures === 0 ? undefined : (disclosures - exceptions) / disclosures,
      unit: 'share',
    },
    {
      name: '公开形式多样化',
      formula: '各单位所用公开形式种数之和÷单位数',
      value: units === 0 ? undefined : used / units,
      unit: 'forms',
    },
    {
      name: '公开程序制度化',
      formula: '各单位均衡度的平均值；均衡度＝1÷（1＋v²），v 为相邻两次公开间隔的变异系数',
      value: regularity,
      unit: 'share',
    },
    {
      name: '公开工作责任化',
      formula: '按期公开÷（按期公开＋逾期补公开＋逾期）',
      value: onTimeRate(total),
      unit: 'share',
    },
  ];
}

/** How far units lie apart (QD-09): the numbers, and whom to help; nobody is ranked. */
export interface Spread {
  readonly best: number;
  readonly median: number;
  readonly worst: number;
  /** Units with duties overdue and the lowest rates of meeting them in time, lowest first. */
  readonly help: readonly UnitLine[];
}

const MOST_HELPED = 5;

/** Undefined with fewer than two units to compare. */
export function spreadOf(units: readonly UnitLine[]): Spread | undefined {
  const rated = units
    .filter(({ isSum, rate }) => !isSum && rate !== undefined)
    .toSorted((a, b) => rateOf(a) - rateOf(b));
  const [first, second] = [rated[0], rated.at(-1)];
  if (!first || !second || rated.length < 2) return undefined;
  const middle = rated.length / 2;
  const [low, high] = [rated[Math.ceil(middle) - 1], rated[Math.floor(middle)]];
  return {
    best: rateOf(second),
    median: (rateOf(low ?? first) + rateOf(high ?? first)) / 2,
    worst: rateOf(first),
    help: rated
      .filter((unit) => unit.total.overdue > 0 && rateOf(unit) < rateOf(second))
      .slice(0, MOST_HELPED),
  };
}

const rateOf = ({ rate = 0 }: UnitLine): number => rate;
