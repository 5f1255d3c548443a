import type { Day } from '../kernel/time.ts';
import { type Body, isHeld, type Position, type Seat } from './body.ts';
import type { Organisation } from './organisation.ts';
import { type Standing, standingOf } from './standing.ts';

/** What a unit may lack for disclosure to work there, as its superior looks for it (ZH-03). */
export const GAPS = {
  secretary: '书记',
  group: '领导小组',
  supervision: '监督小组',
  liaison: '信息联络员',
  channel: '公开载体',
} as const;
export type Gap = keyof typeof GAPS;

type Term = Pick<Seat, 'from' | 'until'>;

/** Gaps that a seat closes while somebody holds it. */
const SEATED = {
  secretary: { body: 'party-committee', position: 'head' },
  group: { body: 'leading-group', position: 'head' },
  supervision: { body: 'supervision-group', position: 'head' },
  liaison: { body: 'posts', position: 'liaison' },
} as const satisfies Partial<Record<Gap, { body: Body; position: Position }>>;
type SeatedGap = keyof typeof SEATED;

/**
 * What of an organisation settles on any day which gaps it has: seats have days, so a list that kept the gaps would be
 * wrong the day after. Of each seat the latest terms only: nobody asks for gaps of long ago.
 */
export interface Vitals {
  readonly standing: Standing;
  readonly channels: number;
  readonly terms: Readonly<Partial<Record<SeatedGap, readonly Term[]>>>;
}

const LATEST = 3;

export function vitalsOf(organisation: Organisation): Vitals {
  const { channels, seats } = organisation;
  const terms = Object.entries(SEATED).flatMap(([gap, { body, position }]) => {
    const held = seats.filter((seat) => seat.body === body && seat.position === position).map(termOf);
    return held.length > 0 ? [[gap, held.toSorted(byEnd).slice(-LATEST)] as const] : [];
  });
  return { standing: standingOf(organisation), channels: channels.length, terms: Object.fromEntries(terms) };
}

/** What is lacking on the day; nothing is asked of an organisation that is closed. */
export function gapsOn({ standing, channels, terms }: Vitals, today: Day): readonly Gap[] {
  if (standing === 'closed') return [];
  const empty = (Object.keys(SEATED) as SeatedGap[]).filter(
    (gap) => !(terms[gap] ?? []).some((term) => isHeld(term, today)),
  );
  return channels === 0 ? [...empty, 'channel'] : empty;
}

const termOf = ({ from, until }: Seat): Term => ({ from, ...(until !== undefined && { until }) });

const byEnd = (a: Term, b: Term): number => ((a.until ?? '9999') < (b.until ?? '9999') ? -1 : 1);
