import { isDecision } from '../../../domain/item/tasks.ts';
import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import { type Day, dayOf } from '../../../domain/kernel/time.ts';
import type { DeskCard } from './desk-cards.ts';

/** Verdicts that items wait for. */
export const BACKLOG = { review: '审核', approve: '审批' } as const;
export type BacklogStage = keyof typeof BACKLOG;
export const BACKLOG_STAGES = Object.keys(BACKLOG) as readonly BacklogStage[];

/** Items that wait for one verdict. */
export interface Queue {
  readonly count: number;
  /** Since when the one waits that has waited longest, and how many working days that is. */
  readonly since: Day;
  readonly age: number;
}

export interface BacklogLine {
  readonly id: OrganisationId;
  readonly name: string;
  /** Absent where nothing waits. */
  readonly queues: Readonly<Partial<Record<BacklogStage, Queue>>>;
}

/**
 * What the organisations right below wait for a verdict on, theirs or the superior's; who has waited longest comes
 * first. Members who are still being heard count as part of the approval.
 *
 * @param cards on the superior's desk
 * @param ageOf working days since a day
 */
export function backlogOf(
  cards: readonly DeskCard[],
  superior: OrganisationId,
  names: ReadonlyMap<OrganisationId, string>,
  ageOf: (day: Day) => number,
): readonly BacklogLine[] {
  // News is told beside what is owed, and so no part of what is late.
  const below = cards.filter((card) => card.organisation !== superior && !('news' in card));
  const lines = [...Map.groupBy(below, ({ organisation }) => organisation)].map(([id, theirs]) => {
    const decisions = theirs.flatMap(({ waits }) => [...waits].filter(isDecision));
    const queues = BACKLOG_STAGES.flatMap((stage) => {
      const days = decisions.filter(({ kind }) => kind === stage).map(({ since }) => dayOf(since));
      const [since] = days.toSorted();
      return since === undefined ? [] : [[stage, { count: days.length, since, age: ageOf(since) }] as const];
    });
    return { id, name: names.get(id) ?? id, queues: Object.fromEntries(queues) };
  });
  return lines
    .filter((line) => Object.keys(line.queues).length > 0)
    .toSorted((a, b) => (oldest(a) < oldest(b) ? -1 : 1));
}

const oldest = ({ queues }: BacklogLine): Day =>
  Object.values(queues)
    .map(({ since }) => since)
    .toSorted()[0] ?? '';
