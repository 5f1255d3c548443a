import { toldAt } from '../../../domain/item/release.ts';
import { type Item, latest, pendingReleases, type Version } from '../../../domain/item/state.ts';
import { AUDIENCES, type Audience } from '../../../domain/kernel/audience.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { APPROVAL_STEPS } from '../../../domain/organisation/policy.ts';
import type { Reader } from '../../../domain/visibility.ts';
import type { Tenants } from '../tenancy.ts';
import { type Doer, doerOf } from './names.ts';

/** One step of the way from proposal to closing. */
export interface Step {
  readonly step:
    | 'proposed'
    | 'submitted'
    | 'returned'
    | 'reviewed'
    | 'consulted'
    | 'escalated'
    | 'approved'
    | 'withheld'
    | 'released'
    | 'withdrawn'
    | 'expired'
    | 'closed';
  readonly name: string;
  /** Absent while the step lies ahead. */
  readonly at?: Instant;
  /** When a step that lies ahead is planned. */
  readonly plannedAt?: Instant;
  readonly audience?: Audience;
  readonly by?: Doer;
}

const AUDIENCE_NAMES: Record<Audience, string> = {
  named: '向特定对象公开',
  party: '党内公开',
  unit: '本单位公开',
  public: '向社会公开',
};

/** How one version came to where it is, in time order, with the releases that are still to come at the end. */
export function timelineOf(item: Item, version: Version, tenants: Tenants, reader: Reader): readonly Step[] {
  const by = (person: string, at: Instant) => ({ at, by: doerOf(tenants, reader, person, at) });
  const { review, consultation, returned, escalated, withdrawn } = version;
  const isFirst = version.number === 1;
  const past: Step[] = [
    {
      step: 'proposed',
      name: isFirst ? '提出' : '提出再公开',
      ...by(version.proposedBy, version.proposedAt),
    },
  ];
  if (returned) past.push({ step: 'returned', name: '退回修改', ...by(returned.by, returned.at) });
  if (version.submittedAt) past.push({ step: 'submitted', name: '提交审核', at: version.submittedAt });
  if (review) past.push({ step: 'reviewed', name: '审核与保密审查', ...by(review.by, review.at) });
  if (consultation) past.push({ step: 'consulted', name: '征求意见', at: consultation.at });
  if (escalated) past.push({ step: 'escalated', name: '提请上级审批', ...by(escalated.by, escalated.at) });
  for (const { step, by: person, at } of version.approvals) {
    past.push({ step: 'approved', name: APPROVAL_STEPS[step], ...by(person, at) });
  }
  if (version.stage === 'withheld' && version.approvedAt) {
    past.push({ step: 'withheld', name: '决定不予公开', at: version.approvedAt });
  }
  for (const release of version.releases) {
    const { audience } = release;
    past.push({ step: 'released', name: AUDIENCE_NAMES[audience], at: toldAt(release), audience });
  }
  if (withdrawn) past.push({ step: 'withdrawn', name: '撤下', ...by(withdrawn.by, withdrawn.at) });
  if (version.expiredAt) past.push({ step: 'expired', name: '公开期满', at: version.expiredAt });
  if (item.closed && version === latest(item)) {
    past.push({ step: 'closed', name: '办结', ...by(item.closed.by, item.closed.at) });
  }
  return [
    ...past.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : a.at === b.at ? 0 : 1)),
    ...ahead(version),
  ];
}

const ahead = (version: Version): Step[] =>
  pendingReleases(version)
    .toSorted((a, b) => AUDIENCES.indexOf(a.audience) - AUDIENCES.indexOf(b.audience))
    .map(({ audience, from }) => ({
      step: 'released',
      name: AUDIENCE_NAMES[audience],
      audience,
      plannedAt: from,
    }));
