import type { ActivityCard } from '../../../domain/activity/card.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../domain/activity/vocabulary.ts';
import { activityYear } from '../../../domain/activity/year.ts';
import { CATALOGUE_ID, effectiveRows, findRow } from '../../../domain/catalogue/state.ts';
import type { ReceiptCard } from '../../../domain/circular/receipt-state.ts';
import type { CircularCard } from '../../../domain/circular/state.ts';
import { type Ledger, ledgerHistory, ledgerId } from '../../../domain/duty/state.ts';
import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import { openCommit } from '../../../domain/kernel/commit.ts';
import type { OrgScope, StreamKind } from '../../../domain/kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { figuresOf } from '../../../domain/summary/counting.ts';
import { type DisclosedInYear, disclosedIn, isIn } from '../../../domain/summary/disclosed.ts';
import { added, type Tally, type YearFigures } from '../../../domain/summary/figures.ts';
import type { FilingCard } from '../../../domain/summary/filing-state.ts';
import type { SurveyCard } from '../../../domain/survey/card.ts';
import type { Ballot } from '../../../domain/survey/state.ts';
import type { TopicCard } from '../../../domain/topic/card.ts';
import { stranger } from '../../../domain/visibility.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { readsIn } from '../read-counts.ts';
import { ballotsKey } from '../view-keys.ts';
import { activitiesOf } from './activity-cards.ts';
import { fullPicture } from './full-picture.ts';
import { itemCards } from './item-cards.ts';
import { rowsUnder } from './rows.ts';
import type { Sources } from './sources.ts';

/** Everything of one organisation that a yearly summary counts, and its figures. Not for a reader before it is sifted. */
export interface OrganisationYear {
  readonly figures: YearFigures;
  readonly disclosed: readonly (DisclosedInYear & { readonly reads: number })[];
}

/** Changes of a catalogue, as a summary calls them. */
const ADJUSTMENTS: Readonly<Record<string, string>> = {
  CatalogueAdopted: '采用上级下发的目录版本',
  RowRefined: '细化条目',
  LocalRowAdded: '增列条目',
  RowDropped: '删除条目',
};

/** @param today day on which is counted; see {@link lastDayCounted} */
export async function organisationYear(
  sources: Sources,
  scope: OrgScope,
  year: string,
  today: Day,
): Promise<OrganisationYear> {
  const { aggregates, views } = sources;
  const cardsOf = <Card>(kind: StreamKind): Promise<readonly Card[]> =>
    Array.fromAsync(rowsUnder(views, scope.partition(kind)), ({ card }) => card as Card);
  const [items, ledgers, { state: catalogue }, adjustments, reads, surveys] = await Promise.all([
    itemCards(views, scope),
    ledgersOf(sources, scope, year),
    loadCatalogue(aggregates, scope),
    adjustmentsOf(sources, scope),
    readsIn(views, scope, year),
    cardsOf<SurveyCard>('SURVEY'),
  ]);
  const [enquiries, opinions, topics, circulars, receipts, filings, activities, ballots] = await Promise.all([
    cardsOf<EnquiryCard>('ENQUIRY'),
    cardsOf<FeedbackCard>('FEEDBACK'),
    cardsOf<TopicCard>('TOPIC'),
    cardsOf<CircularCard>('CIRCULAR'),
    cardsOf<ReceiptCard>('RECEIPT'),
    cardsOf<FilingCard>('FILING'),
    activitiesOf(views, scope.organisation),
    ballotsOf(sources, scope, surveys, year),
  ]);
  const disclosed = disclosedIn(year, ledgers, items, (row) => findRow(catalogue, row)?.level1);
  const rows = fullPicture(effectiveRows(catalogue), items, stranger(scope.organisation));
  const figures = figuresOf(
    {
      disclosed,
      ledgers,
      rows: rows.map(({ state }) => state),
      adjustments,
      enquiries,
      opinions,
      topics,
      surveys,
      ballots,
      circulars,
      receipts,
      filings,
      reads: added([...reads.values()]),
      activities: activitiesIn(activities, year, today),
    },
    year,
    today,
  );
  return {
    figures,
    disclosed: disclosed.map((item) => ({
      ...item,
      reads: Object.values(reads.get(item.id) ?? {}).reduce((sum, count) => sum + count, 0),
    })),
  };
}

/** Meetings, trainings, days of reception: each kind by its name. */
function activitiesIn(cards: readonly ActivityCard[], year: string, today: Day): Tally {
  const { kinds, attended } = activityYear(cards, Number(year), today);
  const named = Object.entries(kinds).map(([kind, count]) => [ACTIVITY_KINDS[kind as ActivityKind], count]);
  return { ...Object.fromEntries(named), ...(attended > 0 && { 参加人次: attended }) };
}

/** A year that is over is counted as it stood on its last day. */
export const lastDayCounted = (year: string, now: Instant): Day => {
  const end = `${year}-12-31`;
  const today = dayOf(now);
  return today < end ? today : end;
};

async function ledgersOf({ aggregates }: Sources, scope: OrgScope, year: string): Promise<readonly Ledger[]> {
  const loaded = [1, 2, 3, 4].map((quarter) =>
    aggregates.load(scope.stream('LEDGER', ledgerId(`${year}Q${quarter}`)), ledgerHistory),
  );
  return (await Promise.all(loaded)).flatMap(({ state }) => state ?? []);
}

/** From the record itself: each change is a commit with its reason. */
async function adjustmentsOf({ log }: Sources, scope: OrgScope) {
  const commits = (await log.read(scope.stream('CATALOGUE', CATALOGUE_ID))).map(openCommit);
  return commits.flatMap(({ at, events }) =>
    events.flatMap(({ type }) => {
      const name = ADJUSTMENTS[type];
      return name === undefined ? [] : [{ at, name }];
    }),
  );
}

async function ballotsOf(
  { views }: Sources,
  scope: OrgScope,
  surveys: readonly SurveyCard[],
  year: string,
): Promise<readonly Ballot[]> {
  const theirs = surveys.filter(({ closesAt, withdrawn }) => !withdrawn && isIn(year, dayOf(closesAt)));
  const ballots = theirs.map(({ id }) =>
    Array.fromAsync(rowsUnder(views, ballotsKey(scope.organisation, id)), ({ card }) => card as Ballot),
  );
  return (await Promise.all(ballots)).flat();
}
