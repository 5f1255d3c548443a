import { ACTIVITY_TASKS } from '../../../domain/activity/card.ts';
import { CAMPAIGN_TASKS } from '../../../domain/campaign/card.ts';
import { CATALOGUE_TASKS, type CatalogueCard } from '../../../domain/catalogue/card.ts';
import { CIRCULAR_TASKS } from '../../../domain/circular/tasks.ts';
import { DECISION_TASKS } from '../../../domain/decision/card.ts';
import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import { enquiryTasksNow } from '../../../domain/enquiry/tasks.ts';
import { ENQUIRY_TASKS } from '../../../domain/enquiry/waits.ts';
import { EVALUATION_TASKS, type EvaluationCard } from '../../../domain/evaluation/card.ts';
import { FEEDBACK_TASKS } from '../../../domain/feedback/card.ts';
import { askingTasks } from '../../../domain/item/asking.ts';
import { isDecision, TASKS, type Task, tasksNow } from '../../../domain/item/tasks.ts';
import type { Wait } from '../../../domain/item/waits.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { holders, seatsOf } from '../../../domain/organisation/authority.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { REPORT_TASKS } from '../../../domain/report/tasks.ts';
import { SUPERVISION_TASKS, type SupervisionCard } from '../../../domain/supervision/card.ts';
import { supervisionTasksNow } from '../../../domain/supervision/tasks.ts';
import { SURVEY_TASKS } from '../../../domain/survey/card.ts';
import { TOPIC_TASKS } from '../../../domain/topic/card.ts';
import type { Tenancy, Tenants } from '../tenancy.ts';
import { deskPrefix } from '../view-keys.ts';
import { type CircularDue, circularsDueFor } from './circulars-due.ts';
import { type DeskCard, everyCardOn } from './desk-cards.ts';
import { type ReportDue, reportDueFor } from './report-due.ts';
import { type DarkScreen, darkScreensFor, type ScreenSources } from './screens.ts';

/** A card from a desk, or what was looked up for it. */
type Waiting = DeskCard | CircularDue | ReportDue;

/** One thing that this person has to do. */
export interface DeskTask {
  readonly kind: string;
  /** The task in Chinese. */
  readonly name: string;
  readonly about:
    | 'item'
    | 'feedback'
    | 'enquiry'
    | 'topic'
    | 'survey'
    | 'decision'
    | 'activity'
    | 'campaign'
    | SupervisionCard['supervision']
    | EvaluationCard['evaluation']
    | 'catalogue'
    | 'news'
    | 'circular'
    | 'report'
    | 'display';
  /** Of the item, the opinion, the request or the screen; of two parts where its address has two: `2026Q3/burst`. */
  readonly id: string;
  /** Whose it is: the person may decide for an organisation below. */
  readonly organisation: { readonly id: string; readonly name: string; readonly shortName: string };
  readonly title: string;
  /** The item that an opinion is about. */
  readonly item?: string;
  readonly since: Instant;
  readonly due?: Instant;
  readonly overdue: boolean;
}

/**
 * What lies on the desk of an organisation for one person, longest waiting first. The cards say what is waited for;
 * whose turn that is follows from the organisations as they are now.
 */
export async function deskOf(
  sources: ScreenSources,
  scope: OrgScope,
  person: string,
  now: Instant,
): Promise<readonly DeskTask[]> {
  const { views, tenancy } = sources;
  const id = scope.organisation;
  const here = await tenancy.tenants(scope);
  const { organisation } = here;
  // Whoever holds no seat decides for nobody below.
  const reach = seatsOf(organisation, person, now).length > 0 ? '' : deskPrefix(id);
  const [under, above, circulars, reports, dark] = await Promise.all([
    everyCardOn(views, id, reach),
    organisation.superior ? everyCardOn(views, organisation.superior, deskPrefix(id)) : [],
    circularsDueFor(sources, id, here, person, now),
    reportDueFor(views, id, here, person, now),
    darkScreensFor(sources, id, organisation, person, now),
  ]);
  const own = [...under, ...above].filter((card) => card.organisation === id);
  const below = under.filter((card) => card.organisation !== id && comesUp(card));
  const schools = await organisationsOf(below, tenancy);
  const tasks = [
    ...[...own, ...circulars, ...reports].flatMap((card) => tasksFor(card, person, here, 'own', now)),
    ...below.flatMap((card) => {
      const school = schools.get(card.organisation);
      return school
        ? tasksFor(card, person, { organisation: school, superior: organisation }, 'superior', now)
        : [];
    }),
    ...dark.map((screen) => darkTask(screen, id, organisation)),
  ];
  return tasks.toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

const darkTask = (screen: DarkScreen, id: OrganisationId, { name, shortName }: Organisation): DeskTask => ({
  kind: 'relight-screen',
  name: '恢复黑屏的公示屏',
  about: 'display',
  organisation: { id, name, shortName },
  ...screen,
  overdue: false,
});

async function organisationsOf(
  cards: readonly DeskCard[],
  tenancy: Tenancy,
): Promise<ReadonlyMap<OrganisationId, Organisation | undefined>> {
  const ids = [...new Set(cards.map((card) => card.organisation))];
  return new Map(
    await Promise.all(ids.map(async (id) => [id, await tenancy.find(new OrgScope(id))] as const)),
  );
}

/** Somebody above may have to do it. */
const comesUp = (card: DeskCard): boolean =>
  isEnquiry(card) || 'supervision' in card || isAsked(card) || card.waits.some(isDecision);

/** What a superior is asked for, and nobody else. */
const isAsked = (card: Waiting): card is CatalogueCard | EvaluationCard =>
  'catalogue' in card || 'evaluation' in card;

const isEnquiry = (card: Waiting): card is EnquiryCard => 'subject' in card;

export const aboutOf = (card: Waiting): Pick<DeskTask, 'about' | 'title' | 'item'> => {
  if (isEnquiry(card)) return { about: 'enquiry', title: card.subject };
  if ('topic' in card) return { about: 'topic', title: card.topic };
  if ('supervision' in card) return { about: card.supervision, title: card.title };
  if ('evaluation' in card) return { about: card.evaluation, title: card.title };
  if ('catalogue' in card) return { about: 'catalogue', title: card.catalogue };
  if ('news' in card) return { about: 'news', title: card.news };
  if ('circular' in card) return { about: 'circular', title: card.circular };
  if ('report' in card) return { about: 'report', title: card.report };
  if ('survey' in card) return { about: 'survey', title: card.survey };
  if ('activity' in card) return { about: 'activity', title: card.activity };
  if ('campaign' in card) return { about: 'campaign', title: card.campaign };
  if ('decision' in card) return { about: 'decision', title: card.decision };
  if (!('excerpt' in card)) return { about: 'item', title: card.working?.title ?? card.title };
  return { about: 'feedback', title: card.excerpt, ...(card.item !== undefined && { item: card.item }) };
};

/** The tasks on a card that fall to the person now, as far as they are done in that place. */
function tasksFor(
  card: Waiting,
  person: string,
  tenants: Tenants,
  place: Task['organisation'],
  now: Instant,
): readonly DeskTask[] {
  const { name, shortName } = tenants.organisation;
  return tasksOn(card, tenants, now)
    .filter((task) => task.organisation === place && task.since <= now)
    .filter((task) => fallsTo(person, task, tenants, now))
    .map((task) => ({
      kind: task.kind,
      name: NAMES[task.kind] ?? task.kind,
      ...aboutOf(card),
      id: card.id,
      organisation: { id: card.organisation, name, shortName },
      since: task.since,
      ...(task.due && { due: task.due }),
      overdue: task.due !== undefined && task.due <= now,
    }));
}

function tasksOn(card: Waiting, tenants: Tenants, now: Instant): readonly Task<string>[] {
  if (isEnquiry(card)) return enquiryTasksNow(card.waits, tenants, now);
  if ('supervision' in card)
    return supervisionTasksNow(card.waits, { id: card.organisation, ...tenants }, now);
  if (isAsked(card)) return askingTasks<string>(card.waits, tenants.superior, now);
  const waits: readonly Wait<string>[] = card.waits;
  return tasksNow(waits, tenants, now);
}

const NAMES: Readonly<Record<string, string>> = {
  ...TASKS,
  ...FEEDBACK_TASKS,
  ...ENQUIRY_TASKS,
  ...TOPIC_TASKS,
  ...SURVEY_TASKS,
  ...SUPERVISION_TASKS,
  ...DECISION_TASKS,
  ...ACTIVITY_TASKS,
  ...CAMPAIGN_TASKS,
  ...CATALOGUE_TASKS,
  ...EVALUATION_TASKS,
  ...CIRCULAR_TASKS,
  ...REPORT_TASKS,
};

function fallsTo(
  person: string,
  task: Task<string>,
  { organisation, superior }: Tenants,
  now: Instant,
): boolean {
  if (task.except?.includes(person)) return false;
  if (task.people?.includes(person)) return true;
  const place = task.organisation === 'superior' ? superior : organisation;
  return place !== undefined && task.seats !== undefined && holders(place, task.seats, now).has(person);
}
