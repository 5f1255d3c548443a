import { DUTY_KINDS, type DutyId, UNIT } from '../duty/duty.ts';
import type { LedgerEvent } from '../duty/events.ts';
import { offsetOf } from '../duty/rules.ts';
import type { DutyRules, LadderStep } from '../duty/rules-schema.ts';
import type { Ledger } from '../duty/state.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Addressee, AlertedDuty, DutyAlert, DutyAlertKind, Telling } from './alert.ts';
import { isBulletinStep } from './bulletin.ts';

/** An organisation whose people and robots may be told. */
export interface House {
  readonly id: OrganisationId;
  readonly organisation: Organisation;
  /** Ids of its group robots. */
  readonly robots: readonly string[];
}

/** Something that was recorded of a ledger, and when. */
export interface Happening {
  readonly at: Instant;
  readonly event: LedgerEvent;
}

export interface TellingFacts {
  /** What happened to the ledger up to the event, which is the last of it. */
  readonly history: readonly Happening[];
  /** The ledger after the event. */
  readonly ledger: Ledger;
  readonly rules: Pick<DutyRules, 'ladder'>;
  readonly own: House;
  readonly superior?: House | undefined;
  rowName(row: string): string | undefined;
}

const SPOKEN: Readonly<Partial<Record<LedgerEvent['type'], DutyAlertKind>>> = {
  DutyDueSoon: 'due-soon',
  DutyOverdue: 'overdue',
  DutyEscalated: 'escalated',
};

/** Who is told of the last event of a ledger, and of which duties. Nobody, of an event that is no alert. */
export function tellingsOf(facts: TellingFacts): readonly Telling[] {
  const last = facts.history.at(-1);
  if (!last) return [];
  const { event, at } = last;
  switch (event.type) {
    case 'DutyDueSoon':
    case 'DutyOverdue':
    case 'DutyEscalated': {
      const { step, duties } = event.data;
      const alert = { kind: SPOKEN[event.type] ?? 'due-soon', step };
      return toldOf(step, at, facts).map((told) => tellingOf(told, alert, duties, at, facts));
    }
    case 'DutyMet':
      return ended('met', event.data.duties, event.data.told, at, facts);
    case 'DutyWaived':
      return ended('waived', [event.data.duty], event.data.told, at, facts);
    default:
      return [];
  }
}

/** Whoever was told of a duty hears that it is over, and of no other duty than that. */
function ended(
  kind: DutyAlertKind,
  duties: readonly DutyId[],
  step: string | undefined,
  at: Instant,
  facts: TellingFacts,
): readonly Telling[] {
  if (step === undefined) return [];
  const heard = facts.history.flatMap(({ event, at: then }) => {
    if (SPOKEN[event.type] === undefined) return [];
    const spoken = event.data as { readonly step: string; readonly duties: readonly DutyId[] };
    const theirs = spoken.duties.filter((duty) => duties.includes(duty));
    if (theirs.length === 0) return [];
    return toldOf(spoken.step, then, facts).map((told) => ({ told, theirs }));
  });
  const byPerson = Map.groupBy(heard, ({ told: { house, addressee } }) =>
    [house.id, addressee.kind, addressee.id].join('#'),
  );
  return [...byPerson.values()].flatMap((hearings) => {
    const [first] = hearings;
    const theirs = new Set(hearings.flatMap((hearing) => hearing.theirs));
    return first ? [tellingOf(first.told, { kind, step }, [...theirs], at, facts)] : [];
  });
}

interface Told {
  readonly house: House;
  readonly addressee: Addressee;
}

/** Everybody who is told at a step, each once, and the robots of their organisations. */
function toldOf(step: string, at: Instant, { rules, own, superior }: TellingFacts): readonly Told[] {
  const told = rungOf(step, rules.ladder).tell.flatMap((rule): readonly Told[] => {
    const house = rule.at === 'superior' ? (superior ?? own) : own;
    return peopleIn(house, rule.seat, at) ?? standIns(own, superior, at);
  });
  const houses = [...new Set(told.map(({ house }) => house))];
  const robots = houses.flatMap((house) =>
    house.robots.map((id): Told => ({ house, addressee: { kind: 'robot', id } })),
  );
  const byKey = new Map(
    [...told, ...robots].map((one) => [`${one.house.id}#${one.addressee.kind}#${one.addressee.id}`, one]),
  );
  return [...byKey.values()];
}

/** A ladder may have lost a rung since it was laid out; then the one below says who is told. */
function rungOf(step: string, ladder: DutyRules['ladder']): LadderStep {
  const rung = ladder.findLast(({ offset }) => offset <= offsetOf(step)) ?? ladder[0];
  if (!rung) throw new Error('a ladder without a rung');
  return rung;
}

const STAND_INS: readonly SeatRule[] = [{ body: 'office' }, { body: 'leading-group' }];

/** Where a seat is empty the superior's office is told, so that no alert is lost. @throws Error when nobody is left */
function standIns(own: House, superior: House | undefined, at: Instant): readonly Told[] {
  for (const house of superior ? [superior, own] : [own]) {
    for (const seat of STAND_INS) {
      const people = peopleIn(house, seat, at);
      if (people) return people;
    }
  }
  throw new Error(`nobody holds a seat in ${own.id}, nor above it, who could be told`);
}

function peopleIn(house: House, seat: SeatRule, at: Instant): readonly Told[] | undefined {
  const people = [...holders(house.organisation, [seat], at)];
  if (people.length === 0) return undefined;
  return people.map((id) => ({ house, addressee: { kind: 'person', id } }));
}

function tellingOf(
  { house, addressee }: Told,
  { kind, step }: Pick<DutyAlert, 'kind' | 'step'>,
  ids: readonly DutyId[],
  at: Instant,
  facts: TellingFacts,
): Telling {
  const { ledger, own, rules } = facts;
  const isOwn = house.id === own.id;
  return {
    organisation: house.id,
    addressee,
    at,
    alert: {
      kind,
      organisation: { id: own.id, name: own.organisation.shortName },
      period: ledger.period.name,
      step,
      ...(isBulletinStep(step, rules) && { bulletin: true as const }),
      duties: ids.flatMap((id) => alerted(id, isOwn, facts) ?? []),
    },
  };
}

function alerted(id: DutyId, named: boolean, { ledger, rowName }: TellingFacts): AlertedDuty | undefined {
  const duty = ledger.duties[id];
  if (!duty) return undefined;
  const { due, row = '', what } = duty;
  if (!named) return { id, due };
  const name = id === UNIT ? DUTY_KINDS.unit : (rowName(row) ?? row);
  return { id, due, name, ...(what !== undefined && { what }) };
}
