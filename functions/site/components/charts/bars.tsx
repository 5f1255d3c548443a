interface BarsProps {
  /** What the picture shows, for those who cannot see it; the table beside it has the numbers. */
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly value: number; readonly tone: string }[];
}

/** Of one bar with its name above it, in the size of the type, so that both grow with it and nothing shrinks on a phone. */
const ROW_EM = 2.9;
/** Percent of the width; the rest is room for the number behind the longest bar. */
const LONGEST = 80;

/** Horizontal bars, one below the other, each under its name and with its number. */
export function Bars({ label, bars }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const width = (value: number) => Math.max(0.5, Math.round((LONGEST * value * 10) / most) / 10);
  const down = (index: number, em: number) => `${(index * ROW_EM + em).toFixed(2)}em`;
  return (
    <svg class="chart bars" height={`${(bars.length * ROW_EM).toFixed(2)}em`} role="img" aria-label={label}>
      {bars.map(({ name, value, tone }, index) => (
        <>
          <text x="0" y={down(index, 1.1)}>
            {name}
          </text>
          <rect class={tone} x="0" y={down(index, 1.5)} width={`${width(value)}%`} height="0.9em" />
          <text x={`${width(value) + 2}%`} y={down(index, 2.3)}>
            {value}
          </text>
        </>
      ))}
    </svg>
  );
}
