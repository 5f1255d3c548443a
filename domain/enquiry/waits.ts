import type { Passage } from '../item/waits.ts';
import { endOfDay, type Instant } from '../kernel/time.ts';
import { passageOf } from './deciding.ts';
import { involvedIn } from './outcome.ts';
import { decisionOf, type Enquiry, legNow, type Standstill } from './state.ts';

/** What somebody has to do next on a case, as pages name it. */
export const ENQUIRY_TASKS = {
  'propose-decision': '提出依申请公开办理意见',
  'approve-decision': '审批依申请公开',
  'approve-for-school': '代下级组织审批',
  'resume-clock': '征求意见后恢复计时',
  'disclose-enquiry': '向申请人公开',
  'settle-promotion': '研究是否列入公开目录',
  'decide-complaint': '处理依申请公开申诉',
} as const;

/** What a case says of its next step by itself; whose turn it is, the organisation of the moment says. */
export type EnquiryWait =
  | {
      readonly kind: 'propose-decision' | 'resume-clock' | 'disclose-enquiry' | 'settle-promotion';
      readonly owner: string;
      /** The owner belongs to the superior organisation. */
      readonly above?: true;
      readonly since: Instant;
      readonly due?: Instant;
    }
  | {
      readonly kind: 'approve-decision';
      readonly passage: Passage;
      readonly since: Instant;
      readonly due?: Instant;
    }
  | {
      readonly kind: 'decide-complaint';
      readonly barred: readonly string[];
      readonly since: Instant;
      readonly due?: Instant;
    };

export function enquiryWaits(enquiry: Enquiry): readonly EnquiryWait[] {
  const { stage, standstill, complaint, disclosure, promotion } = enquiry;
  const leg = legNow(enquiry);
  const due = leg ? { due: endOfDay(leg.due) } : {};
  switch (stage) {
    case 'to-approve':
      return [{ ...openWait(enquiry), ...due }];
    case 'paused':
      return standstill ? [resumeWait(enquiry, standstill)] : [];
    case 'decided':
      return [{ kind: 'disclose-enquiry', ...ownerOf(enquiry), since: decidedAt(enquiry), ...due }];
    case 'complained': {
      const since = complaint?.at ?? enquiry.registeredAt;
      return [{ kind: 'decide-complaint', barred: involvedIn(enquiry), since, ...due }];
    }
    case 'closed':
      return disclosure && !promotion
        ? [{ kind: 'settle-promotion', ...ownerOf(enquiry), since: disclosure.at }]
        : [];
    default:
      return [];
  }
}

function openWait(enquiry: Enquiry): EnquiryWait {
  const { proposal, asker, passed, returned, registeredAt } = enquiry;
  if (!proposal)
    return { kind: 'propose-decision', ...ownerOf(enquiry), since: returned?.at ?? registeredAt };
  const passage = passageOf({ proposedBy: proposal.by, asker }, proposal, passed);
  return { kind: 'approve-decision', passage, since: passed.at(-1)?.at ?? proposal.at };
}

const resumeWait = (enquiry: Enquiry, { at, until }: Standstill): EnquiryWait => ({
  kind: 'resume-clock',
  ...ownerOf(enquiry),
  since: at,
  due: endOfDay(until),
});

const decidedAt = (enquiry: Enquiry): Instant => decisionOf(enquiry)?.decidedAt ?? enquiry.registeredAt;

const ownerOf = ({ owner = '', ownerAbove }: Enquiry) => ({
  owner,
  ...(ownerAbove && { above: ownerAbove }),
});
