import type { ScreenLine } from '../../../shell/reading/screens.ts';

interface DarkScreensProps {
  readonly organisation: string;
  /** Every screen that has ever been heard of. */
  readonly screens: readonly ScreenLine[];
}

/** 黑屏: the units whose screens are dark now, and who sees to it. */
export function DarkScreens({ organisation, screens }: DarkScreensProps) {
  const dark = screens.filter(({ status }) => status === 'dark');
  const units = Map.groupBy(dark, ({ unit }) => unit);
  return (
    <section class="sheet" id="dark-screens">
      <h2>公示屏</h2>
      {dark.length === 0 ? (
        <p class="note good">✓ 报告过在线的 {screens.length} 块屏幕中，没有黑屏。</p>
      ) : (
        <>
          <p>
            {units.size} 个单位的 {dark.length} 块屏幕黑屏：
          </p>
          <ul>
            {[...units].map(([unit, lines]) => (
              <li>
                <b>{unit}</b>：
                {lines
                  .map(({ name, keepers }) => `${name}（${keepers.join('、') || '无责任人'}）`)
                  .join('，')}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`/desk/o/${organisation}/screens`}>各屏幕在线情况</a>
      </p>
    </section>
  );
}
