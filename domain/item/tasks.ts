import { endOfDay, type Instant } from '../kernel/time.ts';
import type { SeatRule } from '../organisation/body.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { stillConsulted } from './consulting.ts';
import { type Deciders, deciderOf, pendingSteps, reviewersOf } from './deciders.ts';
import { isHeldBack, isOnline, lookAgainDay } from './release.ts';
import { type Item, inWork, onShow, pendingReleases, stagesOf, standing, type Version } from './state.ts';

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
  'look-again': '再次研究是否公开',
} as const;
type TaskKind = keyof typeof TASKS;

/**
 * Somebody's turn. It falls to the people named, or to whoever holds one of the seats when it is read, so that it
 * follows a change of office (DF-02), except those who are barred because they wrote the text.
 */
export interface Task<Kind extends string = TaskKind> {
  readonly kind: Kind;
  readonly people?: readonly string[];
  readonly seats?: readonly SeatRule[];
  readonly except?: readonly string[];
  /** Where the seats are: in the item's own organisation or in its superior. */
  readonly organisation: 'own' | 'superior';
  /** Since when it waits; may lie ahead, e.g. for the proof of a meeting that is planned. */
  readonly since: Instant;
  readonly due?: Instant;
}

/**
 * Who has to do what next on this item. Derived from the same rules that decide, so whoever has a task may do it; what
 * happens by itself is nobody's task. `now` settles who holds a seat and which deadlines have passed.
 */
export function tasksOf(
  item: Item,
  organisation: Organisation,
  superior: Organisation | undefined,
  now: Instant,
): readonly Task[] {
  if (item.closed) return [];
  const tenants = superior ? { organisation, superior } : { organisation };
  return [
    ...workingTasks(inWork(item), tenants, now),
    ...proofTasks(standing(item), organisation, now),
    ...stageTasks(item, organisation),
    ...lookAgainTasks(item, organisation),
  ];
}

type Tenants = Parameters<typeof reviewersOf>[1];

function workingTasks(version: Version | undefined, tenants: Tenants, now: Instant): readonly Task[] {
  switch (version?.stage) {
    case 'drafted':
      return draftTasks(version, tenants);
    case 'returned':
      return [own('amend', { people: version.authors, since: version.returned?.at ?? version.proposedAt })];
    case 'submitted': {
      const since = version.submittedAt ?? version.proposedAt;
      const review = fallsTo('review', reviewersOf(version, tenants, now), since);
      return version.findings ? [...findingTasks(version, tenants, since), review] : [];
    }
    case 'reviewed':
      return decisionTasks(version, tenants, now);
    default:
      return [];
  }
}

function draftTasks(version: Version, { organisation }: Tenants): readonly Task[] {
  const { provider } = version.content;
  const since = version.proposedAt;
  const from =
    provider.kind === 'person' ? { people: [provider.person] } : { seats: proposers(organisation) };
  return [own('provide-content', { ...from, since }), own('submit', { people: [version.proposedBy], since })];
}

function findingTasks({ findings }: Version, { organisation }: Tenants, since: Instant): readonly Task[] {
  if (!findings?.some((finding) => !finding.settled)) return [];
  const seats = [...organisation.policy.proposers, ...organisation.policy.reviewers];
  return [own('settle-findings', { seats: distinct(seats), since })];
}

/** Findings and consultations come before the approval, since they block it. */
function decisionTasks(version: Version, tenants: Tenants, now: Instant): readonly Task[] {
  const reviewedAt = version.review?.at ?? version.proposedAt;
  const findings = findingTasks(version, tenants, reviewedAt);
  if (findings.length > 0) return findings;
  const silent = stillConsulted(version, now);
  if (version.consultation && silent.length > 0) {
    const { at, deadline } = version.consultation;
    return [own('answer-consultation', { people: silent, since: at, due: deadline })];
  }
  const [step] = pendingSteps(version, tenants.organisation);
  if (!step) return [];
  const decider = deciderOf(step, version, tenants, now);
  const since = version.approvals.at(-1)?.at ?? reviewedAt;
  return [fallsTo(decider.isSuperior ? 'approve-for-school' : 'approve', decider, since)];
}

/** Audiences that only an offline form reaches, once their time and their turn have come. */
function proofTasks(version: Version | undefined, organisation: Organisation, now: Instant): readonly Task[] {
  if (!version) return [];
  const [next] = pendingReleases(version)
    .filter(({ audience }) => !isOnline(version, audience))
    .filter(({ audience, from }) => !isHeldBack(version, audience, from > now ? from : now))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return next ? [own('record-proof', { seats: proposers(organisation), since: next.from })] : [];
}

function stageTasks(item: Item, organisation: Organisation): readonly Task[] {
  const shown = onShow(item);
  const next = stagesOf(item).find((stage) => stage.completedOn === undefined);
  const since = shown?.releases[0]?.at;
  if (!next || since === undefined) return [];
  return [own('complete-stage', { seats: proposers(organisation), since, due: endOfDay(next.plannedOn) })];
}

function lookAgainTasks(item: Item, organisation: Organisation): readonly Task[] {
  const since = item.lookAgainRaised ? lookAgainDay(item) : undefined;
  return since ? [own('look-again', { seats: proposers(organisation), since })] : [];
}

const proposers = (organisation: Organisation): readonly SeatRule[] => organisation.policy.proposers;

const own = (kind: TaskKind, rest: Omit<Task, 'kind' | 'organisation'>): Task => ({
  kind,
  organisation: 'own',
  ...rest,
});

const fallsTo = (kind: TaskKind, { by, barred, isSuperior }: Deciders, since: Instant): Task => ({
  kind,
  organisation: isSuperior ? 'superior' : 'own',
  seats: by,
  ...(barred.length > 0 && { except: [...new Set(barred)] }),
  since,
});

const distinct = (seats: readonly SeatRule[]): readonly SeatRule[] =>
  seats.filter(
    (seat, index) =>
      seats.findIndex(({ body, position }) => body === seat.body && position === seat.position) === index,
  );
