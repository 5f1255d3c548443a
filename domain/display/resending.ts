import type { DisplayCommandOf } from './commands.ts';
import type { DisplayEvent } from './events.ts';
import { refuse } from './refusals.ts';
import type { Display } from './state.ts';

type ResendCommand = DisplayCommandOf<'ResendNotice' | 'ResendNotices' | 'ResyncDisplay'>;

/**
 * Somebody asks for notices to be sent again: one, those of a time, or everything that is on show. Each goes out once
 * more as it was, with the same id, signed with the keys of that time, and says nothing of how the display fares; so a
 * display that is switched off takes them too.
 *
 * @throws Refusal `address-missing`, `delivery-unknown`, `range-empty`
 */
export function requestResend(
  { type, data, facts }: ResendCommand,
  display: Display,
): readonly DisplayEvent[] {
  if (!display.url) refuse('address-missing');
  switch (type) {
    case 'ResendNotice':
      if (!facts.isTold) refuse('delivery-unknown', { field: 'item' });
      return [{ type: 'ResendRequested', data: { what: 'notice', item: data.item } }];
    case 'ResendNotices':
      if (data.until !== undefined && data.until < data.since) refuse('range-empty', { field: 'until' });
      return [{ type: 'ResendRequested', data: { what: 'range', ...data } }];
    case 'ResyncDisplay':
      return [{ type: 'ResendRequested', data: { what: 'on-show' } }];
  }
}
