import type { HolidaysAlert, Telling } from '../../domain/alert/alert.ts';
import { digestHistory } from '../../domain/alert/digest-state.ts';
import { dutyDetails, dutySaying } from '../../domain/alert/duty-sayings.ts';
import { noticeOf, reportOf } from '../../domain/alert/reporting.ts';
import { robotDecider } from '../../domain/alert/robot-registry.ts';
import { type House, type TellingFacts, tellingsOf } from '../../domain/alert/telling.ts';
import { needsNextYearNotice } from '../../domain/calendar/next-year.ts';
import { CATALOGUE_ID, catalogueHistory } from '../../domain/catalogue/history.ts';
import { nameOf } from '../../domain/catalogue/row-name.ts';
import { findRow } from '../../domain/catalogue/state.ts';
import type { LedgerEvent } from '../../domain/duty/events.ts';
import { rulesOf } from '../../domain/duty/rules.ts';
import { type LedgerState, ledgerHistory } from '../../domain/duty/state.ts';
import { openCommit } from '../../domain/kernel/commit.ts';
import type { Actor, DomainEvent } from '../../domain/kernel/decider.ts';
import { type OrganisationId, OrgScope, parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../domain/kernel/time.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Aggregates } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { rowsUnder } from './reading/rows.ts';
import { Tenancy, type Tenants } from './tenancy.ts';

export interface AlertSources {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly district: OrganisationId;
}

/** Who is to be told of an event of a ledger, from the record as it was when the event was recorded. */
export async function tellingsOfDuties(
  { log, aggregates, views }: AlertSources & { readonly views: Views },
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const [history, tenants, { state: catalogue }] = await Promise.all([
    historyUpTo<LedgerEvent>(log, event),
    new Tenancy(aggregates).tenants(scope),
    aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogueHistory),
  ]);
  const ledger = history.reduce<LedgerState>(
    (state, { event, at, by }) => ledgerHistory.evolve(state, event, { at, by }),
    undefined,
  );
  if (!ledger) throw new Error(`no ledger in ${event.stream}`);
  const said = history.map(dutySaying);
  if (said.at(-1) === undefined) return [];
  return tellingsOf({
    sayings: said.filter((saying) => saying !== undefined),
    ...(await audienceOf(views, organisation, tenants)),
    detailsOf: dutyDetails(ledger, (id) => {
      const row = findRow(catalogue, id);
      return row && nameOf(row);
    }),
  });
}

/** By which ladder whom the sayings of an organisation reach. */
export async function audienceOf(
  views: Views,
  organisation: OrganisationId,
  tenants: Tenants,
): Promise<Pick<TellingFacts, 'rules' | 'own' | 'superior'>> {
  const { superior } = tenants;
  const superiorId = tenants.organisation.superior;
  return {
    rules: rulesOf(tenants.organisation, superior).rules,
    own: await houseOf(views, organisation, tenants.organisation),
    superior: superior && superiorId !== undefined ? await houseOf(views, superiorId, superior) : undefined,
  };
}

/** Who is to hear that a digest could not be sent. */
export async function tellingsOfFailure(
  { aggregates }: AlertSources,
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { state: digest } = await aggregates.load(event.stream as StreamName, digestHistory);
  if (!digest) throw new Error(`no digest in ${event.stream}`);
  const { organisation: own, superior } = await new Tenancy(aggregates).tenants(scope);
  const { kind, id } = digest.addressee;
  const robot = kind === 'robot' ? await aggregates.load(scope.stream('ROBOT', id), robotDecider) : undefined;
  const to = (robot ? robot.state?.name : own.people[id]?.name) ?? id;
  const above = superior && own.superior !== undefined ? [{ id: own.superior, organisation: superior }] : [];
  return reportOf({ stream: event.stream, digest, to, at: event.time }, [
    { id: organisation, organisation: own },
    ...above,
  ]);
}

/** Who is to hear that the holidays of a year still have to be entered: the district's office, once a week. */
export async function tellingsOfHolidays(
  { aggregates, district }: AlertSources,
  now: Instant,
): Promise<readonly Telling[]> {
  const [organisation, { state }] = await Promise.all([
    new Tenancy(aggregates).find(new OrgScope(district)),
    new Calendars(aggregates, district).current(),
  ]);
  const notice = needsNextYearNotice(dayOf(now), state.edited);
  if (!notice || !organisation) return [];
  const week = mondayOf(dayOf(now));
  const alert: HolidaysAlert = {
    kind: 'holidays-missing',
    year: notice.year,
    week,
    notice: notice.provisionalNotice,
  };
  return noticeOf({ id: district, organisation }, alert, startOfDay(week));
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

/** Everything that had happened to the stream when the event did, the event itself last. */
export async function historyUpTo<E extends DomainEvent>(
  log: Log,
  event: BusEvent,
): Promise<readonly { readonly event: E; readonly at: Instant; readonly by: Actor }[]> {
  const index = Number(event.id.split('.').at(-1));
  const commits = (await log.read(event.stream as StreamName)).map(openCommit);
  const happenings = commits
    .filter(({ version }) => version <= event.streamVersion)
    .flatMap(({ events, at, by, version }) =>
      events
        .slice(0, version === event.streamVersion ? index + 1 : undefined)
        .map((each) => ({ event: each as E, at, by })),
    );
  if (happenings.at(-1)?.event.type !== event.type) throw new Error(`event ${event.id} is not in the record`);
  return happenings;
}

/** The robots are those that the views know: one that was registered this second hears the next alert. */
async function houseOf(views: Views, id: OrganisationId, organisation: Organisation): Promise<House> {
  const rows = await Array.fromAsync(rowsUnder(views, new OrgScope(id).partition('ROBOT')));
  const robots = rows.filter(({ card }) => (card as { active: boolean }).active).map(({ sk }) => sk);
  return { id, organisation, robots };
}
