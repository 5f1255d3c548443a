import { refuse } from '../../domain/kernel/refusal.ts';
import { holders } from '../../domain/organisation/authority.ts';
import { organisationHistory } from '../../domain/organisation/organisation.ts';
import type { RosterRow } from '../../domain/roster/columns.ts';
import type { RosterError } from '../../domain/roster/errors.ts';
import type { UnitPlan } from '../../domain/roster/steps.ts';
import { MalformedInput } from '../edge/problem.ts';
import { ADMINISTRATORS } from '../shell/administrators.ts';
import { RosterImport } from '../shell/roster-import.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { Permits } from './permits.ts';
import { type Issue, scopeOf } from './request.ts';

/** What became of a unit of a roster, or would become of it. */
export interface RosterLine extends Pick<UnitPlan, 'isNew' | 'people' | 'seats'> {
  readonly id: string;
  readonly name: string;
}

/** Takes a roster, or only says what it would change. @throws MalformedInput with every error, by row and column */
export function rosterIssuer({ log, aggregates, views, district }: Ground): Issue {
  const rosters = new RosterImport(log, views, district);
  return async (request) => {
    const scope = scopeOf(request);
    const { state, version } = await aggregates.load(
      scope.stream('ORGANISATION', scope.organisation),
      organisationHistory,
    );
    const organisation = state ?? refuse('not-found');
    const person = request.person ?? refuse('not-signed-in');
    if (!holders(organisation, ADMINISTRATORS, request.now).has(person))
      refuse('not-permitted', { allowed: '本组织党务公开办公室' });
    const { rows, check = false } = request.data as { rows: readonly RosterRow[]; check?: boolean };
    const asker = {
      now: request.now,
      correlation: request.correlation,
      actor: (over: Tenancy, unit: typeof scope) =>
        new Permits(aggregates, over, district.id).administrator(unit, request),
    };
    const { plans, errors } = await (check
      ? rosters.check(scope, rows, asker)
      : rosters.run(scope, rows, asker));
    if (errors.length > 0) throw new MalformedInput(errors.map(inputError));
    const isSame = plans.every(({ steps }) => steps.length === 0);
    return {
      id: scope.organisation,
      version,
      repeated: false,
      stage: isSame ? 'unchanged' : check ? 'checked' : 'imported',
      roster: plans.map(({ unit: { id, name }, isNew, people, seats }) => ({
        id,
        name,
        isNew,
        people,
        seats,
      })),
    };
  };
}

const inputError = ({ row, column, code, zh, en }: RosterError) => ({
  field: `rows.${row}.${column}`,
  code,
  zh,
  en,
});
