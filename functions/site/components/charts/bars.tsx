interface BarsProps {
  /** What the picture shows, for those who cannot see it; the table beside it has the numbers. */
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly value: number; readonly tone: string }[];
}

const WIDTH = 640;
const NAME_WIDTH = 210;
const ROW = 34;
/** Room for the number behind the longest bar. */
const NUMBER_WIDTH = 60;

/** Horizontal bars, one below the other, each with its name and its number. */
export function Bars({ label, bars }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const width = (value: number) => Math.round(((WIDTH - NAME_WIDTH - NUMBER_WIDTH) * value) / most);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={label}>
      {bars.map(({ name, value, tone }, index) => (
        <>
          <text x={NAME_WIDTH - 10} y={index * ROW + 23} text-anchor="end">
            {name}
          </text>
          <rect
            class={tone}
            x={NAME_WIDTH}
            y={index * ROW + 6}
            width={Math.max(2, width(value))}
            height={ROW - 12}
          />
          <text x={NAME_WIDTH + width(value) + 10} y={index * ROW + 23}>
            {value}
          </text>
        </>
      ))}
    </svg>
  );
}
