import type * as z from 'zod/mini';
import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { ApprovalStepName } from '../organisation/policy.ts';
import type { Finding } from '../screening/finding.ts';
import type { itemCommands, Meeting } from './commands.ts';
import type { RecordedContent } from './content.ts';
import type { Flaw } from './flaw.ts';

type DataOf<Type extends keyof typeof itemCommands> = z.infer<(typeof itemCommands)[Type]>;

/** A place in the content that looks like personal data, whose value it never holds, or that has a {@link Flaw}. */
export interface ItemFinding extends Omit<Finding, 'kind'> {
  readonly kind: Finding['kind'] | Flaw;
  readonly id: string;
  /** In an attachment (`attachments.<file>`): how often; the mask shows the first. */
  readonly count?: number;
}

/** `version` and `versions` are numbers of {@link Version}s of the item, not stream versions. */
export type ItemEvent =
  | DomainEvent<'ItemProposed', RecordedContent>
  | DomainEvent<'ItemAmended', RecordedContent>
  | DomainEvent<'ItemSubmitted', Record<never, never>>
  | DomainEvent<'ItemScreened', { findings: readonly ItemFinding[] }>
  | DomainEvent<'FindingMasked', DataOf<'MaskFinding'>>
  | DomainEvent<'FindingJustified', DataOf<'JustifyFinding'>>
  | DomainEvent<'ItemReturned', { reason: string }>
  | DomainEvent<'ItemReviewed', DataOf<'ReviewItem'>>
  | DomainEvent<'MembersConsulted', DataOf<'ConsultMembers'>>
  | DomainEvent<'ConsultationAnswered', DataOf<'AnswerConsultation'> & { member: string }>
  | DomainEvent<'ConsultationLapsed', { silent: readonly string[] }>
  | DomainEvent<'ApprovalStepPassed', { step: ApprovalStepName; forSuperior: boolean; meeting?: Meeting }>
  | DomainEvent<'ItemEscalated', { reason: string }>
  /** Carries the rules that hold from now on, so that a later change of policy or vocabulary does not reach back. */
  | DomainEvent<
      'ItemApproved',
      {
        releasesOnline: readonly Audience[];
        minimumDisplayDays: number;
        /** Working days after its release in which opinions are asked for; absent: none. */
        feedbackWindowDays?: number;
        /** One of the forms is read in the office system, so the release inside the Party goes there as well (XH-10). */
        officeSystem?: true;
      }
    >
  /**
   * `online` is false when the audience was reached by an offline form, so that no page may show the text to it.
   * `heldAt` is when it was told, where a proof says so; otherwise the time of the record counts.
   */
  | DomainEvent<'ItemReleased', { version: number; audience: Audience; online: boolean; heldAt?: Instant }>
  | DomainEvent<'ItemWithheld', Record<never, never>>
  | DomainEvent<'ItemWithdrawn', { reason: string; inError: boolean; versions: readonly number[] }>
  | DomainEvent<'ItemExpired', { version: number }>
  | DomainEvent<'ProofRecorded', DataOf<'RecordProof'> & { version: number }>
  | DomainEvent<'ProgressRecorded', DataOf<'RecordProgress'>>
  | DomainEvent<'StageCompleted', DataOf<'CompleteStage'> & { name: string }>
  | DomainEvent<'ItemRevised', DataOf<'ReviseItem'> & { content: RecordedContent }>
  | DomainEvent<'LookAgainDue', Record<never, never>>
  | DomainEvent<'ItemClosed', { summary?: string }>;
