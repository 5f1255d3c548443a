import type { Instant } from '../kernel/time.ts';
import type { SeatRule } from '../organisation/body.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Policy } from '../organisation/policy.ts';
import { type Deciders, deciderOf, pendingSteps, reviewersOf } from './deciders.ts';
import type { Item } from './state.ts';
import { type Decision, type Errand, type ItemErrand, type Wait, waitsOf } from './waits.ts';

/** What somebody has to do next, as pages name it. */
export const TASKS = {
  'provide-content': '提供公开内容',
  submit: '提交审核',
  amend: '修改后重新提交',
  'settle-findings': '处理个人信息提示',
  review: '审核（含保密审查）',
  'answer-consultation': '回复征求意见',
  approve: '审批',
  'approve-for-school': '代下级组织审批',
  'record-proof': '登记公开凭证',
  'complete-stage': '登记阶段完成情况',
  'complete-parts': '补充公开民主生活会情况',
  'look-again': '再次研究是否公开',
} as const satisfies Record<ItemErrand | DecisionTask, string>;

type DecisionTask = 'review' | 'answer-consultation' | 'approve' | 'approve-for-school';

/**
 * Somebody's turn, as the organisation stands at one moment. It falls to the people named, or to whoever holds one of
 * the seats, except those who are barred because they wrote the text.
 */
export interface Task<Kind extends string = keyof typeof TASKS> extends Errand<Kind> {
  readonly seats?: readonly SeatRule[];
  readonly except?: readonly string[];
  /** Where the seats are: in the item's own organisation or in its superior. */
  readonly organisation: 'own' | 'superior';
}

interface Tenants {
  readonly organisation: Organisation;
  readonly superior?: Organisation;
}

/**
 * Whose turn it is, from the same rules that decide, so whoever has a task may do it. Only ever asked with the
 * organisation and its superior as they are at `now`: seats have days on which they begin and end, so what is right
 * today is wrong tomorrow without anybody having done anything (DF-02).
 */
export function tasksNow<Kind extends string>(
  waits: readonly Wait<Kind>[],
  tenants: Tenants,
  now: Instant,
): readonly Task<Kind | DecisionTask>[] {
  return waits.flatMap((wait): readonly Task<Kind | DecisionTask>[] =>
    isDecision(wait) ? decisionTasks(wait, tenants, now) : [errandTask(wait, tenants)],
  );
}

/** The tasks on an item that has been read in full. */
export function tasksOf(
  item: Item,
  organisation: Organisation,
  superior: Organisation | undefined,
  now: Instant,
): readonly Task[] {
  return tasksNow(waitsOf(item), { organisation, ...(superior && { superior }) }, now);
}

/** True for what the superior may have to do in the organisation's place. */
export const isDecision = (wait: Wait<string>): wait is Decision => 'on' in wait;

function errandTask<Kind extends string>(errand: Errand<Kind>, { organisation }: Tenants): Task<Kind> {
  const seats = errand.people ? {} : { seats: seatsFor(errand.kind, organisation.policy) };
  return { ...errand, ...seats, organisation: 'own' };
}

/** Whoever proposes runs the errands; personal data may also be settled by those who review. */
const seatsFor = (kind: string, { proposers, reviewers }: Policy): readonly SeatRule[] =>
  kind === 'settle-findings' ? distinct([...proposers, ...reviewers]) : proposers;

function decisionTasks(decision: Decision, tenants: Tenants, now: Instant): readonly Task<DecisionTask>[] {
  const { kind, since, hearing } = decision;
  if (hearing && now < hearing.until) {
    const { silent, since, until } = hearing;
    return [{ kind: 'answer-consultation', organisation: 'own', people: silent, since, due: until }];
  }
  const deciders = decidersNow(decision, tenants, now);
  if (!deciders) return [];
  const { by, barred, isSuperior } = deciders;
  return [
    {
      kind: kind === 'approve' && isSuperior ? 'approve-for-school' : kind,
      organisation: isSuperior ? 'superior' : 'own',
      seats: by,
      ...(barred.length > 0 && { except: [...new Set(barred)] }),
      since,
    },
  ];
}

function decidersNow({ kind, on }: Decision, tenants: Tenants, now: Instant): Deciders | undefined {
  if (kind === 'review') return reviewersOf(on, tenants, now);
  const [step] = pendingSteps(on, tenants.organisation);
  return step && deciderOf(step, on, tenants, now);
}

const distinct = (seats: readonly SeatRule[]): readonly SeatRule[] =>
  seats.filter(
    (seat, index) =>
      seats.findIndex(({ body, position }) => body === seat.body && position === seat.position) === index,
  );
