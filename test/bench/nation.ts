import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { calendarOf } from '../../domain/calendar/working-days.ts';
import { catalogue } from '../../domain/catalogue/catalogue.ts';
import type { CatalogueEvent } from '../../domain/catalogue/events.ts';
import type { CatalogueRow } from '../../domain/catalogue/row.ts';
import { CATALOGUE_ID, effectiveRows } from '../../domain/catalogue/state.ts';
import { periodNamed } from '../../domain/duty/period.ts';
import { openingOf } from '../../domain/duty/plan.ts';
import { DEFAULT_DUTY_RULES } from '../../domain/duty/rules.ts';
import { ledgerId } from '../../domain/duty/state.ts';
import { GENESIS, type SealedCommit, sealCommit } from '../../domain/kernel/commit.ts';
import type { Actor, DomainEvent } from '../../domain/kernel/decider.ts';
import { OrgScope, type StreamKind } from '../../domain/kernel/scope.ts';
import { addDays, type Instant } from '../../domain/kernel/time.ts';
import { toItem } from '../../functions/adapters/log.ts';
import { DynamoViews } from '../../functions/adapters/views.ts';
import { organisationsKey } from '../../functions/shell/view-keys.ts';
import type { BenchEngine } from './engine.ts';
import { Lanes } from './lanes.ts';

export const ROOT = 'nation';
/** The quarter that is opened, and the instant at which the schedule opens it. */
export const QUARTER = periodNamed('2026Q4');
export const OPENING_AT: Instant = '2026-09-30T18:00:00.000Z';
/** Organisations under one district; the first of them is the district. */
const PER_DISTRICT = 300;
/** Rows of the committee's template are 33. */
const LOCAL_ROWS = 7;

/** A batch takes 25 rows at most. */
const COMMITS_A_CALL = 24;
const JOINED: Instant = '2026-01-05T01:00:00.000Z';
const BEFORE = periodNamed('2026Q3');
const BY: Actor = { kind: 'person', person: 'qiu-lan', organisation: ROOT };

export const organisationId = (count: number): string => `org-${String(count).padStart(6, '0')}`;
export const superiorOf = (count: number): string =>
  count % PER_DISTRICT === 0 ? ROOT : organisationId(count - (count % PER_DISTRICT));

const localRow = (index: number): CatalogueRow => ({
  id: `l-school-affairs-${index}`,
  level1: '其他应公开事项',
  level2: `本校需要公开的事项之${index}`,
  forms: ['公示栏'],
  openEnded: true,
  audience: 'unit',
  timing: index % 3 === 0 ? 'standing' : 'periodic',
  mandated: false,
  origin: 'local',
});

const CATALOGUE_EVENTS: readonly CatalogueEvent[] = [
  { type: 'CatalogueAdopted', data: { template: 'committee', version: 1 } },
  ...Array.from({ length: LOCAL_ROWS }, (_, index): CatalogueEvent => {
    return { type: 'LocalRowAdded', data: { row: localRow(index), reason: '经支部会议研究决定。' } };
  }),
];

/** Forty rows. */
export const ROWS = effectiveRows(
  CATALOGUE_EVENTS.reduce(
    (state, event) => catalogue.evolve(state, event, { at: JOINED, by: BY }),
    catalogue.initial,
  ),
);

/** A quarter in which every row was disclosed, so that the next one has as much to carry over as there can be. */
const LAST_QUARTER = ((): readonly DomainEvent[] => {
  const opening = openingOf(BEFORE, {
    rows: ROWS,
    rules: DEFAULT_DUTY_RULES,
    calendar: calendarOf({}),
    editions: { rules: 0, catalogue: 1, calendar: 0 },
    since: '2026-01-05',
  });
  // The yearly confirmations fall into the quarter that is opened.
  const anchors = Object.fromEntries(Object.keys(opening.anchors).map((id) => [id, QUARTER.until]));
  const disclosures = ROWS.map(({ id }, index): DomainEvent => {
    const on = addDays(BEFORE.from, index);
    return { type: 'RowDisclosed', data: { row: id, on, forms: ['公示栏'], exception: false } };
  });
  return [{ type: 'PeriodOpened', data: { ...opening, anchors } }, ...disclosures];
})();

/**
 * Writes what an opening reads: for each organisation its onboarding, its catalogue of forty rows, the ledger of the
 * quarter before and its row in the tree.
 */
export async function settleNation(
  { client, log, views }: BenchEngine,
  organisations: number,
): Promise<void> {
  const rows = new DynamoViews(client, views);
  const lanes = new Lanes(8);
  await putAll(client, log, [onboarding(ROOT, undefined)]);
  await rows.put(treeRow(ROOT, undefined));
  for (let first = 0; first < organisations; first += COMMITS_A_CALL / 3) {
    const ids = Array.from(
      { length: Math.min(COMMITS_A_CALL / 3, organisations - first) },
      (_, index) => first + index,
    );
    await lanes.start(async () => {
      await putAll(client, log, ids.flatMap(commitsOf));
      for (const count of ids) await rows.put(treeRow(organisationId(count), superiorOf(count)));
    });
  }
  await lanes.settled();
}

const commitsOf = (count: number): readonly SealedCommit[] => {
  const id = organisationId(count);
  return [
    onboarding(id, superiorOf(count)),
    commitOf(id, 'CATALOGUE', CATALOGUE_ID, CATALOGUE_EVENTS),
    commitOf(id, 'LEDGER', ledgerId(BEFORE.name), LAST_QUARTER),
  ];
};

const named = (id: string, superior: string | undefined) => ({
  id,
  name: `第${id}中学党委`,
  shortName: `${id}中学`,
  kind: 'committee' as const,
  ...(superior && { superior }),
});

const onboarding = (id: string, superior: string | undefined): SealedCommit =>
  commitOf(id, 'ORGANISATION', id, [{ type: 'OrganisationOnboarded', data: named(id, superior) }]);

function commitOf(
  organisation: string,
  kind: StreamKind,
  id: string,
  events: readonly DomainEvent[],
): SealedCommit {
  const command = '00000000-0000-4000-8000-000000000000';
  const body = { at: JOINED, by: BY, command, correlation: command, events };
  return sealCommit(new OrgScope(organisation).stream(kind, id), 1, GENESIS, body);
}

export const treeRow = (id: string, superior: string | undefined) => ({
  pk: organisationsKey(ROOT),
  sk: id,
  version: 1,
  card: named(id, superior),
});

async function putAll(
  client: DynamoDBClient,
  table: string,
  commits: readonly SealedCommit[],
): Promise<void> {
  const requests = commits.map((commit) => ({ PutRequest: { Item: toItem(commit) } }));
  const { UnprocessedItems = {} } = await client.send(
    new BatchWriteItemCommand({ RequestItems: { [table]: requests } }),
  );
  if (Object.keys(UnprocessedItems).length > 0) throw new Error('the engine did not take a whole batch');
}
