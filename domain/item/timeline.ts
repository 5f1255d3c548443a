import type { Audience } from '../kernel/audience.ts';
import type { Actor, DomainEvent } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { ApprovalStepName } from '../organisation/policy.ts';
import type { ItemEvent } from './events.ts';

/** How pages name the steps of an item's life. */
export const STEP_NAMES: Record<ItemEvent['type'], { readonly zh: string; readonly en: string }> = {
  ItemProposed: { zh: '提出', en: 'Proposed' },
  ItemAmended: { zh: '修改', en: 'Amended' },
  ItemSubmitted: { zh: '提交审核', en: 'Submitted' },
  ItemScreened: { zh: '个人信息检查', en: 'Screened for personal data' },
  FindingMasked: { zh: '遮盖个人信息', en: 'Personal data masked' },
  FindingJustified: { zh: '说明保留个人信息的理由', en: 'Personal data justified' },
  ItemReturned: { zh: '退回', en: 'Returned' },
  ItemReviewed: { zh: '审核（含保密审查）', en: 'Reviewed, secrecy included' },
  MembersConsulted: { zh: '征求意见', en: 'Members consulted' },
  ConsultationAnswered: { zh: '回复意见', en: 'Opinion given' },
  ConsultationLapsed: { zh: '征求意见截止', en: 'Consultation ended' },
  ApprovalStepPassed: { zh: '审批', en: 'Approval step passed' },
  ItemEscalated: { zh: '提请上级审批', en: 'Put to the superior' },
  ItemApproved: { zh: '审批通过', en: 'Approved' },
  ItemReleased: { zh: '公开', en: 'Released' },
  ItemWithheld: { zh: '决定不予公开', en: 'Not disclosed' },
  ItemWithdrawn: { zh: '撤下', en: 'Withdrawn' },
  ItemExpired: { zh: '公开期满', en: 'Display ended' },
  ProofRecorded: { zh: '登记公开凭证', en: 'Proof recorded' },
  ProgressRecorded: { zh: '进展', en: 'Progress' },
  StageCompleted: { zh: '完成阶段', en: 'Stage completed' },
  ItemRevised: { zh: '修改再公开', en: 'Revised' },
  LookAgainDue: { zh: '到期再次研究', en: 'To be looked at again' },
  ItemClosed: { zh: '办结', en: 'Closed' },
};

/** One step of an item's life, without its content. */
export interface TimelineStep {
  readonly event: ItemEvent['type'];
  readonly at: Instant;
  /** Number of the item's version that it concerns. */
  readonly version: number;
  readonly by: Actor;
  readonly note?: string;
  readonly audience?: Audience;
  readonly online?: boolean;
  readonly approval?: ApprovalStepName;
  /** How many were consulted; or the percentage of a progress entry. */
  readonly count?: number;
}

/** As much of a commit as the timeline needs. */
export interface TimelineCommit {
  readonly at: Instant;
  readonly by: Actor;
  readonly events: readonly DomainEvent[];
}

/** Every step in the order of the record. For officials of the organisation only; others get {@link publicSteps}. */
export function timelineOf(commits: Iterable<TimelineCommit>): readonly TimelineStep[] {
  const steps: TimelineStep[] = [];
  let newest = 1;
  let shown = 1;
  for (const { at, by, events } of commits) {
    for (const event of events as readonly ItemEvent[]) {
      if (event.type === 'ItemRevised') newest += 1;
      if (event.type === 'ItemReleased') shown = event.data.version;
      const version = ABOUT_WORK.has(event.type) ? shown : newest;
      steps.push({ event: event.type, at, by, version, ...particulars(event) });
    }
  }
  return steps;
}

/** They report on what has been published, whatever revision is being written meanwhile. */
const ABOUT_WORK: ReadonlySet<ItemEvent['type']> = new Set(['ProgressRecorded', 'StageCompleted']);

function particulars(event: ItemEvent): Partial<TimelineStep> {
  switch (event.type) {
    case 'ItemReturned':
    case 'ItemEscalated':
    case 'ItemRevised':
    case 'FindingJustified':
      return { note: event.data.reason };
    case 'ItemWithdrawn':
      return { note: event.data.reason, version: Math.max(...event.data.versions) };
    case 'ItemExpired':
      return { version: event.data.version };
    case 'ItemReviewed':
      return event.data.risk === undefined ? {} : { note: event.data.risk };
    case 'MembersConsulted':
      return { count: event.data.members.length };
    case 'ConsultationAnswered':
      return event.data.opinion === undefined ? {} : { note: event.data.opinion };
    case 'ConsultationLapsed':
      return { count: event.data.silent.length };
    case 'ApprovalStepPassed':
      return { approval: event.data.step };
    case 'ItemReleased': {
      const { version, audience, online } = event.data;
      return { version, audience, online };
    }
    case 'ProofRecorded': {
      const { version, audience, form } = event.data;
      return { version, audience, note: form };
    }
    case 'ProgressRecorded':
      return { note: event.data.text, count: event.data.percent };
    case 'StageCompleted':
      return { note: event.data.name };
    case 'ItemClosed':
      return event.data.summary === undefined ? {} : { note: event.data.summary };
    default:
      return {};
  }
}

/** The process itself is published (JX-22), but not every turn of it. */
const PUBLISHABLE: ReadonlySet<ItemEvent['type']> = new Set([
  'ItemProposed',
  'ItemReviewed',
  'MembersConsulted',
  'ApprovalStepPassed',
  'ItemApproved',
  'ItemReleased',
  'ItemWithheld',
  'ItemRevised',
  'ItemWithdrawn',
  'ItemExpired',
  'ProgressRecorded',
  'StageCompleted',
  'ItemClosed',
]);
/** Reasons that were checked for personal data, or written to be read by everybody. */
const PUBLISHED_NOTES: ReadonlySet<ItemEvent['type']> = new Set([
  'ItemRevised',
  'ProgressRecorded',
  'StageCompleted',
  'ItemClosed',
]);

/** A step as readers see it: by a seat, never by a person. */
export type PublicStep = Omit<TimelineStep, 'by'> & { readonly seat?: string };

/**
 * What a reader may see of the process who reads the version `upTo`: no drafts that were returned or given up, nothing
 * about later versions, and no names.
 */
export function publicSteps(steps: readonly TimelineStep[], upTo: number): readonly PublicStep[] {
  const released = new Set(steps.filter(({ event }) => event === 'ItemReleased').map((step) => step.version));
  return steps
    .filter((step, index) => !isRejected(steps, step, index))
    .filter(({ version }) => version <= upTo && released.has(version))
    .filter(({ event }) => PUBLISHABLE.has(event))
    .map(({ by, note, ...step }) => ({
      ...step,
      ...(note !== undefined && PUBLISHED_NOTES.has(step.event) && { note }),
      ...(by.kind === 'person' && by.seat !== undefined && { seat: by.seat }),
    }));
}

/** The attempt that the step belongs to was returned later; that the version was begun remains. */
function isRejected(steps: readonly TimelineStep[], step: TimelineStep, index: number): boolean {
  if (step.event === 'ItemProposed' || step.event === 'ItemRevised') return false;
  return steps.some(
    (later, at) => at > index && later.event === 'ItemReturned' && later.version === step.version,
  );
}
