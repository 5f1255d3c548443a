import type { Acting } from '../asking.ts';

interface ActingSeatProps {
  readonly acting: Acting;
  readonly organisation: string;
  /** Where choosing leads back to. */
  readonly here: string;
}

/** 履职身份: whoever holds several seats says under which one they act (XH-04). */
export function ActingSeat({ acting: { seats, chosen }, organisation, here }: ActingSeatProps) {
  const isHeld = chosen !== undefined && seats.some(({ seat }) => seat === chosen.seat);
  return (
    <aside class="acting wrap no-print" aria-label="履职身份">
      <details open={chosen !== undefined && !isHeld}>
        <summary>
          履职身份：{chosen?.title ?? '自动'}
          {chosen && !isHeld && '（⚠ 您现在不担任这一岗位，请重新选择）'}
        </summary>
        <div class="settle inside">
          <form method="post" action={`/desk/o/${organisation}/seat`}>
            <input type="hidden" name="next" value={here} />
            <label for="acting-seat">以哪一岗位办理</label>
            <select id="acting-seat" name="seat">
              <option value="" selected={!isHeld}>
                自动
              </option>
              {seats.map(({ seat, title }) => (
                <option value={seat} selected={seat === chosen?.seat}>
                  {title}
                </option>
              ))}
            </select>
            <button type="submit" class="button small">
              确定
            </button>
          </form>
        </div>
      </details>
    </aside>
  );
}
