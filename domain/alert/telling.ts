import { offsetOf } from '../duty/rules.ts';
import type { DutyRules, LadderStep } from '../duty/rules-schema.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { type Addressee, type DutyAlert, type DutyAlertKind, isOver, type Telling } from './alert.ts';
import { isBulletinStep } from './bulletin.ts';

/** An organisation whose people and robots may be told. */
export interface House {
  readonly id: OrganisationId;
  readonly organisation: Organisation;
  /** Ids of its group robots. */
  readonly robots: readonly string[];
}

/**
 * One step of the ladder that somebody was told of, for things that are owed by a day: duties of a ledger, the answer to
 * an opinion, a rectification. Or that they are no longer owed.
 */
export interface Saying {
  readonly at: Instant;
  readonly kind: DutyAlertKind;
  /** For what is over, the highest step that had been spoken of; undefined when none had. */
  readonly step: string | undefined;
  readonly ids: readonly string[];
  /** Whoever has to act, beside those whom the ladder names. */
  readonly owner?: string;
  /** The owner is told in the superior organisation. */
  readonly ownerAbove?: true;
  /** Nobody but these may know of it: neither whom else the ladder names, nor any robot. */
  readonly only?: readonly Confidant[];
}

/** Somebody who may know. */
export interface Confidant {
  readonly at: 'own' | 'superior';
  readonly person: string;
}

export interface TellingFacts {
  /** What was said of the stream up to now, oldest first; the last of it is what has to be told. */
  readonly sayings: readonly Saying[];
  readonly rules: Pick<DutyRules, 'ladder'>;
  readonly own: House;
  readonly superior?: House | undefined;
  /** What an alert says of those things. Names are for the organisation itself only. */
  detailsOf(ids: readonly string[], isOwn: boolean): Pick<DutyAlert, 'period' | 'matter' | 'duties'>;
}

/** Who is told of the last thing that was said, and of what. */
export function tellingsOf(facts: TellingFacts): readonly Telling[] {
  const last = facts.sayings.at(-1);
  if (last?.step === undefined) return [];
  const { step } = last;
  if (isOver(last.kind)) return ended({ ...last, step }, facts);
  return toldOf({ ...last, step }, facts).map((told) => tellingOf(told, { ...last, step }, facts));
}

type Spoken = Saying & { readonly step: string };

/** Whoever was told of a thing hears that it is over, and of nothing else than that. */
function ended(over: Spoken, facts: TellingFacts): readonly Telling[] {
  const heard = facts.sayings.flatMap((saying) => {
    const { step } = saying;
    const theirs = saying.ids.filter((id) => over.ids.includes(id));
    if (isOver(saying.kind) || step === undefined || theirs.length === 0) return [];
    return toldOf({ ...saying, step }, facts).map((told) => ({ told, theirs }));
  });
  const byPerson = Map.groupBy(heard, ({ told: { house, addressee } }) =>
    [house.id, addressee.kind, addressee.id].join('#'),
  );
  return [...byPerson.values()].flatMap((hearings) => {
    const [first] = hearings;
    const ids = [...new Set(hearings.flatMap((hearing) => hearing.theirs))];
    return first ? [tellingOf(first.told, { ...over, ids }, facts)] : [];
  });
}

interface Told {
  readonly house: House;
  readonly addressee: Addressee;
}

/** Everybody who is told at a step, each once, and the robots of their organisations. */
function toldOf(spoken: Spoken, { rules, own, superior }: TellingFacts): readonly Told[] {
  const { step, at, owner, ownerAbove, only } = spoken;
  const houseAt = { own, superior: superior ?? own };
  if (only) return only.map((one) => ({ house: houseAt[one.at], addressee: personOf(one.person) }));
  const named = rungOf(step, rules.ladder).tell.flatMap((rule): readonly Told[] => {
    return peopleIn(houseAt[rule.at], rule.seat, at) ?? standIns(own, superior, at);
  });
  const houses = [...new Set(named.map(({ house }) => house))];
  const robots = houses.flatMap((house) =>
    house.robots.map((id): Told => ({ house, addressee: { kind: 'robot', id } })),
  );
  const ownerAt = houseAt[ownerAbove ? 'superior' : 'own'];
  const owners: Told[] = owner === undefined ? [] : [{ house: ownerAt, addressee: personOf(owner) }];
  const byKey = new Map(
    [...named, ...owners, ...robots].map((one) => [
      `${one.house.id}#${one.addressee.kind}#${one.addressee.id}`,
      one,
    ]),
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

const personOf = (id: string): Addressee => ({ kind: 'person', id });

function peopleIn(house: House, seat: SeatRule, at: Instant): readonly Told[] | undefined {
  const people = [...holders(house.organisation, [seat], at)];
  if (people.length === 0) return undefined;
  return people.map((id) => ({ house, addressee: personOf(id) }));
}

function tellingOf(
  { house, addressee }: Told,
  { kind, step, ids, at }: Spoken,
  { own, rules, detailsOf }: TellingFacts,
): Telling {
  const details = detailsOf(ids, house.id === own.id);
  const isListed = details.matter === undefined && isBulletinStep(step, rules);
  return {
    organisation: house.id,
    addressee,
    at,
    alert: {
      kind,
      organisation: { id: own.id, name: own.organisation.shortName },
      step,
      ...(isListed && { bulletin: true as const }),
      ...details,
    },
  };
}
