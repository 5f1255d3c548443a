import { type Answer, TRANSPORT_FAILURES } from '../../../domain/display/delivery-commands.ts';
import type { DeliveryReading, DisplayReading } from '../../shell/reading/displays.ts';
import { chineseMoment } from '../dates.ts';
import { DELIVERY_STATUS_NAMES, DISABLED_CAUSES } from '../words.ts';

/** How a display fares, in one mark. */
export function DisplayMark({
  display,
  last,
}: {
  display: DisplayReading;
  last: DeliveryReading | undefined;
}) {
  if (!display.active) return <span class="tag type">✕ 已停用</span>;
  if (display.failing) return <span class="tag type">⚠ 通知送不到</span>;
  if (last === undefined) return <span class="tag">已启用</span>;
  return <DeliveryMark delivery={last} />;
}

/** What people have to know when something is wrong with it. */
export function DisplayTrouble({ display: { disabledFor, failing } }: { display: DisplayReading }) {
  if (disabledFor) return <p class="note bad">{DISABLED_CAUSES[disabledFor]}，不再发送通知。</p>;
  if (!failing) return null;
  return (
    <p class="note warn">
      自 {chineseMoment(failing.since)} 起通知一直送不到。如仍不能恢复，将于{' '}
      {chineseMoment(failing.givesUpAt)} 后自动停用。
    </p>
  );
}

export function DeliveryMark({ delivery: { status, lastAnswer } }: { delivery: DeliveryReading }) {
  if (status === 'succeeded') return <span class="tag ok">✓ {DELIVERY_STATUS_NAMES.succeeded}</span>;
  if (status === 'pending') {
    return <span class="tag wait">{lastAnswer ? '⚠ 待重试' : DELIVERY_STATUS_NAMES.pending}</span>;
  }
  return <span class="tag type">✕ {DELIVERY_STATUS_NAMES[status]}</span>;
}

export function answerText(answer: Answer): string {
  if ('failure' in answer) return TRANSPORT_FAILURES[answer.failure];
  return `HTTP ${answer.status}${answer.refused ? '，但未接收' : ''}`;
}
