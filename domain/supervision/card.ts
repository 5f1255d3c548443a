import { maskedWords } from '../feedback/card.ts';
import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { type Day, endOfDay, type Instant, startOfDay } from '../kernel/time.ts';
import type { Case } from './case/state.ts';
import type { CaseStage } from './case/vocabulary.ts';
import { type FollowUp, isOpen } from './followup/state.ts';
import type { Standing } from './inspectors.ts';
import type { About } from './steps.ts';
import type { Visit } from './visit/state.ts';
import {
  FOLLOW_UPS,
  type FollowUpKind,
  type FollowUpStage,
  MEANS,
  type Means,
  type Source,
  type VisitStage,
} from './vocabulary.ts';

export const SUPERVISION_TASKS = {
  'record-visit': '记录督查情况',
  'answer-suggestion': '答复监督建议',
  'meet-order': '整改并报告',
  'verify-order': '核验整改',
  'press-follow-up': '催办逾期的督办事项',
  'decide-case': '决定责任追究',
  'consider-appeal': '阅知处理决定（可以申诉）',
  'decide-appeal': '处理申诉',
} as const;
export type SupervisionTaskKind = keyof typeof SUPERVISION_TASKS;

/** Whose turn it is, as far as the record itself says; see `supervisionTasksNow`. */
export interface SupervisionWait extends Errand<SupervisionTaskKind> {
  /** Beside the people named: those who supervise from there, or who prepare disclosures (`office`). */
  readonly by?: Standing | 'office';
  readonly except?: readonly string[];
  /** The people named work above. */
  readonly above?: true;
  /** Whoever decides on this case. */
  readonly on?: Pick<Case, 'person' | 'standing' | 'opened' | 'decision'>;
}

interface Named {
  readonly id: string;
  readonly organisation: OrganisationId;
}

export interface VisitCard extends Named {
  readonly supervision: 'visit';
  readonly title: string;
  readonly means: Means;
  readonly source: Source;
  readonly on: Day;
  readonly visitors: readonly string[];
  readonly stage: VisitStage;
  readonly overdue: boolean;
  readonly heldOn?: Day;
  readonly findings: number;
  /** Difficulties that were solved there and then. */
  readonly solved: number;
  readonly waits: readonly SupervisionWait[];
}

export interface FollowUpCard extends Named {
  readonly supervision: 'follow-up';
  readonly title: string;
  readonly kind: FollowUpKind;
  readonly source: Source;
  readonly stage: FollowUpStage;
  readonly about?: About;
  readonly visit?: string;
  readonly owner?: string;
  readonly issuedAt: Instant;
  readonly dueOn: Day;
  readonly overdue: boolean;
  readonly settledAt?: Instant;
  readonly waits: readonly SupervisionWait[];
}

/** Says neither whom a case is about nor what they did. */
export interface CaseCard extends Named {
  readonly supervision: 'case';
  readonly title: string;
  readonly stage: CaseStage;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly waits: readonly SupervisionWait[];
}

/** A card as lists show it. */
export type LineOf<Card extends SupervisionCard> = Omit<Card, 'supervision' | 'waits'>;

export type SupervisionCard = VisitCard | FollowUpCard | CaseCard;

const TITLE = 40;
const titleOf = (kind: string, text: string): string => {
  const words = [...maskedWords(text).replace(/\s+/g, ' ')];
  return `${kind}：${words.slice(0, TITLE).join('')}${words.length > TITLE ? '…' : ''}`;
};

export function visitCardOf(visit: Visit, named: Named): VisitCard {
  const { means, source, on, purpose, visitors, stage, overdue, held, findings, plannedAt } = visit;
  const above = means === 'self-check' ? {} : { above: true as const };
  const due = endOfDay(on);
  const [, began = plannedAt] = [plannedAt, startOfDay(on)].toSorted();
  return {
    ...named,
    supervision: 'visit',
    title: titleOf(MEANS[means], purpose),
    means,
    source,
    on,
    visitors,
    stage,
    overdue,
    ...(held && { heldOn: held.on }),
    findings: findings.length,
    solved: findings.filter(({ solved }) => solved).length,
    waits:
      stage === 'planned' ? [{ kind: 'record-visit', people: visitors, since: began, due, ...above }] : [],
  };
}

export function followUpCardOf(followUp: FollowUp, named: Named): FollowUpCard {
  const { kind, source, stage, text, about, visit, owner, issued, dueOn, overdue } = followUp;
  const settled = followUp.answer ?? followUp.verified;
  return {
    ...named,
    supervision: 'follow-up',
    title: titleOf(FOLLOW_UPS[kind], text),
    kind,
    source,
    stage,
    ...(about && { about }),
    ...(visit !== undefined && { visit }),
    ...(owner !== undefined && { owner }),
    issuedAt: issued.at,
    dueOn,
    overdue,
    ...(settled && { settledAt: settled.at }),
    waits: isOpen(followUp) ? followUpWaits(followUp) : [],
  };
}

/** Of whoever has to act, and once the day has passed of whoever asked for it as well. */
function followUpWaits(followUp: FollowUp): readonly SupervisionWait[] {
  const { kind, stage, owner = '', issued, returned, report, dueOn, overdue, standing } = followUp;
  const due = endOfDay(dueOn);
  const since = returned?.at ?? issued.at;
  if (stage === 'reported' && report)
    return [
      { kind: 'verify-order', people: [issued.by], by: standing, except: [owner], since: report.at, due },
    ];
  const pressing: SupervisionWait = {
    kind: 'press-follow-up',
    people: [issued.by],
    since: due,
    due,
    ...(standing === 'above' && { above: true }),
  };
  const acting: SupervisionWait =
    kind === 'suggestion'
      ? { kind: 'answer-suggestion', by: 'office', except: [issued.by], since, due }
      : { kind: 'meet-order', people: [owner], since, due };
  return overdue ? [acting, pressing] : [acting];
}

export function caseCardOf(case_: Case, named: Named): CaseCard {
  const { stage, opened, closedAt } = case_;
  return {
    ...named,
    supervision: 'case',
    title: '责任追究案件',
    stage,
    openedAt: opened.at,
    ...(closedAt !== undefined && { closedAt }),
    waits: caseWaits(case_),
  };
}

function caseWaits({ person, standing, opened, decision, appeal, stage }: Case): readonly SupervisionWait[] {
  const on = { person, standing, opened, ...(decision && { decision }) };
  switch (stage) {
    case 'open':
      return [{ kind: 'decide-case', on, since: opened.at }];
    case 'decided':
      return decision
        ? [
            {
              kind: 'consider-appeal',
              people: [person],
              since: decision.at,
              due: endOfDay(decision.appealUntil),
            },
          ]
        : [];
    case 'appealed':
      return appeal ? [{ kind: 'decide-appeal', on, since: appeal.at, due: endOfDay(appeal.dueOn) }] : [];
    case 'closed':
      return [];
  }
}
