import type { Telling } from '../../domain/alert/alert.ts';
import { type Asking, behindSayings, unitsOf, withOver } from '../../domain/alert/behind-sayings.ts';
import {
  type Happening,
  type LadderSaying,
  ladderDetails,
  type Speaker,
} from '../../domain/alert/ladder-sayings.ts';
import { tellingsOf } from '../../domain/alert/telling.ts';
import type { ReceiptEvent } from '../../domain/circular/receipt-state.ts';
import { type CircularEvent, circularHistory } from '../../domain/circular/state.ts';
import { isSettled } from '../../domain/circular/tasks.ts';
import { openCommit } from '../../domain/kernel/commit.ts';
import type { DomainEvent } from '../../domain/kernel/decider.ts';
import { type OrganisationId, OrgScope, parseStream, type StreamKind } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { type AlertSources, audienceOf, historyUpTo } from './alerts.ts';
import { Tenancy } from './tenancy.ts';

type Sources = AlertSources & { readonly views: Views };

// biome-ignore lint/suspicious/noExplicitAny: each kind has events and a state of its own
const SPEAKERS: Partial<Record<StreamKind, () => Promise<Speaker<any, any>>>> = {
  FOLLOWUP: async () => (await import('../../domain/alert/followup-sayings.ts')).followUpSpeaker,
  CASE: async () => (await import('../../domain/alert/case-sayings.ts')).caseSpeaker,
  DECISION: async () => (await import('../../domain/alert/decision-sayings.ts')).decisionSpeaker,
};

/** Who is to be told of a step of the ladder, or that there is nothing more to wait for, from the record as it was then. */
export async function tellingsOfLadder(sources: Sources, event: BusEvent): Promise<readonly Telling[]> {
  const { kind } = parseStream(event.stream);
  if (kind === 'RECEIPT') return tellingsOfReceipt(sources, event);
  if (kind === 'CIRCULAR') return tellingsOfMany(sources, event, 'circular');
  if (kind === 'CAMPAIGN') return tellingsOfMany(sources, event, 'campaign');
  const speaker = await SPEAKERS[kind]?.();
  if (!speaker) throw new Error(`nothing climbs the ladder in ${event.stream}`);
  return tellingsOfOne(sources, event, speaker);
}

async function tellingsOfOne(
  { log, aggregates, views }: Sources,
  event: BusEvent,
  { history, said }: Speaker<DomainEvent, unknown>,
): Promise<readonly Telling[]> {
  const { organisation, id } = parseStream(event.stream);
  const [happenings, tenants] = await Promise.all([
    historyUpTo<DomainEvent>(log, event),
    new Tenancy(aggregates).tenants(new OrgScope(organisation)),
  ]);
  const audience = await audienceOf(views, organisation, tenants);
  let state: unknown = history.initial;
  const sayings = happenings.map((happening) => {
    state = history.evolve(state, happening.event, happening);
    return said(happening, state, id, audience);
  });
  const last = sayings.at(-1);
  if (!last) return [];
  return tellingsOf({
    sayings: sayings.filter((saying) => saying !== undefined),
    ...audience,
    detailsOf: ladderDetails(last),
  });
}

/** Each of those who are behind hears of themselves, and whoever stands above them of each. */
async function tellingsOfMany(
  sources: Sources,
  event: BusEvent,
  matter: Asking,
): Promise<readonly Telling[]> {
  const { organisation: asker, id } = parseStream(event.stream);
  const history = await historyUpTo<CircularEvent>(sources.log, event);
  const told: Telling[] = [];
  for (const unit of unitsOf(history))
    told.push(...(await toUnit(sources, unit, asker, behindSayings(matter, id, history, unit))));
  return told;
}

/** Whoever was told that they were behind with a circular hears that they are not any more. */
async function tellingsOfReceipt(sources: Sources, event: BusEvent): Promise<readonly Telling[]> {
  const { organisation, id } = parseStream(event.stream);
  const receipts = await historyUpTo<ReceiptEvent>(sources.log, event);
  const last = receipts.at(-1);
  if (!last) throw new Error(`no receipt in ${event.stream}`);
  const { issuer } = last.event.data;
  const history = await circularUpTo(sources, issuer, id, last.at);
  const circular = history.reduce(
    (state, happening) => circularHistory.evolve(state, happening.event, happening),
    circularHistory.initial,
  );
  const isDone = last.event.type === 'CircularDone';
  if (!circular || (!isDone && !isSettled(circular, { receivedAt: last.at }))) return [];
  const before = behindSayings('circular', id, history, organisation);
  const sayings = withOver(before, last.at, 'met');
  return sayings === before ? [] : toUnit(sources, organisation, issuer, sayings);
}

async function circularUpTo({ log }: Sources, issuer: OrganisationId, id: string, until: string) {
  const commits = (await log.read(new OrgScope(issuer).stream('CIRCULAR', id))).map(openCommit);
  return commits
    .filter(({ at }) => at <= until)
    .flatMap(({ events, at, by }) =>
      (events as readonly CircularEvent[]).map((event): Happening<CircularEvent> & { by: typeof by } => ({
        event,
        at,
        by,
      })),
    );
}

async function toUnit(
  { aggregates, views }: Sources,
  unit: OrganisationId,
  asker: OrganisationId,
  sayings: readonly LadderSaying[],
): Promise<readonly Telling[]> {
  const last = sayings.at(-1);
  if (!last) return [];
  const tenants = await new Tenancy(aggregates).tenants(new OrgScope(unit));
  const audience = await audienceOf(views, unit, tenants);
  return tellingsOf({ sayings, ...audience, detailsOf: ladderDetails(last, asker) });
}
