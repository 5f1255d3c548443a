/** One line of the bench. A measure with a limit is held against it; one without is only reported. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** As it is read: `≤ 500000 bytes`, `ratio ≥ 0.5`. */
  readonly limit?: string;
  /** Against the yardstick of the same run. */
  readonly ratio?: number;
  readonly ok: boolean;
}

interface Limit {
  readonly on: 'value' | 'ratio';
  readonly least?: number;
  readonly most?: number;
}

export function measure(
  name: string,
  value: number,
  unit: string,
  { ratio, limit }: { readonly ratio?: number; readonly limit?: Limit } = {},
): Measure {
  const held = limit?.on === 'ratio' ? (ratio ?? Number.NaN) : value;
  const ok = !limit || (held >= (limit.least ?? -Infinity) && held <= (limit.most ?? Infinity));
  return {
    name,
    value,
    unit,
    ...(limit && { limit: inWords(limit) }),
    ...(ratio !== undefined && { ratio }),
    ok,
  };
}

function inWords({ on, least, most }: Limit): string {
  const bound = most === undefined ? `≥ ${least}` : `≤ ${most}`;
  return on === 'ratio' ? `ratio ${bound}` : bound;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}

export const percentile99 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;

const number = (value: number): string =>
  value >= 1_000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

export function rowOf({ name, value, unit, limit = '', ratio, ok }: Measure): string {
  const mark = limit === '' ? '' : ok ? 'ok' : 'MISSED';
  return [
    name.padEnd(58),
    number(value).padStart(9),
    unit.padEnd(12),
    (ratio === undefined ? '' : number(ratio)).padStart(7),
    ` ${limit}`.padEnd(14),
    mark,
  ]
    .join(' ')
    .trimEnd();
}

export const HEADER = `${'measure'.padEnd(58)} ${'value'.padStart(9)} ${'unit'.padEnd(12)} ${'ratio'.padStart(7)}  limit`;
