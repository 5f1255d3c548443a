import type { DecisionCard } from '../../../domain/decision/card.ts';
import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { addDays, type Day, dayOf } from '../../../domain/kernel/time.ts';
import type { Tenants } from '../tenancy.ts';
import { personName } from './names.ts';

/** 督办: what somebody has to carry out or to put right by a day. */
export interface OpenActionLine {
  readonly about: 'decision' | 'item' | 'feedback';
  readonly id: string;
  /** What it belongs to. */
  readonly title: string;
  readonly task: string;
  readonly assignee?: string;
  readonly dueOn: Day;
  readonly overdue: boolean;
}

interface Cards {
  readonly decisions: readonly DecisionCard[];
  readonly items: readonly ItemCard[];
  readonly opinions: readonly FeedbackCard[];
}

/** All of it in one list, first due first, whatever it comes from. */
export function openActionsIn(
  { decisions, items, opinions }: Cards,
  tenants: Tenants,
  today: Day,
): readonly OpenActionLine[] {
  const found = [
    ...decisions.flatMap(decisionOpenActions),
    ...items.flatMap(itemOpenActions),
    ...opinions.flatMap(opinionOpenActions),
  ];
  return found
    .map(({ person, ...line }) => {
      const assignee = person === undefined ? undefined : personName(tenants, person);
      return { ...line, ...(assignee && { assignee }), overdue: line.dueOn < today };
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

type Found = Omit<OpenActionLine, 'assignee' | 'overdue'> & { readonly person?: string | undefined };

const decisionOpenActions = ({ id, decision, openActions }: DecisionCard): readonly Found[] =>
  openActions.map(({ task, assignee, dueOn }) => ({
    about: 'decision',
    id,
    title: decision,
    task,
    person: assignee,
    dueOn,
  }));

const itemOpenActions = ({ id, title, waits }: ItemCard): readonly Found[] =>
  waits.flatMap((wait) =>
    wait.kind === 'complete-stage' && wait.due !== undefined
      ? [
          {
            about: 'item' as const,
            id,
            title,
            task: wait.stage ?? '完成阶段任务',
            dueOn: addDays(dayOf(wait.due), -1),
          },
        ]
      : [],
  );

const opinionOpenActions = ({ id, excerpt, rectifyBy, waits }: FeedbackCard): readonly Found[] =>
  rectifyBy === undefined
    ? []
    : [
        {
          about: 'feedback',
          id,
          title: excerpt,
          task: '整改',
          person: waits.find(({ kind }) => kind === 'rectify')?.people?.[0],
          dueOn: rectifyBy,
        },
      ];
