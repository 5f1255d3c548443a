import { FEEDBACK_TASKS, type FeedbackCard } from '../../../domain/feedback/card.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { TASKS, type Task } from '../../../domain/item/tasks.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import type { Views } from '../../adapters/views.ts';
import type { Tenancy, Tenants } from '../tenancy.ts';
import { deskKey } from '../view-keys.ts';

/** A card that somebody has a task on. */
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

/** A desk with more on it than this is no longer read to its end. */
const MOST_CARDS = 1_000;
const PAGE = 100;

/** What lies on the desk of an organisation for one person, longest waiting first. */
export async function deskOf(
  { views, tenancy }: { readonly views: Views; readonly tenancy: Tenancy },
  scope: OrgScope,
  person: string,
  now: Instant,
): Promise<readonly DeskTask[]> {
  const tenants = new Map<string, Tenants>();
  const tasks: DeskTask[] = [];
  let after: string | undefined;
  let looked = 0;
  do {
    const page = await views.listIndex('desk', deskKey(scope.organisation), { limit: PAGE, after });
    for (const row of page.rows) {
      const card = row.card as DeskCard;
      const { organisation } = card;
      const known = tenants.get(organisation) ?? (await tenancy.tenants(new OrgScope(organisation)));
      tenants.set(organisation, known);
      tasks.push(...tasksFor(card, person, known, now));
    }
    looked += page.rows.length;
    after = page.next;
  } while (after !== undefined && looked < MOST_CARDS);
  return tasks.toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

/** The tasks on a card that fall to the person at that time. */
export function tasksFor(
  card: DeskCard,
  person: string,
  tenants: Tenants,
  now: Instant,
): readonly DeskTask[] {
  const { name, shortName } = tenants.organisation;
  const isFeedback = 'excerpt' in card;
  const tasks: readonly Task<string>[] = card.tasks;
  return tasks
    .filter((task) => task.since <= now && fallsTo(person, task, tenants, now))
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
