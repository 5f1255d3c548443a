interface TrendProps {
  readonly label: string;
  /** Shares from 0 to 1, oldest first; undefined where there was nothing to reckon from. */
  readonly points: readonly { readonly name: string; readonly share: number | undefined }[];
}

const WIDTH = 640;
const HEIGHT = 250;
const LEFT = 56;
const RIGHT = 30;
const TOP = 26;
const BOTTOM = 36;
/** More names than this would run into each other. */
const MOST_NAMES = 6;

/** A line of shares over periods, each point with its number. */
export function Trend({ label, points }: TrendProps) {
  const step = points.length < 2 ? 0 : (WIDTH - LEFT - RIGHT) / (points.length - 1);
  const every = Math.ceil(points.length / MOST_NAMES);
  const last = points.length - 1;
  const x = (index: number) => Math.round(LEFT + index * step);
  const y = (share: number) => Math.round(TOP + (1 - share) * (HEIGHT - TOP - BOTTOM));
  const known = points.flatMap(({ share }, index) =>
    share === undefined ? [] : [{ at: x(index), up: y(share), share, isNamed: (last - index) % every === 0 }],
  );
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
        <>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} class="axis" />
          <text x={LEFT - 10} y={y(share) + 5} text-anchor="end">
            {share * 100}%
          </text>
        </>
      ))}
      <polyline class="line" points={known.map(({ at, up }) => `${at},${up}`).join(' ')} />
      {known.map(({ at, up, share, isNamed }) => (
        <>
          <circle cx={at} cy={up} r="5" class="point" />
          {isNamed && (
            <text x={at} y={up - 10} text-anchor="middle">
              {Math.round(share * 100)}
            </text>
          )}
        </>
      ))}
      {points.map(
        ({ name }, index) =>
          (last - index) % every === 0 && (
            <text x={x(index)} y={HEIGHT - 10} text-anchor="middle">
              {name}
            </text>
          ),
      )}
    </svg>
  );
}
