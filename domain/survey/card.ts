import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { endOfDay } from '../kernel/time.ts';
import type { Survey } from './state.ts';

export const SURVEY_TASKS = { 'conclude-survey': '反馈调查结果' } as const;
type SurveyTaskKind = keyof typeof SURVEY_TASKS;

/** A survey in a list. */
export interface SurveyCard
  extends Pick<Survey, 'kind' | 'audience' | 'groups' | 'opensAt' | 'closesAt' | 'item'> {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly survey: string;
  readonly withdrawn: boolean;
  readonly concluded: boolean;
  readonly waits: readonly Errand<SurveyTaskKind>[];
}

export function surveyCardOf(
  survey: Survey,
  { id, organisation }: Pick<SurveyCard, 'id' | 'organisation'>,
): SurveyCard {
  const { kind, audience, groups, opensAt, closesAt, title, item, closed, concluded, withdrawn } = survey;
  const waits: Errand<SurveyTaskKind>[] =
    closed && !concluded
      ? [{ kind: 'conclude-survey', since: closed.at, due: endOfDay(closed.concludeBy) }]
      : [];
  return {
    id,
    organisation,
    survey: title,
    kind,
    audience,
    groups,
    opensAt,
    closesAt,
    ...(item !== undefined && { item }),
    withdrawn: withdrawn !== undefined,
    concluded: concluded !== undefined,
    waits,
  };
}
