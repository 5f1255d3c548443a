import { DUTY_KINDS, DUTY_STATUSES } from '../../domain/duty/duty.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { icalendar } from '../rendering/feeds/icalendar.ts';
import type { DutyLine, DutySheet } from '../shell/reading/duty-sheet.ts';

export interface FeedFacts {
  readonly organisation: { readonly id: string; readonly name: string };
  /** Of every period in which something may still be open. */
  readonly sheets: readonly DutySheet[];
  /** Page of the ledger, absolute. */
  readonly url: string;
  readonly now: Instant;
}

/**
 * Due days of what is still to be disclosed, as whole days. An entry keeps its id for as long as its duty lives, so that
 * a calendar moves it when the day moves and drops it once the duty is met. Without a time zone: a whole day has none.
 */
export function dueDaysOf({ organisation, sheets, url, now }: FeedFacts): string {
  return icalendar(
    `${organisation.name}党务公开到期日`,
    sheets.flatMap(openIn).map(({ period, name, duty }) => ({
      uid: `${organisation.id}.${period}.${duty.id}@gongkai`,
      sequence: 0,
      stamp: now,
      from: duty.due,
      to: duty.due,
      summary: `【${DUTY_STATUSES[duty.status]}】${name}`,
      description: [duty.what, `${duty.why.rule}。`].filter(Boolean).join('\n'),
      url,
    })),
  );
}

const WAITING: ReadonlySet<DutyLine['status']> = new Set(['overdue', 'due-soon', 'open']);

function openIn({ period, rows, unit }: DutySheet) {
  const own = unit ? [{ name: DUTY_KINDS.unit, duty: unit }] : [];
  const all = [...own, ...rows.flatMap(({ name, duties }) => duties.map((duty) => ({ name, duty })))];
  return all.filter(({ duty }) => WAITING.has(duty.status)).map((entry) => ({ ...entry, period }));
}
