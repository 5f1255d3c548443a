import { FEEDBACK_TASKS, type FeedbackCard } from '../../../domain/feedback/card.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { isDecision, TASKS, type Task, tasksNow } from '../../../domain/item/tasks.ts';
import type { Wait } from '../../../domain/item/waits.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { holders, seatsOf } from '../../../domain/organisation/authority.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { Views } from '../../adapters/views.ts';
import type { Tenancy, Tenants } from '../tenancy.ts';
import { deskKey, deskPrefix } from '../view-keys.ts';

export type DeskCard = ItemCard | FeedbackCard;

/** One thing that this person has to do. */
export interface DeskTask {
  readonly kind: string;
  /** The task in Chinese. */
  readonly name: string;
  readonly about: 'item' | 'feedback';
  /** Of the item or the opinion. */
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

/** A list with more on it than this is no longer read to its end. */
const MOST_CARDS = 10_000;
const PAGE = 500;

/**
 * What lies on the desk of an organisation for one person, longest waiting first. The cards say what is waited for;
 * whose turn that is follows from the organisations as they are now.
 */
export async function deskOf(
  { views, tenancy }: { readonly views: Views; readonly tenancy: Tenancy },
  scope: OrgScope,
  person: string,
  now: Instant,
): Promise<readonly DeskTask[]> {
  const id = scope.organisation;
  const here = await tenancy.tenants(scope);
  const { organisation } = here;
  // Whoever holds no seat decides for nobody below.
  const reach = seatsOf(organisation, person, now).length > 0 ? '' : deskPrefix(id);
  const [under, above] = await Promise.all([
    cardsOn(views, id, reach),
    organisation.superior ? cardsOn(views, organisation.superior, deskPrefix(id)) : [],
  ]);
  const own = [...under, ...above].filter((card) => card.organisation === id);
  const below = under.filter((card) => card.organisation !== id && card.waits.some(isDecision));
  const schools = await organisationsOf(below, tenancy);
  const tasks = [
    ...own.flatMap((card) => tasksFor(card, person, here, 'own', now)),
    ...below.flatMap((card) => {
      const school = schools.get(card.organisation);
      return school
        ? tasksFor(card, person, { organisation: school, superior: organisation }, 'superior', now)
        : [];
    }),
  ];
  return tasks.toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

/** Whatever lies on the desk of an organisation, or what begins with the prefix of it. */
export async function cardsOn(
  views: Pick<Views, 'listIndex'>,
  organisation: OrganisationId,
  prefix = '',
): Promise<readonly DeskCard[]> {
  const cards: DeskCard[] = [];
  let after: string | undefined;
  do {
    const page = await views.listIndex('desk', deskKey(organisation), { limit: PAGE, after, prefix });
    cards.push(...page.rows.map((row) => row.card as DeskCard));
    after = page.next;
  } while (after !== undefined && cards.length < MOST_CARDS);
  return cards;
}

async function organisationsOf(
  cards: readonly DeskCard[],
  tenancy: Tenancy,
): Promise<ReadonlyMap<OrganisationId, Organisation | undefined>> {
  const ids = [...new Set(cards.map((card) => card.organisation))];
  return new Map(
    await Promise.all(ids.map(async (id) => [id, await tenancy.find(new OrgScope(id))] as const)),
  );
}

/** The tasks on a card that fall to the person now, as far as they are done in that place. */
function tasksFor(
  card: DeskCard,
  person: string,
  tenants: Tenants,
  place: Task['organisation'],
  now: Instant,
): readonly DeskTask[] {
  const { name, shortName } = tenants.organisation;
  const isFeedback = 'excerpt' in card;
  const waits: readonly Wait<string>[] = card.waits;
  return tasksNow(waits, tenants, now)
    .filter((task) => task.organisation === place && task.since <= now)
    .filter((task) => fallsTo(person, task, tenants, now))
    .map((task) => ({
      kind: task.kind,
      name: NAMES[task.kind] ?? task.kind,
      about: isFeedback ? 'feedback' : 'item',
      id: card.id,
      organisation: { id: card.organisation, name, shortName },
      title: isFeedback ? card.excerpt : (card.working?.title ?? card.title),
      ...(isFeedback && card.item !== undefined && { item: card.item }),
      since: task.since,
      ...(task.due && { due: task.due }),
      overdue: task.due !== undefined && task.due <= now,
    }));
}

const NAMES: Readonly<Record<string, string>> = { ...TASKS, ...FEEDBACK_TASKS };

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
