import type { DecisionFacts } from '../../domain/decision/commands.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { disclosedTo, published } from '../../domain/item/state.ts';
import { ID_PATTERN, type OrgScope } from '../../domain/kernel/scope.ts';
import { surveyHistory } from '../../domain/survey/state.ts';
import type { Aggregates } from './aggregates.ts';
import type { Calendars } from './calendars.ts';
import type { Tenancy } from './tenancy.ts';

/** What a command is about: the decision, and what else it names. */
interface Named {
  readonly decision?: string;
  readonly item?: string;
  readonly survey?: string;
}

export interface DecisionSources {
  readonly aggregates: Aggregates;
  readonly tenancy: Tenancy;
  readonly calendars: Calendars;
}

/** What a decision rests on beside its own record: the rules, and the survey or the item that the command names. */
export async function decisionFacts(
  { aggregates, tenancy, calendars }: DecisionSources,
  scope: OrgScope,
  { decision, item, survey }: Named,
): Promise<DecisionFacts> {
  const [tenants, { calendar }, audience, round] = await Promise.all([
    tenancy.tenants(scope),
    calendars.current(),
    reachedBy(aggregates, scope, item, decision),
    surveyNamed(aggregates, scope, survey),
  ]);
  return {
    ...tenants,
    calendar,
    ...(audience && { disclosedTo: audience }),
    ...(round && { survey: round }),
  };
}

/** Whom the item told, if it says that it rests on this decision: then each leads to the other. */
async function reachedBy(
  aggregates: Aggregates,
  scope: OrgScope,
  item: string | undefined,
  decision: string | undefined,
) {
  if (item === undefined || !ID_PATTERN.test(item)) return undefined;
  const { state } = await aggregates.load(scope.stream('ITEM', item), itemHistory);
  const names = state && published(state)?.content.decision;
  return state && names === decision ? disclosedTo(state) : undefined;
}

async function surveyNamed(aggregates: Aggregates, scope: OrgScope, id: string | undefined) {
  if (id === undefined || !ID_PATTERN.test(id)) return undefined;
  const { state } = await aggregates.load(scope.stream('SURVEY', id), surveyHistory);
  return state && !state.withdrawn ? { kind: state.kind, isClosed: state.closed !== undefined } : undefined;
}
