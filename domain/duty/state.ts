import type { EventContext, History } from '../kernel/decider.ts';
import { addDays, type Day, type Instant } from '../kernel/time.ts';
import { withDisclosed } from './disclosed.ts';
import { type Duty, type DutyId, isOpen, type Met } from './duty.ts';
import type { Disclosed, Editions, Ladders, LedgerEvent, PeriodOpenedData } from './events.ts';
import { type Period, type PeriodName, periodNamed } from './period.ts';
import { rested, resumed } from './resting.ts';

/** What one organisation owes in one period, and what became of it (公开义务台账). */
export interface Ledger {
  readonly period: Period;
  readonly editions: Editions;
  /** Names of the ladder's steps, in order. */
  readonly steps: readonly string[];
  readonly ladders: Ladders;
  readonly duties: Readonly<Record<DutyId, Duty>>;
  /** What the ledger was told of; the numbers below are counted from it. */
  readonly disclosed: readonly Disclosed[];
  /** What was known when the period was opened. */
  readonly before: Pick<Ledger, 'last' | 'recent'>;
  /** Rows that went out of force while they owed something here. */
  readonly dropped: readonly string[];
  /** Last disclosure of each row. */
  readonly last: Readonly<Record<string, Day>>;
  /** Next yearly confirmation of each standing row. */
  readonly anchors: Readonly<Record<string, Day>>;
  /** Days on which something was disclosed, oldest first, each once. */
  readonly recent: readonly Day[];
  readonly arrears: readonly PeriodName[];
  /** Forms used in the period, and how many disclosures kept to their row. */
  readonly forms: readonly string[];
  readonly disclosures: number;
  readonly exceptions: number;
  /** Hours from opinion to answer, of the answers given in the period. */
  readonly answerHours: readonly number[];
  readonly channels: readonly string[];
  readonly postponedUntil?: Day;
  readonly closed?: boolean;
  /** Since when the organisation rests; absent while it works. */
  readonly rest?: Instant;
}
export type LedgerState = Ledger | undefined;

type DataOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>['data'];

/** Id of the stream of a period: `ORG#<organisation>#LEDGER#2026q4`. */
export const ledgerId = (period: PeriodName): string => period.toLowerCase();

export const ledgerHistory: History<LedgerEvent, LedgerState> = { initial: undefined, evolve };

function evolve(state: LedgerState, event: LedgerEvent, { at, by }: EventContext): LedgerState {
  if (event.type === 'PeriodOpened') return opened(event.data);
  if (!state) return state;
  switch (event.type) {
    case 'DutiesAdded':
      return {
        ...state,
        editions: event.data.editions,
        ladders: { ...state.ladders, ...event.data.ladders },
        duties: { ...state.duties, ...dutiesOf(event.data) },
        anchors: { ...state.anchors, ...event.data.anchors },
      };
    case 'DutiesDropped':
      return without(state, event.data.duties);
    case 'DutyArose': {
      const { ladders, ...duty } = event.data;
      return {
        ...state,
        ladders: { ...state.ladders, ...ladders },
        duties: { ...state.duties, [duty.id]: { ...duty, step: -1 } },
      };
    }
    case 'DutyMoved': {
      const { duty, due, ladders } = event.data;
      const moved = change(state, [duty], ({ snoozedUntil: _, ...before }) => ({ ...before, due, step: -1 }));
      return { ...moved, ladders: { ...state.ladders, ...ladders } };
    }
    case 'DutyMet': {
      const met = metBy(event.data);
      return change(disclosed(state, event.data), event.data.duties, (duty) => ({ ...duty, met }));
    }
    case 'RowDisclosed':
      return disclosed(state, event.data);
    case 'DutyReopened':
      return reopened(state, event.data);
    case 'DutyWaived': {
      const { ground, note, until } = event.data;
      const waived = { ground, note, ...(until !== undefined && { until }), by: nameOf(by), at };
      return change(state, [event.data.duty], (duty) => ({ ...duty, waived }));
    }
    case 'WaiverEnded':
      return change(state, [event.data.duty], ({ waived: _, ...duty }) => duty);
    case 'DutyAcknowledged':
      return change(state, [event.data.duty], (duty) => ({
        ...duty,
        acknowledged: { by: nameOf(by), at },
      }));
    case 'DutySnoozed':
      return change(state, [event.data.duty], (duty) => ({ ...duty, snoozedUntil: event.data.until }));
    case 'DutyDueSoon':
    case 'DutyOverdue':
    case 'DutyEscalated': {
      const step = state.steps.indexOf(event.data.step);
      return change(state, event.data.duties, (duty) => ({ ...duty, step }));
    }
    case 'AlertsPostponed':
      return { ...state, postponedUntil: event.data.until };
    case 'ArrearsNoted':
      return { ...state, arrears: [...state.arrears, event.data.period].toSorted() };
    case 'ChannelsNoted':
      return { ...state, channels: event.data.channels };
    case 'DutiesRested':
      return rested(state, event.data.note, nameOf(by), at);
    case 'DutiesResumed':
      return resumed(state, at);
    case 'AnswerNoted':
      return { ...state, answerHours: [...state.answerHours, event.data.hours] };
    case 'PeriodClosed':
      return { ...state, closed: true };
  }
}

function opened(data: PeriodOpenedData): Ledger {
  const { editions, steps, ladders, anchors, arrears } = data;
  const period = periodNamed(data.period);
  const before = knownAt(period, data);
  return {
    period,
    editions,
    steps,
    ladders,
    duties: dutiesOf(data),
    disclosed: [],
    before,
    dropped: [],
    ...before,
    anchors,
    arrears,
    forms: [],
    disclosures: 0,
    exceptions: 0,
    answerHours: [],
    channels: data.channels ?? [],
  };
}

const knownAt = ({ from }: Period, { last, recent }: PeriodOpenedData): Ledger['before'] => ({
  last: Object.fromEntries(Object.entries(last).map(([row, ago]) => [row, addDays(from, -ago)])),
  recent: recent.map((ago) => addDays(from, -ago)),
});

function dutiesOf({ groups, met = {} }: Pick<PeriodOpenedData, 'groups' | 'met'>): Record<DutyId, Duty> {
  return Object.fromEntries(
    groups.flatMap(({ kind, from, due, ids }) =>
      ids.map((id): [DutyId, Duty] => {
        const on = met[id];
        return [
          id,
          { id, kind, ...(kind !== 'unit' && { row: id }), from, due, step: -1, ...(on && { met: { on } }) },
        ];
      }),
    ),
  );
}

/** The ledger after it was told of a disclosure. */
function disclosed(ledger: Ledger, { row, item, on, forms, exception }: Disclosed): Ledger {
  const told = { row, ...(item !== undefined && { item }), on, forms, exception };
  return withDisclosed(ledger, [...ledger.disclosed, told]);
}

function reopened(ledger: Ledger, { item, duties, instead = {} }: DataOf<'DutyReopened'>): Ledger {
  const rest = ledger.disclosed.filter((each) => each.item !== item);
  const open = change(withDisclosed(ledger, rest), duties, ({ met: _, ...duty }) => duty);
  return change(open, Object.keys(instead), (duty) => ({ ...duty, met: instead[duty.id] as Met }));
}

/** The ledger without these duties. Rows among them that come back owe again, standing ones their confirmation. */
export function without(ledger: Ledger, ids: readonly DutyId[]): Ledger {
  const gone = new Set(ids);
  const isConfirmation = (id: DutyId) => gone.has(id) && ledger.duties[id]?.kind === 'reconfirm';
  return {
    ...ledger,
    duties: Object.fromEntries(Object.entries(ledger.duties).filter(([id]) => !gone.has(id))),
    anchors: Object.fromEntries(Object.entries(ledger.anchors).filter(([id]) => !isConfirmation(id))),
    dropped: [...new Set([...ledger.dropped, ...ids])],
  };
}

function change(state: Ledger, ids: readonly DutyId[], to: (duty: Duty) => Duty): Ledger {
  const changed = ids.flatMap((id) => {
    const duty = state.duties[id];
    return duty ? [[id, to(duty)] as const] : [];
  });
  return { ...state, duties: { ...state.duties, ...Object.fromEntries(changed) } };
}

/** As a duty keeps it: the day, and the item if there is one. */
export const metBy = ({ on, item }: Met): Met => ({ on, ...(item !== undefined && { item }) });

const nameOf = (by: EventContext['by']): string => (by.kind === 'person' ? by.person : by.name);

/** Day of the ladder's first step for a due day: from then on it is due soon. */
export const soonFrom = (ledger: Ledger, duty: Duty): Day | undefined => ledger.ladders[duty.due]?.[0];

export const openDuties = (ledger: Ledger, today: Day): readonly Duty[] =>
  Object.values(ledger.duties).filter((duty) => isOpen(duty, today));

/** First day after the period. */
export const dayAfter = ({ period }: Ledger): Day => addDays(period.until, 1);
