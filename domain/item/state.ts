import { typeNameOf } from '../catalogue/document-types.ts';
import { AUDIENCES, type Audience, compareAudiences, isWithin } from '../kernel/audience.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { ApprovalStepName } from '../organisation/policy.ts';
import type { Meeting } from './commands.ts';
import type { ItemContent } from './content.ts';
import type { ItemEvent, ItemFinding } from './events.ts';
import type { ReviewAspect } from './vocabulary.ts';

/**
 * How far one version has come: 提出 → 审核 → 审批 → 公开, with 退回 on the way. `withheld` stands in the place of
 * `released` when the decision is not to disclose.
 */
export type VersionStage =
  | 'drafted'
  | 'returned'
  | 'submitted'
  | 'reviewed'
  | 'approved'
  | 'released'
  | 'withheld';

interface Review {
  readonly by: string;
  readonly at: Instant;
  readonly verdicts: Readonly<
    Record<ReviewAspect, { readonly ok: boolean; readonly note?: string | undefined }>
  >;
  readonly secrecy: { readonly clear: boolean; readonly note?: string | undefined };
  readonly risk?: string | undefined;
}

interface Consultation {
  readonly at: Instant;
  readonly members: readonly string[];
  readonly deadline: Instant;
  readonly answers: readonly { member: string; agree: boolean; opinion?: string | undefined; at: Instant }[];
  readonly lapsed: boolean;
}

interface Approval {
  readonly step: ApprovalStepName;
  readonly by: string;
  readonly at: Instant;
  readonly forSuperior: boolean;
  readonly meeting?: Meeting | undefined;
}

export interface Release {
  readonly audience: Audience;
  readonly at: Instant;
  readonly online: boolean;
  /** When the audience was told, where a proof of an offline form says so. */
  readonly heldAt?: Instant;
  /** May be read in the organisation's office system (XH-10). */
  readonly officeSystem?: true;
}

export interface Proof extends Readonly<Extract<ItemEvent, { type: 'ProofRecorded' }>['data']> {
  readonly by: string;
  readonly at: Instant;
}

/** One content with its own review, approvals and releases; a revision starts the next one from nothing (HZ-18). */
export interface Version {
  /** 1 for the first, then upwards; not the stream's version. */
  readonly number: number;
  readonly content: ItemContent;
  /** See {@link typeNameOf}. */
  readonly documentTypeName?: string | undefined;
  readonly stage: VersionStage;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  /** Everybody who wrote or submitted this version; none of them may review or approve it. */
  readonly authors: readonly string[];
  readonly submittedAt?: Instant;
  readonly returned?: { readonly reason: string; readonly by: string; readonly at: Instant };
  /** Undefined until screened. A finding is settled when masked or justified. */
  readonly findings?: readonly (ItemFinding & { settled?: 'masked' | 'justified'; reason?: string })[];
  readonly review?: Review;
  readonly consultation?: Consultation;
  readonly approvals: readonly Approval[];
  readonly escalated?: { readonly reason: string; readonly by: string; readonly at: Instant };
  readonly approvedAt?: Instant;
  /** Audiences that the plan reaches online, so that their releases happen by themselves once approved. */
  readonly releasesOnline?: readonly Audience[];
  /** Approved in a form that is read in the office system. */
  readonly officeSystem?: true;
  /** What the policy asked of an important item when it was approved. */
  readonly minimumDisplayDays?: number;
  /** Working days after its release in which opinions are asked for, by the policy of then; absent: none. */
  readonly feedbackWindowDays?: number;
  readonly releases: readonly Release[];
  /** Opinions that this version answers, and why it was written. */
  readonly revision?: { readonly reason: string; readonly answers: readonly string[] };
  /** Taken down by somebody, before or after it was shown. */
  readonly withdrawn?: {
    readonly reason: string;
    readonly inError: boolean;
    readonly by: string;
    readonly at: Instant;
  };
  /** Taken down by itself at the end of its time. */
  readonly expiredAt?: Instant;
}

/** What its readers see it called: 公示, 通报 … */
export const documentTypeOf = ({ content, documentTypeName }: Version): string =>
  typeNameOf({ documentType: content.documentType, documentTypeName });

export interface Item {
  readonly versions: readonly Version[];
  readonly proofs: readonly Proof[];
  readonly progress: readonly { text: string; percent: number; at: Instant; by: string }[];
  /** By the name of the stage, which survives a revision that reorders them; see {@link stagesOf}. */
  readonly stagesDone: Readonly<Record<string, { completedOn: Day; note?: string | undefined }>>;
  readonly lookAgainRaised: boolean;
  readonly closed?: { readonly at: Instant; readonly by: string; readonly summary?: string };
}

export type ItemState = Item | undefined;

/** The newest version, whatever became of it. */
export const latest = (item: Item): Version => item.versions.at(-1) as Version;

/** The newest version that has reached any audience, on show or not. */
export const published = (item: Item): Version | undefined =>
  item.versions.findLast((v) => v.releases.length > 0);

export const isTakenDown = (version: Version): boolean =>
  version.withdrawn !== undefined || version.expiredAt !== undefined;

/** Given up before it reached anybody. */
export const isAbandoned = (version: Version): boolean =>
  version.withdrawn !== undefined && version.releases.length === 0;

/** The newest version that has been decided on and stands: approved, released or withheld. */
export const standing = (item: Item): Version | undefined =>
  item.versions.findLast((v) => v.approvedAt !== undefined && !isAbandoned(v));

/** The version that is on its way to a decision, when there is one. */
export function inWork(item: Item): Version | undefined {
  const version = latest(item);
  return item.closed || isAbandoned(version) || version.approvedAt !== undefined ? undefined : version;
}

/** Releases that the plan still owes, narrowest audience first, each with the earliest instant at which it may happen. */
export function pendingReleases(
  version: Version,
): readonly { readonly audience: Audience; readonly from: Instant }[] {
  const { approvedAt, content, releases } = version;
  if (approvedAt === undefined || content.withheld || isTakenDown(version)) return [];
  return content.releasePlan
    .filter((step) => !releases.some((release) => release.audience === step.audience))
    .map(({ audience, at }) => ({ audience, from: at !== undefined && at > approvedAt ? at : approvedAt }))
    .toSorted((a, b) => compareAudiences(a.audience, b.audience));
}

/** A version that is up, with the releases that no newer version has taken over. */
export interface Face {
  readonly version: Version;
  readonly releases: readonly Release[];
}

/**
 * What is up, newest first. A revision takes the place of its predecessor audience by audience: while it has reached
 * the Party only, others go on seeing the older version.
 */
export function faces(item: Item): readonly Face[] {
  const up: Face[] = [];
  const taken: Audience[] = [];
  for (const version of item.versions.filter((v) => v.releases.length > 0).toReversed()) {
    const releases = version.releases.filter(
      ({ audience }) => !taken.some((wider) => isWithin(audience, wider)),
    );
    if (!isTakenDown(version) && releases.length > 0) up.push({ version, releases });
    taken.push(...version.releases.map(({ audience }) => audience));
  }
  return up;
}

/** The newest version that is up; undefined before the first release and after a take-down. */
export const onShow = (item: Item): Version | undefined => faces(item)[0]?.version;

/** The widest audience that was told, by a page or offline; undefined before the first release and after a withdrawal. */
export function disclosedTo(item: Item): Audience | undefined {
  const version = published(item);
  if (!version || version.withdrawn) return undefined;
  return AUDIENCES.findLast((audience) => version.releases.some((release) => release.audience === audience));
}

/** The stages of what has been published, or else of what is planned, each with its completion. */
export function stagesOf(item: Item): readonly {
  name: string;
  plannedOn: Day;
  completedOn?: Day;
  note?: string | undefined;
}[] {
  const { stages = [] } = (published(item) ?? latest(item)).content;
  return stages.map((stage) => ({ ...stage, ...item.stagesDone[stage.name] }));
}

/** 将要做 / 正在做 / 已做完 (LY-16). */
export type Tense = 'planned' | 'under-way' | 'done';
export function tenseOf(item: Item): Tense {
  if (item.closed) return 'done';
  const percent = item.progress.at(-1)?.percent ?? 0;
  const stages = stagesOf(item);
  const stagesDone = stages.filter((stage) => stage.completedOn !== undefined).length;
  if (percent === 100 || (stages.length > 0 && stagesDone === stages.length)) return 'done';
  if (percent > 0 || stagesDone > 0) return 'under-way';
  const isPlan = (published(item) ?? latest(item)).content.pair?.part === 'plan';
  return stages.length > 0 || isPlan || item.progress.length > 0 ? 'planned' : 'done';
}
