import type { Tense } from '../item/state.ts';
import type { Errand } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { type Day, endOfDay, type Instant, startOfDay } from '../kernel/time.ts';
import type { Shown } from '../visibility.ts';
import { type Decision, isDone, outcomeOf } from './state.ts';
import { currentStep, decidedAt, discloseBy, leadOver, tenseOfDecision } from './steps.ts';
import type { StepName } from './vocabulary.ts';

export const DECISION_TASKS = {
  'take-notice': '事先预告',
  'take-deliberation': '登记会前酝酿',
  'take-consultation': '征求意见',
  'take-publicity': '决策前公示',
  'take-meeting': '登记会议讨论',
  'take-vote': '登记票决结果',
  'take-disclosure': '公示决策结果',
  'take-tracking': '分工落实并核实',
  'implement-action': '落实决策事项',
} as const satisfies Record<`take-${StepName}` | 'implement-action', string>;
export type DecisionTaskKind = keyof typeof DECISION_TASKS;

/** What somebody still has to do by a day. */
export interface OpenAction {
  readonly number: number;
  readonly task: string;
  readonly assignee: string;
  readonly dueOn: Day;
}

/** A decision in a list. */
export interface DecisionCard extends Pick<Decision, 'matter' | 'hot' | 'sensitive' | 'audience' | 'named'> {
  readonly id: string;
  readonly organisation: OrganisationId;
  /** Its title. */
  readonly decision: string;
  readonly proposedAt: Instant;
  /** Its audience may know of it. */
  readonly announced: boolean;
  readonly tense: Tense;
  /** Whose turn it is; absent when it is over. */
  readonly step?: StepName;
  readonly outcome?: 'adopted' | 'rejected';
  readonly decidedAt?: Instant;
  readonly withdrawn: boolean;
  readonly skipped: readonly StepName[];
  /** The item that disclosed its result. */
  readonly item?: string;
  readonly openActions: readonly OpenAction[];
  readonly waits: readonly Errand<DecisionTaskKind>[];
}

export function decisionCardOf(
  decision: Decision,
  { id, organisation }: Pick<DecisionCard, 'id' | 'organisation'>,
): DecisionCard {
  const { title, matter, hot, sensitive, audience, named, proposed, disclosure, withdrawn } = decision;
  const step = currentStep(decision);
  const outcome = outcomeOf(decision);
  const at = decidedAt(decision);
  return {
    id,
    organisation,
    decision: title,
    matter,
    hot,
    sensitive,
    audience,
    named,
    proposedAt: proposed.at,
    announced: isAnnounced(decision),
    tense: tenseOfDecision(decision),
    ...(step !== undefined && { step }),
    ...(outcome !== undefined && { outcome }),
    ...(at !== undefined && { decidedAt: at }),
    withdrawn: withdrawn !== undefined,
    skipped: Object.keys(decision.skipped) as StepName[],
    ...(disclosure && { item: disclosure.item }),
    openActions: openActions(decision),
    waits: waitsOf(decision, step),
  };
}

/** Its audience hears of it with the notice, or once that was left out. */
export const isAnnounced = ({ notice, skipped }: Decision): boolean =>
  notice !== undefined || skipped.notice !== undefined;

/** To whom the decision may be shown. */
export const decisionShown = (
  organisation: string,
  { audience, named, announced }: Pick<DecisionCard, 'audience' | 'named' | 'announced'>,
): Shown => ({ organisation, onShow: announced, releases: [{ audience, online: true }], named });

function openActions({ actions, implemented, skipped, withdrawn }: Decision): readonly OpenAction[] {
  if (implemented || skipped.tracking || withdrawn) return [];
  return actions
    .filter((action) => !isDone(action))
    .map(({ number, task, assignee, dueOn }) => ({ number, task, assignee, dueOn }));
}

function waitsOf(decision: Decision, step: StepName | undefined): readonly Errand<DecisionTaskKind>[] {
  const actions = openActions(decision).map(
    ({ assignee, dueOn, number }): Errand<DecisionTaskKind> => ({
      kind: 'implement-action',
      people: [assignee],
      since: decision.actions[number - 1]?.assignedAt ?? decision.proposed.at,
      due: endOfDay(dueOn),
    }),
  );
  return step === undefined ? actions : [turnOf(decision, step), ...actions];
}

function turnOf(decision: Decision, step: StepName): Errand<DecisionTaskKind> {
  const { proposed, notice, publicity, actions } = decision;
  const kind = `take-${step}` as const;
  const since = lastRecordedAt(decision);
  if (step === 'meeting') {
    const times = [since, notice && startOfDay(leadOver(decision)), publicity && endOfDay(publicity.until)];
    const from =
      times
        .filter((time) => time !== undefined)
        .toSorted()
        .at(-1) ?? proposed.at;
    return { kind, since: from, ...(notice && { due: laterOf(from, endOfDay(notice.meetingOn)) }) };
  }
  const by = step === 'disclosure' ? discloseBy(decision) : undefined;
  if (step === 'tracking') {
    const due = actions
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1);
    return { kind, since, ...(due !== undefined && { due: endOfDay(due) }) };
  }
  return { kind, since, ...(by !== undefined && { due: endOfDay(by) }) };
}

const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** When the last step was taken or left out. */
function lastRecordedAt({ proposed, skipped, ...decision }: Decision): Instant {
  const { notice, deliberation, rounds, publicity, meeting, vote, disclosure } = decision;
  const records = [notice, deliberation, ...rounds, publicity, meeting, vote, disclosure];
  const times = [...records, ...Object.values(skipped)].map((record) => record?.at ?? proposed.at);
  return [proposed.at, ...times].toSorted().at(-1) as Instant;
}
