import type { Decider } from '../kernel/decider.ts';
import { requireSeat } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import type { PowerCommand, PowerCommandOf, PowerEntry } from './commands.ts';
import { refuse } from './refusals.ts';
import { type Power, type PowerEvent, type PowerRegister, powerHistory } from './state.ts';
import { HOLDER_KINDS, type HolderKind } from './vocabulary.ts';

const LEADING_GROUP: SeatRule = { body: 'leading-group' };
/** The office compiles it. */
const COMPILERS: readonly SeatRule[] = [{ body: 'office' }, LEADING_GROUP];
/** The leading group decides what is disclosed of itself. */
const PUBLISHERS: readonly SeatRule[] = [LEADING_GROUP];

/**
 * 权力清单: duties and powers of the leading body and of each leader, sorted out and published in versions (HZ-26,
 * HZ-27). Rows of the catalogue point to its entries (HZ-29).
 */
export const powerDecider: Decider<PowerCommand, PowerEvent, PowerRegister> = {
  ...powerHistory,
  decide(command, state) {
    const { actor, facts, now } = command;
    const seats = command.type === 'PublishPowers' ? PUBLISHERS : COMPILERS;
    requireSeat(actor, facts.organisation, seats, now);
    switch (command.type) {
      case 'RecordPower':
        checkEntry(command.data, command, state);
        return [{ type: 'PowerRecorded', data: { power: `p-${state.recorded + 1}`, ...command.data } }];
      case 'RevisePower': {
        const { power, reason: _, ...entry } = command.data;
        const { id, findings: __, ...known } = powerOf(state, power);
        checkEntry(entry, command, state, id);
        return isSame(known, entry) ? [] : [{ type: 'PowerRevised', data: command.data }];
      }
      case 'RemovePower':
        powerOf(state, command.data.power);
        return [{ type: 'PowerRemoved', data: command.data }];
      case 'RecordFinding':
        powerOf(state, command.data.power);
        return [{ type: 'FindingRecorded', data: command.data }];
      case 'PublishPowers':
        return publish(command, state);
    }
  },
  nextDue: () => undefined,
};

function checkEntry(
  { holder, name }: PowerEntry,
  { facts }: PowerCommand,
  { powers }: PowerRegister,
  own?: string,
): void {
  if (holder.kind === 'leader' && !isOnRoster(facts.organisation, holder.person)) {
    refuse('power-holder-unknown', { field: 'holder.person', person: holder.person });
  }
  const same = powers.find(
    (power) => power.id !== own && power.name === name && holderOf(power) === holderOf({ holder }),
  );
  if (same) refuse('power-twice', { field: 'name', power: same.id });
}

function publish({ data }: PowerCommandOf<'PublishPowers'>, state: PowerRegister): readonly PowerEvent[] {
  const missing = (Object.keys(HOLDER_KINDS) as HolderKind[]).filter(
    (kind) => !state.powers.some(({ holder }) => holder.kind === kind),
  );
  if (missing.length > 0) {
    refuse('register-incomplete', { missing: missing.map((kind) => HOLDER_KINDS[kind]).join('、') });
  }
  const last = state.editions.at(-1);
  if (last && last.audience === data.audience && isSame(last.powers, state.powers)) {
    refuse('register-unchanged', { version: last.version });
  }
  return [{ type: 'PowersPublished', data: { version: (last?.version ?? 0) + 1, ...data } }];
}

const powerOf = ({ powers }: PowerRegister, id: string): Power =>
  powers.find((power) => power.id === id) ?? refuse('power-unknown', { field: 'power', power: id });

/** The body as a whole, or the person. */
export const holderOf = ({ holder }: Pick<Power, 'holder'>): string =>
  holder.kind === 'leader' ? `leader:${holder.person}` : holder.kind;

/** Plain values, whose members always come in the order of the schema. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
