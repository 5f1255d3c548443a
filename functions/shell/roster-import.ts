import { createHash } from 'node:crypto';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { dayOf } from '../../domain/kernel/time.ts';
import { COLUMN_NAMES, type RosterRow } from '../../domain/roster/columns.ts';
import { cellError, type RosterError } from '../../domain/roster/errors.ts';
import { readRoster } from '../../domain/roster/reading.ts';
import type { RosterUnit } from '../../domain/roster/roster.ts';
import { planUnit, type UnitPlan } from '../../domain/roster/steps.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import { idFor } from '../api/ids.ts';
import type { District } from './organisation-commands.ts';
import { type Planned, type RosterAsker, RosterCommands, type UnitState } from './roster-commands.ts';
import { TrialLog } from './trial-log.ts';

/** What a roster would change, unit by unit, and everything that stands against it. */
export interface RosterCheck {
  readonly plans: readonly UnitPlan[];
  /** In the order of the rows. While there is any, nothing is imported. */
  readonly errors: readonly RosterError[];
}

/**
 * Brings organisations, people and seats in from a roster (QD-01), all of it or nothing (ADR 0026). The whole roster is
 * first carried out on a trial of the record, by the commands that anybody else issues; only when none of them is refused
 * are they issued on the record itself. That takes as many appends as there are commands, so it may be interrupted: the
 * same roster, sent again, finds done what was done and does the rest, under keys that come from its rows.
 */
export class RosterImport {
  readonly #log: Log;
  readonly #views: Pick<Views, 'list' | 'listIndex'>;
  readonly #district: District;

  constructor(log: Log, views: Pick<Views, 'list' | 'listIndex'>, district: District) {
    this.#log = log;
    this.#views = views;
    this.#district = district;
  }

  /** Says what would be changed under an organisation, and changes nothing. */
  async check(scope: OrgScope, rows: readonly RosterRow[], asker: RosterAsker): Promise<RosterCheck> {
    const { plans, errors } = await this.#try(scope, rows, asker);
    return { plans, errors };
  }

  /** Changes it, unless there are errors. */
  async run(scope: OrgScope, rows: readonly RosterRow[], asker: RosterAsker): Promise<RosterCheck> {
    const { plans, errors, steps } = await this.#try(scope, rows, asker);
    if (errors.length > 0) return { plans, errors };
    const source = createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
    const commands = this.#over(this.#log);
    for (const step of steps) await commands.issue(step, asker, keyOf(source, step));
    return { plans, errors };
  }

  async #try(scope: OrgScope, rows: readonly RosterRow[], asker: RosterAsker) {
    const commands = this.#over(new TrialLog(this.#log));
    const { units, errors } = readRoster(rows, dayOf(asker.now));
    const entries = await Promise.all(
      units.filter(canBeLookedUp(errors)).map((unit) => entryOf(commands, unit)),
    );
    const said = new Map(entries.map(({ unit: { id, superior } }) => [id, superior]));
    const found: RosterError[] = [...errors];
    const hopeless = new Set<OrganisationId>();
    for (const { unit, plan, steps } of entries) {
      const above = await commands.up(unit.id, said);
      const known = [
        ...plan.errors,
        ...(above.has(scope.organisation) ? [] : [cellError(unit.row, 'unit', 'unit-elsewhere')]),
      ];
      const isUnread = errors.some(({ row }) => isRowOf(unit, row));
      // What would be decided on a unit that is wrong in itself, or under one, is no news to anybody.
      const isWorthTrying = known.length === 0 && !isUnread && !hopeless.has(unit.superior ?? '');
      const refused = isWorthTrying ? await commands.try(steps, asker) : [];
      if (!isWorthTrying || refused.length > 0) hopeless.add(unit.id);
      found.push(...known, ...refused);
    }
    return {
      plans: entries.map(({ plan }) => plan),
      steps: entries.flatMap(({ steps }) => steps),
      errors: found.toSorted((a, b) => a.row - b.row || rank(a) - rank(b)),
    };
  }

  #over(log: Log): RosterCommands {
    return new RosterCommands(log, this.#views, this.#district);
  }
}

/** False for a unit whose id is wrong. */
const canBeLookedUp =
  (errors: readonly RosterError[]) =>
  ({ row: first }: RosterUnit): boolean =>
    !errors.some(({ row, column }) => row === first && column === 'unit');

async function entryOf(commands: RosterCommands, unit: RosterUnit) {
  const scope = new OrgScope(unit.id);
  const state = await commands.state(scope);
  const plan = planUnit(unit, state.organisation.state, state.profile.state.origins);
  return {
    unit,
    plan,
    steps: plan.steps.map((step): Planned => ({ ...step, unit: scope, version: versionOf(step, state) })),
  };
}

const versionOf = ({ type }: UnitPlan['steps'][number], { organisation, profile }: UnitState): number =>
  (type === 'RecordOrigins' ? profile : organisation).version;

const rank = ({ column }: RosterError): number => COLUMN_NAMES.indexOf(column);

const isRowOf = ({ row: first, people, seats }: RosterUnit, row: number): boolean =>
  first === row || people.some((each) => each.row === row) || seats.some((each) => each.row === row);

/** One command a step, so that a repeat of the same roster on the same state is the same command. */
const keyOf = (source: string, { unit, version, type, data }: Planned): string =>
  `roster-${idFor(unit.organisation, JSON.stringify([source, version, type, data]))}`;
