import { addDays, type Day, type Instant } from '../../../domain/kernel/time.ts';

/** Something that takes whole days. */
export interface DayEvent {
  /** The same for as long as it is the same event, whatever becomes of it. */
  readonly uid: string;
  /** Counted up when it changes. */
  readonly sequence: number;
  /** When it was last changed. */
  readonly stamp: Instant;
  readonly from: Day;
  /** Its last day. */
  readonly to: Day;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** RFC 5545, section 3.1: a line has at most 75 octets. */
const LINE_OCTETS = 75;

/** iCalendar (RFC 5545) of whole days. A day has no time zone and so needs no rules of one. */
export function icalendar(name: string, events: readonly DayEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongkai//Disclosure//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

const linesOf = ({ uid, sequence, stamp, from, to, summary, description, url }: DayEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SEQUENCE:${sequence}`,
  `DTSTAMP:${stampOf(stamp)}`,
  `DTSTART;VALUE=DATE:${compact(from)}`,
  // The end is the first day on which it is over.
  `DTEND;VALUE=DATE:${compact(addDays(to, 1))}`,
  `SUMMARY:${text(summary)}`,
  `DESCRIPTION:${text(description)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

const compact = (day: Day): string => day.replaceAll('-', '');

/** 20261122T013000Z */
const stampOf = (instant: Instant): string => instant.replace(/[-:]|\.\d+/g, '');

const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** Long lines go on after a space, never in the middle of a character. */
function fold(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join('\r\n');
}
