import { type AssessmentState, assessmentHistory } from '../../../domain/evaluation/assessment/state.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Aggregates } from '../aggregates.ts';

/** What was said of the year of each unit, from the record. */
export const assessmentsUnder = (
  aggregates: Aggregates,
  units: readonly OrganisationId[],
  year: string,
): Promise<readonly (readonly [OrganisationId, AssessmentState])[]> =>
  Promise.all(
    units.map(async (id) => {
      const { state } = await aggregates.load(new OrgScope(id).stream('ASSESSMENT', year), assessmentHistory);
      return [id, state] as const;
    }),
  );
