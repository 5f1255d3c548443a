import type { DisplayEvent } from '../display/events.ts';
import type { Display } from '../display/state.ts';
import { type Instant, minuteOf } from '../kernel/time.ts';

/** A turn in the life of a display that somebody has to know of. Nothing of its address, nothing of its keys. */
export interface DisplayNews {
  readonly kind: 'display-failing' | 'display-recovered' | 'display-disabled' | 'display-secret-rotated';
  /** Its stream. */
  readonly display: string;
  readonly name: string;
  readonly place: string;
  /** When it happened: it may happen again. */
  readonly at: Instant;
  readonly says: string;
}

const CAUSES: Readonly<Record<NonNullable<Display['disabled']>['cause'], string>> = {
  'by-hand': '已由经办人停用',
  gone: '答复地址已不存在，已自动停用',
  failing: '连续多日收不到通知，已自动停用',
};

/** What is to be told of an event of a display; undefined of what people did there and need not be told. */
export function newsOfDisplay(
  event: DisplayEvent,
  { name, place }: Pick<Display, 'name' | 'place'>,
  { stream: display, at }: { readonly stream: string; readonly at: Instant },
): DisplayNews | undefined {
  const said = sayingOf(event);
  return said && { kind: said[0], display, name, place, at, says: said[1] };
}

function sayingOf(event: DisplayEvent): readonly [DisplayNews['kind'], string] | undefined {
  switch (event.type) {
    case 'DeliveriesFailing': {
      const { since, givesUpAt } = event.data;
      const until = `如不恢复，将于 ${minuteOf(givesUpAt)} 后自动停用`;
      return ['display-failing', `自 ${minuteOf(since)} 起收不到通知，${until}`];
    }
    case 'DeliveriesRecovered':
      return ['display-recovered', '已恢复接收通知'];
    case 'DisplayDisabled':
      return ['display-disabled', `${CAUSES[event.data.cause]}，不再接收通知`];
    case 'SecretRotated':
      return [
        'display-secret-rotated',
        `密钥已更换，旧密钥于 ${minuteOf(event.data.previousValidUntil)} 失效`,
      ];
    default:
      return undefined;
  }
}
