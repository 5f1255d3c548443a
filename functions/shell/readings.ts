import { CATALOGUE_ID, catalogueHistory } from '../../domain/catalogue/history.ts';
import { type CatalogueState, effectiveRows, findRow } from '../../domain/catalogue/state.ts';
import type { PeriodName } from '../../domain/duty/period.ts';
import type { FeedbackCard } from '../../domain/feedback/card.ts';
import { faceFor, type HalfPair, halfPairs, type ItemCard } from '../../domain/item/card.ts';
import type { ItemEvent } from '../../domain/item/events.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { ItemState } from '../../domain/item/state.ts';
import { type Commit, openCommit, type SealedCommit } from '../../domain/kernel/commit.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { organisationHistory } from '../../domain/organisation/organisation.ts';
import { mayWork, type Reader } from '../../domain/visibility.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { deferred } from './deferred.ts';
import { Boards, type LinePage, type PageOf, type Showing } from './reading/boards.ts';
import { type CalendarReading, calendarReading } from './reading/calendar-reading.ts';
import { type DeskTask, deskOf } from './reading/desks.ts';
import {
  type AttemptFilter,
  type AttemptPage,
  attemptsOf,
  type DeliveryFilter,
  type DeliveryPage,
  type DisplayReading,
  deliveriesOf,
  displaysOf,
} from './reading/displays.ts';
import type { DutyReadings } from './reading/duties.ts';
import { type EnquiryMatch, matchesIn } from './reading/enquiry-matches.ts';
import type { EnquiryReadings } from './reading/enquiry-readings.ts';
import {
  type FileReading,
  fileById,
  filesById,
  filesNamedBy,
  type OpenFile,
  uploadsFor,
} from './reading/file-reading.ts';
import { fullPicture, type RowReading } from './reading/full-picture.ts';
import { type ItemReading, readItem } from './reading/item-reading.ts';
import { type LedgerReading, ledgerReading } from './reading/ledger-reading.ts';
import type { BoardFilter } from './reading/lines.ts';
import type { OrganisationName } from './reading/names.ts';
import { type FeedbackReading, opinion, opinionsOf } from './reading/opinions.ts';
import { type FollowedReading, followed } from './reading/opinions-followed.ts';
import { type AnswerReading, answersOf, answersTo } from './reading/opinions-outcomes.ts';
import { type OpinionOverview, opinionOverview } from './reading/opinions-overview.ts';
import {
  type Membership,
  membershipOf,
  type OrganisationCard,
  type OrganisationReading,
  readOrganisation,
} from './reading/organisation-reading.ts';
import { type ProblemReading, problemsOf } from './reading/problems.ts';
import { type ReportsReading, reportsOf } from './reading/reports.ts';
import { rowsUnder } from './reading/rows.ts';
import { type ScreenLine, type ScreenSources, screensUnder } from './reading/screens.ts';
import { type SealsReading, sealsIn } from './reading/seal-reading.ts';
import type { SurveyReadings } from './reading/surveys.ts';
import type { TopicReadings } from './reading/topics.ts';
import { Tenancy } from './tenancy.ts';
import { membershipKey, organisationsKey } from './view-keys.ts';

export interface ReadingSources {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Views;
  /** Root of the tree of organisations. */
  readonly district: OrganisationId;
}

/** Everything that can be read, by whoever asks: the API and the pages show these and nothing else. */
export class Readings {
  /** What is owed and what became of it. */
  readonly duties: DutyReadings;
  /** What people asked for, and what became of it. */
  readonly enquiries: EnquiryReadings;
  /** What people want to see disclosed. */
  readonly topics: TopicReadings;
  /** What they were asked, and answered. */
  readonly surveys: SurveyReadings;
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #views: Views;
  readonly #tenancy: Tenancy;
  readonly #calendars: Calendars;
  readonly #boards: Boards;
  readonly #district: OrganisationId;

  constructor({ log, aggregates, views, district }: ReadingSources) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#views = views;
    this.#district = district;
    this.#tenancy = new Tenancy(aggregates);
    this.#calendars = new Calendars(aggregates, district);
    this.#boards = new Boards(views, aggregates);
    this.enquiries = deferred(async () => {
      const { EnquiryReadings } = await import('./reading/enquiry-readings.ts');
      return new EnquiryReadings({ aggregates, views });
    });
    this.topics = deferred(async () => {
      const { TopicReadings } = await import('./reading/topics.ts');
      return new TopicReadings({ aggregates, views });
    });
    this.surveys = deferred(async () => {
      const { SurveyReadings } = await import('./reading/surveys.ts');
      return new SurveyReadings({ aggregates, views });
    });
    const tenancy = this.#tenancy;
    this.duties = deferred(async () => {
      const { DutyReadings } = await import('./reading/duties.ts');
      return new DutyReadings({ aggregates, tenancy, views, district });
    });
  }

  /** What a person is to an organisation. @throws Refusal `not-found` when there is no such organisation */
  reader(scope: OrgScope, person: string | undefined, now: Instant): Promise<Reader> {
    return this.#tenancy.reader(scope, person, now);
  }

  /** Every organisation of the district, the district itself included. */
  async organisations(): Promise<readonly OrganisationCard[]> {
    const rows = await Array.fromAsync(rowsUnder(this.#views, organisationsKey(this.#district)));
    return rows.map((row) => row.card as OrganisationCard);
  }

  async organisation(scope: OrgScope, reader: Reader, now: Instant): Promise<OrganisationReading> {
    const id = scope.organisation;
    const { state, version } = await this.#aggregates.load(
      scope.stream('ORGANISATION', id),
      organisationHistory,
    );
    const organisation = state ?? refuse('not-found');
    const { template } = await this.#catalogue(scope);
    return {
      ...readOrganisation(id, organisation, version, reader, now),
      ...(template && { catalogue: { template: template.kind, version: template.version } }),
    };
  }

  /** What is on show to the reader, newest release first. @throws Refusal `cursor-malformed`, `not-found` */
  async board(scope: OrgScope, reader: Reader, page: PageOf & BoardFilter): Promise<LinePage> {
    return this.#boards.page(await this.#name(scope), reader, page);
  }

  /** What any organisation has disclosed to society, newest release first. */
  async districtBoard(page: PageOf): Promise<LinePage> {
    return this.#boards.publicPage(await this.organisations(), page);
  }

  /** Every organisation with what it shows to society. */
  async showings(): Promise<readonly (OrganisationCard & Showing)[]> {
    const cards = await this.organisations();
    return Promise.all(cards.map(async (card) => ({ ...card, ...(await this.#boards.publicShowing(card)) })));
  }

  /**
   * The item as the reader may see it, from the record itself.
   * @param version number of an older version to read instead of the one on show
   * @throws Refusal `not-found`, also when the reader may not know of it
   */
  async item(scope: OrgScope, id: string, reader: Reader, version?: number): Promise<ItemReading> {
    const [commits, tenants, state, { calendar }] = await Promise.all([
      this.#commits(scope, id),
      this.#tenancy.tenants(scope),
      this.#catalogue(scope),
      this.#calendars.current(),
    ]);
    const item = foldItem(commits) ?? refuse('not-found');
    const { name, shortName } = tenants.organisation;
    const source = {
      id,
      organisation: { id: scope.organisation, name, shortName },
      item,
      streamVersion: commits.length,
      commits,
      tenants,
      row: findRow(state, item.versions.at(-1)?.content.row ?? ''),
      calendar,
    };
    const reading = readItem(source, reader, version) ?? refuse('not-found');
    const ids = filesNamedBy(reading.shown?.content.attachments, reading.proofs, reading.work?.item);
    return { ...reading, files: await filesById(this.#aggregates, scope, ids) };
  }

  /**
   * A file of an item, for whoever may see it there now: the reading of the item decides.
   * @throws Refusal `not-found`
   */
  async file(
    scope: OrgScope,
    item: string,
    id: string,
    reader: Reader,
    version?: number,
  ): Promise<OpenFile & { readonly card: FileReading }> {
    const { files } = await this.item(scope, item, reader, version);
    const card = files.find((each) => each.id === id) ?? refuse('not-found');
    return { id, card, file: (await fileById(this.#aggregates, scope, id)) ?? refuse('not-found') };
  }

  /** What was uploaded for an item, last first. @throws Refusal `not-found` for who does not work on it */
  async uploads(scope: OrgScope, item: string, reader: Reader): Promise<readonly FileReading[]> {
    const { work } = await this.item(scope, item, reader);
    return work ? uploadsFor(this.#views, scope, item) : refuse('not-found');
  }

  /** What became of an upload. @throws Refusal `not-found` for who does not work here */
  async upload(scope: OrgScope, id: string, reader: Reader): Promise<FileReading> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const [file] = await filesById(this.#aggregates, scope, [id]);
    return file ?? refuse('not-found');
  }

  /** Every item whatever its state, in no order, for those who work here. @throws Refusal `not-found` for others */
  async items(scope: OrgScope, reader: Reader): Promise<readonly ItemCard[]> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    return this.#cards(scope);
  }

  /** The raw commits of an item, with which anybody who works here verifies the chain. @throws Refusal `not-found` */
  async record(scope: OrgScope, id: string, reader: Reader): Promise<readonly SealedCommit[]> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const commits = await this.#log.read(scope.stream('ITEM', id));
    return commits.length > 0 ? commits : refuse('not-found');
  }

  /** What was sealed in a quarter, for anybody. @throws Refusal `not-found` when there is no such organisation */
  async seals(scope: OrgScope, period: PeriodName): Promise<SealsReading> {
    await this.#tenancy.tenants(scope);
    return sealsIn(this.#log, scope, period);
  }

  /** Every row of the catalogue and what has become of it. Empty while no catalogue has been adopted. */
  async catalogue(scope: OrgScope, reader: Reader): Promise<readonly RowReading[]> {
    const [state, cards] = await Promise.all([this.#catalogue(scope), this.#cards(scope)]);
    return fullPicture(effectiveRows(state), cards, reader);
  }

  /** What the reader may see that has the words they ask for. */
  async matches(scope: OrgScope, reader: Reader, query: string): Promise<readonly EnquiryMatch[]> {
    return matchesIn(await this.catalogue(scope, { ...reader, official: false }), query);
  }

  /** What lies on the desk of the organisation for the person, longest waiting first. */
  desk(scope: OrgScope, person: string, now: Instant): Promise<readonly DeskTask[]> {
    return deskOf(this.#screenSources, scope, person, now);
  }

  /** Plans without a result and results without a plan, as far as the reader may see them. */
  async halfPairs(scope: OrgScope, reader: Reader): Promise<readonly HalfPairLine[]> {
    const pairs = halfPairs(await this.#cards(scope));
    return pairs.flatMap(({ card, missing }) => {
      const title = mayWork(reader, scope.organisation) ? card.title : faceFor(reader, card)?.title;
      return title === undefined ? [] : [{ id: card.id, title, missing }];
    });
  }

  /** Where a person is on the roster. */
  async membershipsOf(person: string, now: Instant): Promise<readonly Membership[]> {
    const rows = rowsUnder(this.#views, membershipKey(this.#district), `${person}#`);
    const ids = (await Array.fromAsync(rows)).map(
      (row) => (row.card as { organisation: string }).organisation,
    );
    const found = ids.map(async (id) => {
      const organisation = await this.#tenancy.find(new OrgScope(id));
      return organisation ? membershipOf(id, organisation, person, now) : undefined;
    });
    return (await Promise.all(found)).filter((membership) => membership !== undefined);
  }

  /** Opinions received, newest first; about one item, or about all. @throws Refusal `not-found` for others */
  feedback(scope: OrgScope, reader: Reader, item?: string): Promise<readonly FeedbackCard[]> {
    return opinionsOf(this.#views, scope, reader, item);
  }

  /** What became of opinions on an item, last settled first. @throws Refusal `not-found`, as for the item */
  answers(scope: OrgScope, item: string, reader: Reader): Promise<readonly AnswerReading[]> {
    return answersTo({ aggregates: this.#aggregates, views: this.#views }, scope, item, reader);
  }

  /** What became of words to the organisation as such, as far as the reader may hear of it, last settled first. */
  organisationAnswers(scope: OrgScope, reader: Reader): Promise<readonly AnswerReading[]> {
    return answersOf({ aggregates: this.#aggregates, views: this.#views }, scope, reader);
  }

  /**
   * How an opinion fares, for whoever left it under their name or has shown its receipt.
   * @throws Refusal `not-found` for anybody else, and where there is none
   */
  followedOpinion(
    scope: OrgScope,
    id: string,
    reader: Reader,
    holdsReceipt: boolean,
  ): Promise<FollowedReading> {
    return followed(this.#aggregates, scope, id, reader, holdsReceipt);
  }

  /** What the organisation brought before its superior, last first. @throws Refusal `not-found` for others */
  problems(scope: OrgScope, reader: Reader): Promise<readonly ProblemReading[]> {
    return problemsOf({ aggregates: this.#aggregates, views: this.#views }, scope, reader);
  }

  /** Reports sent up, and those of the period that came from below. @throws Refusal `not-found` for others */
  reports(scope: OrgScope, reader: Reader, period: PeriodName): Promise<ReportsReading> {
    return reportsOf(this.#views, scope, reader, period);
  }

  /** How opinions fare here and below. @throws Refusal `not-found` for who does not work here */
  async opinionOverview(scope: OrgScope, reader: Reader, now: Instant): Promise<OpinionOverview> {
    return opinionOverview(this.#views, scope, reader, now, await this.organisations());
  }

  /** Every display of the organisation. @throws Refusal `not-found` for who does not work here */
  displays(scope: OrgScope, reader: Reader): Promise<readonly DisplayReading[]> {
    return displaysOf(this.#views, scope, reader);
  }

  /** Screens of the organisation and of those below it, dark ones first. @throws Refusal `not-found` */
  screens(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly ScreenLine[]> {
    return screensUnder(this.#screenSources, scope, reader, now);
  }

  /** Deliveries to a display, last planned first. @throws Refusal `not-found`, `cursor-malformed` */
  deliveries(
    scope: OrgScope,
    display: string,
    reader: Reader,
    page: PageOf & DeliveryFilter,
  ): Promise<DeliveryPage> {
    return deliveriesOf(this.#views, scope, reader, display, page);
  }

  /** Every message a display was sent of late, newest first. @throws Refusal `not-found`, `cursor-malformed` */
  attempts(
    scope: OrgScope,
    display: string,
    reader: Reader,
    now: Instant,
    page: PageOf & AttemptFilter,
  ): Promise<AttemptPage> {
    return attemptsOf(this.#views, scope, reader, { display, now }, page);
  }

  /** Every duty of the organisation in a quarter. @throws Refusal `not-found`, `period-not-open` */
  ledger(scope: OrgScope, reader: Reader, period: PeriodName, now: Instant): Promise<LedgerReading> {
    const sources = { aggregates: this.#aggregates, tenancy: this.#tenancy };
    return ledgerReading(sources, scope, reader, period, now);
  }

  /**
   * The calendar that everybody in the district works by; of the current year when none is named.
   * @throws Refusal `not-found` for any organisation but the district
   */
  async calendar(scope: OrgScope, now: Instant, year?: number): Promise<CalendarReading> {
    if (scope.organisation !== this.#district) refuse('not-found');
    return calendarReading(this.#aggregates, scope, now, year);
  }

  /** One opinion in full, for officials and its owner. @throws Refusal `not-found` */
  opinion(scope: OrgScope, id: string, reader: Reader): Promise<FeedbackReading> {
    return opinion({ aggregates: this.#aggregates, tenancy: this.#tenancy }, scope, id, reader);
  }

  get #screenSources(): ScreenSources {
    return { views: this.#views, tenancy: this.#tenancy, district: this.#district };
  }

  async #name(scope: OrgScope): Promise<OrganisationName> {
    const { name, shortName } = (await this.#tenancy.find(scope)) ?? refuse('not-found');
    return { id: scope.organisation, name, shortName };
  }

  async #catalogue(scope: OrgScope): Promise<CatalogueState> {
    return (await this.#aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogueHistory)).state;
  }

  async #commits(scope: OrgScope, id: string): Promise<readonly Commit[]> {
    return (await this.#log.read(scope.stream('ITEM', id))).map(openCommit);
  }

  async #cards(scope: OrgScope): Promise<readonly ItemCard[]> {
    const rows = await Array.fromAsync(rowsUnder(this.#views, scope.partition('ITEM')));
    return rows.map((row) => row.card as ItemCard);
  }
}

export interface HalfPairLine extends Pick<HalfPair, 'missing'> {
  readonly id: string;
  readonly title: string;
}

function foldItem(commits: readonly Commit[]): ItemState {
  let item: ItemState;
  for (const { at, by, events } of commits) {
    for (const event of events) item = itemHistory.evolve(item, event as ItemEvent, { at, by });
  }
  return item;
}
