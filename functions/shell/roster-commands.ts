import type { Actor } from '../../domain/kernel/decider.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { type Organisation, organisationHistory } from '../../domain/organisation/organisation.ts';
import { profileDecider } from '../../domain/profile/profile.ts';
import { PROFILE_ID, type Profile, profileHistory } from '../../domain/profile/state.ts';
import { COLUMNS, type ColumnName } from '../../domain/roster/columns.ts';
import type { RosterError } from '../../domain/roster/errors.ts';
import type { RosterStep } from '../../domain/roster/steps.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import { Aggregates, type Loaded } from './aggregates.ts';
import { execute } from './execute.ts';
import { type District, OrganisationCommands } from './organisation-commands.ts';
import { Tenancy } from './tenancy.ts';

/** Longer than any import takes: whoever is faster meanwhile makes an append fail, and then it is decided again. */
const TRUST_MS = 300_000;

/** Who brings a roster, and when. */
export interface RosterAsker {
  readonly now: Instant;
  readonly correlation: string;
  /** As whom they act in a unit, which may be one that is only about to be set up. */
  actor(tenancy: Tenancy, unit: OrgScope): Promise<Actor>;
}

/** A step, with the version of its stream for which it was planned. */
export type Planned = RosterStep & { readonly unit: OrgScope; readonly version: number };

/** What is known of a unit; nothing of one that is yet to be set up. */
export interface UnitState {
  readonly organisation: Loaded<Organisation | undefined>;
  readonly profile: Loaded<Profile>;
}

/** The commands of rosters on one record, be it only a trial. */
export class RosterCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #organisations: OrganisationCommands;

  constructor(log: Log, views: Pick<Views, 'list' | 'listIndex'>, district: District) {
    this.#log = log;
    this.#aggregates = new Aggregates(log, { trustMs: TRUST_MS, capacity: 10_000 });
    this.#tenancy = new Tenancy(this.#aggregates);
    this.#organisations = new OrganisationCommands(log, this.#aggregates, district, views);
  }

  async state(unit: OrgScope): Promise<UnitState> {
    const [organisation, profile] = await Promise.all([
      this.#aggregates.load(unit.stream('ORGANISATION', unit.organisation), organisationHistory),
      this.#aggregates.load(unit.stream('PROFILE', PROFILE_ID), profileHistory),
    ]);
    return { organisation, profile };
  }

  /** The organisation and those above it, from below: on the record, or by what the roster says of new ones. */
  async up(id: OrganisationId, said: ReadonlyMap<OrganisationId, OrganisationId | undefined>) {
    const passed = new Set<OrganisationId>();
    for (let at: OrganisationId | undefined = id; at !== undefined && !passed.has(at); ) {
      passed.add(at);
      const known: Organisation | undefined = await this.#tenancy.find(new OrgScope(at));
      at = known ? known.superior : said.get(at);
    }
    return passed;
  }

  /** Issues the steps of a unit; what was refused, with its place. After a refusal of the unit itself nothing more is. */
  async try(steps: readonly Planned[], asker: RosterAsker): Promise<readonly RosterError[]> {
    const errors: RosterError[] = [];
    for (const step of steps) {
      try {
        await this.issue(step, asker, `${step.type} ${step.row}`);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, zh, en, details } = error;
        errors.push({ row: step.row, column: columnOf(details.field) ?? step.column, code, zh, en });
        if (step.type !== 'FillSeat') break;
      }
    }
    return errors;
  }

  async issue({ unit, ...step }: Planned, asker: RosterAsker, commandId: string): Promise<void> {
    const { now, correlation } = asker;
    const actor = await asker.actor(this.#tenancy, unit);
    const request = { actor, now, correlation, commandId };
    if (step.type !== 'RecordOrigins') {
      const { type, data } = step;
      await this.#organisations.issue(unit, { ...request, type, data });
      return;
    }
    await execute({ log: this.#log, aggregates: this.#aggregates }, profileDecider, {
      ...request,
      type: 'RecordOrigins',
      data: step.data,
      stream: unit.stream('PROFILE', PROFILE_ID),
      facts: () => this.#tenancy.tenants(unit),
    });
  }
}

/** Fields of the commands that are not called as their columns. */
const FIELDS: Readonly<Record<string, ColumnName>> = { unit: 'home' };

function columnOf(field: string | undefined): ColumnName | undefined {
  if (field === undefined) return undefined;
  return FIELDS[field] ?? (Object.hasOwn(COLUMNS, field) ? (field as ColumnName) : undefined);
}
