import { assessmentDecider } from '../../domain/evaluation/assessment/assessment.ts';
import type { AssessmentCommand, AssessmentFacts } from '../../domain/evaluation/assessment/commands.ts';
import {
  type AssessmentEvent,
  type AssessmentState,
  isSettled,
} from '../../domain/evaluation/assessment/state.ts';
import type { Rating } from '../../domain/evaluation/rating.ts';
import type { RoundCommand, RoundFacts } from '../../domain/evaluation/round/commands.ts';
import { roundDecider } from '../../domain/evaluation/round/round.ts';
import { type RoundEvent, type RoundState, roundHistory } from '../../domain/evaluation/round/state.ts';
import type { SignalCommand, SignalFacts } from '../../domain/evaluation/signal/commands.ts';
import { signalDecider } from '../../domain/evaluation/signal/signal.ts';
import { type DisputeState, disputeId, type SignalEvent } from '../../domain/evaluation/signal/state.ts';
import { isSignalId, type SignalId, signalsIn } from '../../domain/evaluation/signals.ts';
import type { StandardCommand } from '../../domain/evaluation/standard/commands.ts';
import { standardDecider } from '../../domain/evaluation/standard/standard.ts';
import {
  STANDARD_ID,
  type StandardEvent,
  type StandardState,
  standardOf,
} from '../../domain/evaluation/standard/state.ts';
import { yearFindings } from '../../domain/evaluation/year.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { disclosedTo } from '../../domain/item/state.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { yearIn } from '../api/evaluation-years.ts';
import { periodIn } from '../api/periods.ts';
import { Evidences } from '../shell/evidence.ts';
import { assessmentsUnder } from '../shell/reading/assessments.ts';
import { organisationsBelow } from '../shell/reading/organisation-cards.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer, type Target } from './plain.ts';
import type { Issue, IssueRequest } from './request.ts';

/** 考评标准, of the district alone. */
export function standardIssuer(ground: Ground): Issue {
  const tenancy = new Tenancy(ground.aggregates);
  return plainIssuer<StandardCommand, StandardEvent, StandardState>(ground, {
    kind: 'STANDARD',
    decider: standardDecider,
    id: () => STANDARD_ID,
    actor: ({ scope, request }) =>
      scope.organisation === ground.district.id ? ground.permits.worker(scope, request) : refuse('not-found'),
    facts: async ({ scope }) => ({ organisation: (await tenancy.tenants(scope)).organisation }),
  });
}

/** 年度考评: opened and ended by the superior. */
export function roundIssuer(ground: Ground): Issue {
  const { aggregates, views, permits } = ground;
  const tenancy = new Tenancy(aggregates);
  return plainIssuer<RoundCommand, RoundEvent, RoundState>(ground, {
    kind: 'ROUND',
    decider: roundDecider,
    id: ({ parameters }) => yearIn(parameters),
    actor: ({ scope, request }) => permits.worker(scope, request),
    facts: async ({ scope, request }): Promise<RoundFacts> => {
      const year = yearIn(request.parameters);
      const { organisation } = await tenancy.tenants(scope);
      if (request.command === 'OpenRound') {
        const below = await organisationsBelow(views, scope.organisation);
        return { organisation, year, units: below.filter(({ successor }) => !successor).map(({ id }) => id) };
      }
      const { item } = request.data as { item: string };
      const [settled, { state }] = await Promise.all([
        settledIn(scope, year),
        aggregates.load(scope.stream('ITEM', item), itemHistory),
      ]);
      return {
        organisation,
        year,
        settled,
        isPublic: state !== undefined && disclosedTo(state) === 'public',
      };
    },
    stage: (state) => (state?.disclosed ? 'disclosed' : 'open'),
  });

  /** From the record itself: a view may be a moment behind. */
  async function settledIn(scope: OrgScope, year: string): Promise<ReadonlyMap<OrganisationId, Rating>> {
    const round = (await aggregates.load(scope.stream('ROUND', year), roundHistory)).state;
    const units = await assessmentsUnder(aggregates, round?.units ?? [], year);
    return new Map(
      units.flatMap(([id, state]) =>
        state?.verdict && isSettled(state) ? [[id, state.verdict.rating]] : [],
      ),
    );
  }
}

/** 单位年度考评: what the unit and its superior say of the unit's year. */
export function assessmentIssuer(ground: Ground): Issue {
  const { aggregates, permits, district } = ground;
  const tenancy = new Tenancy(aggregates);
  const evidences = new Evidences({ ...ground, district: district.id });
  return plainIssuer<AssessmentCommand, AssessmentEvent, AssessmentState>(ground, {
    kind: 'ASSESSMENT',
    decider: assessmentDecider,
    id: ({ parameters }) => yearIn(parameters),
    actor: ({ scope, request }) => permits.keeper(scope, request),
    facts: async ({ scope, request }, state): Promise<AssessmentFacts> => {
      const year = yearIn(request.parameters);
      const tenants = await tenancy.tenants(scope);
      const { superior } = tenants.organisation;
      const round =
        superior === undefined
          ? undefined
          : (await aggregates.load(new OrgScope(superior).stream('ROUND', year), roundHistory)).state;
      const found = await foundOf(request, scope, year, state);
      return { ...tenants, id: scope.organisation, year, round, ...(found && { found }) };
    },
    stage: (state) => state?.verdict?.rating,
  });

  /** By the standard of the year's last quarter; an answered objection is reckoned by that of the appraisal. */
  async function foundOf(
    { command }: IssueRequest,
    scope: OrgScope,
    year: string,
    state: Promise<AssessmentState>,
  ) {
    if (command === 'ObjectToAssessment') return undefined;
    const editions = await evidences.editions();
    if (command !== 'AnswerObjection') {
      const quarters = (await evidences.ofYear(scope, year)).map((quarter) => ({
        ...quarter,
        signals: signalsIn(quarter.evidence, quarter.standard),
      }));
      return { ...yearFindings(quarters), ...standardOf(editions, `${year}Q4`) };
    }
    const edition = (await state)?.verdict?.standard ?? 0;
    return { edition, standard: standardOf(editions.slice(0, edition), `${year}Q4`).standard };
  }
}

/** What is said of a signal; the signal itself is computed anew for it. */
export function signalIssuer(ground: Ground): Issue {
  const tenancy = new Tenancy(ground.aggregates);
  const evidences = new Evidences({ ...ground, district: ground.district.id });
  return plainIssuer<SignalCommand, SignalEvent, DisputeState>(ground, {
    kind: 'SIGNAL',
    decider: signalDecider,
    id: ({ parameters }) => disputeId(periodIn(parameters), signalIn(parameters)),
    actor: ({ scope, request }) => ground.permits.keeper(scope, request),
    facts: async ({ scope, request }: Target): Promise<SignalFacts> => {
      const period = periodIn(request.parameters);
      const tenants = await tenancy.tenants(scope);
      if (request.command !== 'DisputeSignal') return { ...tenants, period };
      const scored = await evidences.scored(scope, period, true);
      const id = signalIn(request.parameters);
      const signal = scored && signalsIn(scored.evidence, scored.standard).find((each) => each.id === id);
      return { ...tenants, period, ...(signal && { signal }) };
    },
    stage: (state) => (state?.answer ? 'answered' : 'disputed'),
  });
}

/** @throws Refusal `not-found` for a name that no signal has */
function signalIn({ signal = '' }: IssueRequest['parameters']): SignalId {
  return isSignalId(signal) ? signal : refuse('not-found');
}
