import { endOfDay, type Instant } from '../kernel/time.ts';

import type { ApprovalStepName, Matter } from '../organisation/policy.ts';
import { stillConsulted } from './consulting.ts';
import { missingParts } from './life-meeting.ts';
import { isHeldBack, lookAgainDay } from './release.ts';
import { isOnline } from './showing.ts';
import { type Item, inWork, onShow, pendingReleases, stagesOf, standing, type Version } from './state.ts';

/** Work for the people whom the record names, or for whoever holds the seats that the policy gives such work to. */
export interface Errand<Kind extends string = ItemErrand> {
  readonly kind: Kind;
  readonly people?: readonly string[];
  /** Since when it waits; may lie ahead, e.g. for the proof of a meeting that is planned. */
  readonly since: Instant;
  readonly due?: Instant;
  /** Name of the stage that is to be completed. */
  readonly stage?: string;
}

export type ItemErrand =
  | 'provide-content'
  | 'submit'
  | 'amend'
  | 'settle-findings'
  | 'record-proof'
  | 'complete-stage'
  | 'complete-parts'
  | 'look-again';

/** What of a version settles who decides on it, once the organisation is known. */
export interface Passage {
  readonly authors: readonly string[];
  readonly content: { readonly matter: Matter; readonly sensitive?: boolean | undefined };
  readonly approvals: readonly { readonly step: ApprovalStepName }[];
  readonly review?: { readonly by: string };
  /** Present when it goes up, whatever the chain says. */
  readonly escalated?: unknown;
}

/** A verdict that the item waits for. */
export interface Decision {
  readonly kind: 'review' | 'approve';
  readonly since: Instant;
  readonly on: Passage;
  /** Members who are heard first. From `until` on nobody waits for those who stayed silent. */
  readonly hearing?: { readonly silent: readonly string[]; readonly since: Instant; readonly until: Instant };
}

/**
 * What a stream says of its next steps by itself. Whose they are is for the organisation of the moment to say: see
 * `tasksNow`. So a card may keep it, and no change of an office or of a rule makes it untrue.
 */
export type Wait<Kind extends string = ItemErrand> = Errand<Kind> | Decision;

/** What the item waits for from people; what happens by itself is no wait. */
export function waitsOf(item: Item): readonly Wait[] {
  if (item.closed) return [];
  return [
    ...workingWaits(inWork(item)),
    ...proofWaits(standing(item)),
    ...stageWaits(item),
    ...partWaits(item),
    ...lookAgainWaits(item),
  ];
}

function workingWaits(version: Version | undefined): readonly Wait[] {
  switch (version?.stage) {
    case 'drafted':
      return draftWaits(version);
    case 'returned':
      return [{ kind: 'amend', people: version.authors, since: version.returned?.at ?? version.proposedAt }];
    case 'submitted': {
      const since = version.submittedAt ?? version.proposedAt;
      const review = { kind: 'review' as const, since, on: passageOf(version) };
      return version.findings ? [...findingWaits(version, since), review] : [];
    }
    case 'reviewed':
      return approvalWaits(version);
    default:
      return [];
  }
}

function draftWaits({ content: { provider }, proposedBy, proposedAt: since }: Version): readonly Wait[] {
  const by = provider.kind === 'person' ? { people: [provider.person] } : {};
  return [
    { kind: 'provide-content', ...by, since },
    { kind: 'submit', people: [proposedBy], since },
  ];
}

const findingWaits = ({ findings = [] }: Version, since: Instant): readonly Wait[] =>
  findings.some((finding) => !finding.settled) ? [{ kind: 'settle-findings', since }] : [];

/** Findings come before the approval, since they block it. */
function approvalWaits(version: Version): readonly Wait[] {
  const reviewedAt = version.review?.at ?? version.proposedAt;
  const findings = findingWaits(version, reviewedAt);
  if (findings.length > 0) return findings;
  const since = version.approvals.at(-1)?.at ?? reviewedAt;
  return [{ kind: 'approve', since, on: passageOf(version), ...hearingOf(version) }];
}

function hearingOf(version: Version): Pick<Decision, 'hearing'> {
  const { consultation } = version;
  if (!consultation) return {};
  const { at, deadline } = consultation;
  const silent = stillConsulted(version, at);
  return silent.length > 0 ? { hearing: { silent, since: at, until: deadline } } : {};
}

const passageOf = ({ authors, content, approvals, review, escalated }: Version): Passage => ({
  authors: [...new Set(authors)],
  content: { matter: content.matter, ...(content.sensitive && { sensitive: true }) },
  approvals: approvals.map(({ step }) => ({ step })),
  ...(review && { review: { by: review.by } }),
  ...(escalated && { escalated: true }),
});

/** Later than every instant of the record. */
const FOR_EVER: Instant = '9999-12-31T23:59:59.999Z';

/** Audiences that only an offline form reaches, once their turn has come. */
function proofWaits(version: Version | undefined): readonly Wait[] {
  if (!version) return [];
  const [next] = pendingReleases(version)
    .filter(({ audience }) => !isOnline(version, audience) && !isHeldBack(version, audience, FOR_EVER))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return next ? [{ kind: 'record-proof', since: next.from }] : [];
}

function stageWaits(item: Item): readonly Wait[] {
  const next = stagesOf(item).find((stage) => stage.completedOn === undefined);
  const since = onShow(item)?.releases[0]?.at;
  if (!next || since === undefined) return [];
  return [{ kind: 'complete-stage', since, due: endOfDay(next.plannedOn), stage: next.name }];
}

/** A 民主生活会 is told of in three parts; while one is missing and nobody works on it, it is asked for (ZH-07). */
function partWaits(item: Item): readonly Wait[] {
  const shown = onShow(item);
  const since = shown?.releases[0]?.at;
  if (!shown || since === undefined || inWork(item)) return [];
  return missingParts(shown.content).length > 0 ? [{ kind: 'complete-parts', since }] : [];
}

function lookAgainWaits(item: Item): readonly Wait[] {
  const since = item.lookAgainRaised ? lookAgainDay(item) : undefined;
  return since === undefined ? [] : [{ kind: 'look-again', since }];
}
