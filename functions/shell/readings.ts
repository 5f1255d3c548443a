import type { CatalogueState } from '../../domain/catalogue/state.ts';
import type { PeriodName } from '../../domain/duty/period.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { organisationHistory } from '../../domain/organisation/organisation.ts';
import type { Reader } from '../../domain/visibility.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from './aggregates.ts';
import { deferred } from './deferred.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { ActivityReadings } from './reading/activity-readings.ts';
import type { AppraisalReadings } from './reading/appraisal-readings.ts';
import type { Boards, LinePage, PageOf, Showing } from './reading/boards.ts';
import type { CalendarReading } from './reading/calendar-reading.ts';
import type { CampaignReadings } from './reading/campaign-readings.ts';
import type { CaseReadings } from './reading/case-readings.ts';
import type { CatalogueReadings } from './reading/catalogue-readings.ts';
import type { CircularReadings } from './reading/circular-readings.ts';
import type { DecisionReadings } from './reading/decision-readings.ts';
import type { DeskTask } from './reading/desks.ts';
import type { DisplayReadings } from './reading/display-readings.ts';
import type { DossierReadings } from './reading/dossier-readings.ts';
import type { DutyReadings } from './reading/duties.ts';
import type { EnquiryMatch } from './reading/enquiry-matches.ts';
import type { EnquiryReadings } from './reading/enquiry-readings.ts';
import type { EvaluationReadings } from './reading/evaluation-readings.ts';
import type { RowReading } from './reading/full-picture.ts';
import type { ItemReadings } from './reading/item-readings.ts';
import type { BoardFilter } from './reading/lines.ts';
import type { MailboxReadings } from './reading/mailbox-readings.ts';
import type { NewsReadings } from './reading/news-readings.ts';
import type { OpinionReadings } from './reading/opinion-readings.ts';
import type { OrganisationHealth } from './reading/organisation-health.ts';
import type { Membership, OrganisationCard, OrganisationReading } from './reading/organisation-reading.ts';
import type { PowerReadings } from './reading/power-readings.ts';
import type { ProfileReadings } from './reading/profile-readings.ts';
import type { SealsReading } from './reading/seal-reading.ts';
import type { Sources } from './reading/sources.ts';
import type { SummaryReadings } from './reading/summary-readings.ts';
import type { SupervisionReadings } from './reading/supervision-readings.ts';
import type { SurveyReadings } from './reading/surveys.ts';
import type { TemplateReadings } from './reading/template-readings.ts';
import type { TopicReadings } from './reading/topics.ts';
import type { UpwardReadings } from './reading/upward-readings.ts';
import type { VocabularyReadings } from './reading/vocabulary-readings.ts';
import { rostersIn } from './rosters.ts';
import { Tenancy } from './tenancy.ts';

export interface ReadingSources {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Views;
  /** Root of the tree of organisations. */
  readonly district: OrganisationId;
}

/**
 * Everything that can be read, by whoever asks: the API and the pages show these and nothing else. What is about one
 * kind of thing is loaded with the first question about it.
 */
export class Readings {
  readonly items: ItemReadings;
  /** What is owed and what became of it. */
  readonly duties: DutyReadings;
  /** What people said. */
  readonly opinions: OpinionReadings;
  /** Where they may write to. */
  readonly mailboxes: MailboxReadings;
  /** What people asked for, and what became of it. */
  readonly enquiries: EnquiryReadings;
  /** What people want to see disclosed. */
  readonly topics: TopicReadings;
  /** What they were asked, and answered. */
  readonly surveys: SurveyReadings;
  /** What was held: meetings, trainings, publicity, reception days. */
  readonly activities: ActivityReadings;
  /** Roll-outs, and who is behind. */
  readonly campaigns: CampaignReadings;
  /** What is decided together, and how it is carried out. */
  readonly decisions: DecisionReadings;
  /** What goes up to the superior. */
  readonly upward: UpwardReadings;
  /** What goes down to those below, and what they did with it. */
  readonly circulars: CircularReadings;
  /** What is told at any time, beside what the catalogue asks for. */
  readonly news: NewsReadings;
  /** Yearly summaries and special reports: their drafts, and what was filed. */
  readonly summaries: SummaryReadings;
  /** What it says about itself, and its roster. */
  readonly profiles: ProfileReadings;
  /** Who looks after what, and what follows from it. */
  readonly supervision: SupervisionReadings;
  /** Who is called to account, for those who may know. */
  readonly cases: CaseReadings;
  /** What is kept of a year. */
  readonly dossier: DossierReadings;
  /** How well an organisation discloses, and what its superior makes of that. */
  readonly evaluation: EvaluationReadings;
  readonly appraisals: AppraisalReadings;
  /** What an organisation has and lacks. */
  readonly health: OrganisationHealth;
  readonly displays: DisplayReadings;
  /** How catalogues came to be what they are. */
  readonly catalogues: CatalogueReadings;
  /** What organisations may adopt. */
  readonly templates: TemplateReadings;
  /** The words of the district, and how they came to be what they are. */
  readonly words: VocabularyReadings;
  /** 权力清单. */
  readonly powers: PowerReadings;
  readonly #sources: Sources;
  readonly #boards: Boards;

  constructor(given: ReadingSources) {
    const { aggregates, views, district } = given;
    const tenancy = new Tenancy(aggregates, rostersIn(views, district));
    const calendars = deferred(
      async () => new (await import('./calendars.ts')).Calendars(aggregates, district),
    );
    const sources = { ...given, tenancy, calendars };
    this.#sources = sources;
    this.#boards = deferred(async () => new (await import('./reading/boards.ts')).Boards(views, aggregates));
    this.items = deferred(async () => new (await import('./reading/item-readings.ts')).ItemReadings(sources));
    this.duties = deferred(async () => new (await import('./reading/duties.ts')).DutyReadings(sources));
    this.opinions = deferred(
      async () => new (await import('./reading/opinion-readings.ts')).OpinionReadings(sources),
    );
    this.mailboxes = deferred(
      async () => new (await import('./reading/mailbox-readings.ts')).MailboxReadings(sources),
    );
    this.enquiries = deferred(
      async () => new (await import('./reading/enquiry-readings.ts')).EnquiryReadings(sources),
    );
    this.topics = deferred(async () => new (await import('./reading/topics.ts')).TopicReadings(sources));
    this.surveys = deferred(async () => new (await import('./reading/surveys.ts')).SurveyReadings(sources));
    this.activities = deferred(
      async () => new (await import('./reading/activity-readings.ts')).ActivityReadings(sources),
    );
    this.campaigns = deferred(
      async () => new (await import('./reading/campaign-readings.ts')).CampaignReadings(sources),
    );
    this.decisions = deferred(
      async () => new (await import('./reading/decision-readings.ts')).DecisionReadings(sources),
    );
    this.upward = deferred(
      async () => new (await import('./reading/upward-readings.ts')).UpwardReadings(sources),
    );
    this.news = deferred(async () => new (await import('./reading/news-readings.ts')).NewsReadings(sources));
    this.circulars = deferred(
      async () => new (await import('./reading/circular-readings.ts')).CircularReadings(sources),
    );
    this.summaries = deferred(
      async () => new (await import('./reading/summary-readings.ts')).SummaryReadings(sources),
    );
    this.profiles = deferred(
      async () => new (await import('./reading/profile-readings.ts')).ProfileReadings(sources),
    );
    this.supervision = deferred(
      async () => new (await import('./reading/supervision-readings.ts')).SupervisionReadings(sources),
    );
    this.cases = deferred(async () => new (await import('./reading/case-readings.ts')).CaseReadings(sources));
    this.dossier = deferred(
      async () => new (await import('./reading/dossier-readings.ts')).DossierReadings(sources),
    );
    this.catalogues = deferred(
      async () => new (await import('./reading/catalogue-readings.ts')).CatalogueReadings(sources),
    );
    this.templates = deferred(
      async () => new (await import('./reading/template-readings.ts')).TemplateReadings(sources),
    );
    this.words = deferred(
      async () => new (await import('./reading/vocabulary-readings.ts')).VocabularyReadings(sources),
    );
    this.powers = deferred(
      async () => new (await import('./reading/power-readings.ts')).PowerReadings(sources),
    );
    this.evaluation = deferred(
      async () => new (await import('./reading/evaluation-readings.ts')).EvaluationReadings(sources),
    );
    this.appraisals = deferred(
      async () => new (await import('./reading/appraisal-readings.ts')).AppraisalReadings(sources),
    );
    this.health = deferred(
      async () => new (await import('./reading/organisation-health.ts')).OrganisationHealth(sources),
    );
    this.displays = deferred(
      async () => new (await import('./reading/display-readings.ts')).DisplayReadings(sources),
    );
  }

  /** What a person is to an organisation. @throws Refusal `not-found` when there is no such organisation */
  reader(scope: OrgScope, person: string | undefined, now: Instant): Promise<Reader> {
    return this.#sources.tenancy.reader(scope, person, now);
  }

  /** Every organisation of the district, the district itself included. */
  async organisations(): Promise<readonly OrganisationCard[]> {
    const { organisationCards } = await import('./reading/organisation-cards.ts');
    return organisationCards(this.#sources.views, this.#sources.district);
  }

  async organisation(scope: OrgScope, reader: Reader, now: Instant): Promise<OrganisationReading> {
    const { readOrganisation } = await import('./reading/organisation-reading.ts');
    const id = scope.organisation;
    const { state, version } = await this.#sources.aggregates.load(
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

  /** Where a person is on the roster. */
  async membershipsOf(person: string, now: Instant): Promise<readonly Membership[]> {
    const { membershipOf } = await import('./reading/organisation-reading.ts');
    const { views, tenancy, district } = this.#sources;
    const found = (await rostersIn(views, district)(person)).map(async (id) => {
      const organisation = await tenancy.find(new OrgScope(id));
      return organisation ? membershipOf(id, organisation, person, now) : undefined;
    });
    return (await Promise.all(found)).filter((membership) => membership !== undefined);
  }

  /** What is on show to the reader, newest release first. @throws Refusal `cursor-malformed`, `not-found` */
  async board(scope: OrgScope, reader: Reader, page: PageOf & BoardFilter): Promise<LinePage> {
    const { name, shortName } = (await this.#sources.tenancy.find(scope)) ?? refuse('not-found');
    return this.#boards.page({ id: scope.organisation, name, shortName }, reader, page);
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

  /** Every row of the catalogue and what has become of it. Empty while no catalogue has been adopted. */
  async catalogue(scope: OrgScope, reader: Reader): Promise<readonly RowReading[]> {
    const [{ fullPicture }, { itemCards }, { effectiveRows }] = await Promise.all([
      import('./reading/full-picture.ts'),
      import('./reading/item-cards.ts'),
      import('../../domain/catalogue/state.ts'),
    ]);
    const [state, cards, { forms }] = await Promise.all([
      this.#catalogue(scope),
      itemCards(this.#sources.views, scope),
      this.catalogues.vocabulary(),
    ]);
    return fullPicture(effectiveRows(state), cards, reader, forms);
  }

  /** What the reader may see that has the words they ask for. */
  async matches(scope: OrgScope, reader: Reader, query: string): Promise<readonly EnquiryMatch[]> {
    const { matchesIn } = await import('./reading/enquiry-matches.ts');
    return matchesIn(await this.catalogue(scope, { ...reader, official: false }), query);
  }

  /** What lies on the desk of the organisation for the person, longest waiting first. */
  async desk(scope: OrgScope, person: string, now: Instant): Promise<readonly DeskTask[]> {
    const { deskOf } = await import('./reading/desks.ts');
    return deskOf(this.#sources, scope, person, now);
  }

  /** What was sealed in a quarter, for anybody. @throws Refusal `not-found` when there is no such organisation */
  async seals(scope: OrgScope, period: PeriodName): Promise<SealsReading> {
    await this.#sources.tenancy.tenants(scope);
    const { sealsIn } = await import('./reading/seal-reading.ts');
    return sealsIn(this.#sources.log, scope, period);
  }

  /**
   * The calendar that everybody in the district works by; of the current year when none is named.
   * @throws Refusal `not-found` for any organisation but the district
   */
  async calendar(scope: OrgScope, now: Instant, year?: number): Promise<CalendarReading> {
    if (scope.organisation !== this.#sources.district) refuse('not-found');
    const { calendarReading } = await import('./reading/calendar-reading.ts');
    return calendarReading(this.#sources.aggregates, scope, now, year);
  }

  async #catalogue(scope: OrgScope): Promise<CatalogueState> {
    return (await loadCatalogue(this.#sources.aggregates, scope)).state;
  }
}
