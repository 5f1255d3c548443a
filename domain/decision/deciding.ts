import { dayOf, epochOf, startOfDay } from '../kernel/time.ts';
import type { DecisionCommandOf } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import { requirePast, requirePeople, requireTurn } from './guards.ts';
import { refuse } from './refusals.ts';
import { isCarried, isGrave, isQuorum } from './rules.ts';
import type { Decision } from './state.ts';
import { CHOICES, type Choice, QUORUMS } from './vocabulary.ts';

const DAY_MS = 86_400_000;

/** 坚持集体讨论决定 (LY-17). A meeting that was not announced in time is recorded as such (TZ-25). */
export function recordMeeting(
  command: DecisionCommandOf<'RecordMeeting'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireTurn(decision, 'meeting');
  if (decision.meeting) refuse('decision-step-over', { step: '会议讨论' });
  const { data } = command;
  const { heldOn, entitled, present, outcome } = data;
  const { notice, publicity } = decision;
  requirePast(heldOn, command, 'heldOn');
  if (publicity && heldOn <= publicity.until)
    refuse('publicity-running', { field: 'heldOn', until: publicity.until });
  if (present > entitled) refuse('meeting-heads-wrong', { field: 'present', most: entitled });
  if (isGrave(decision) && outcome !== 'to-vote') refuse('vote-required', { field: 'outcome' });
  if (outcome !== 'to-vote') requireQuorum(decision, present, entitled);
  const leadMs = notice && epochOf(startOfDay(heldOn)) - epochOf(startOfDay(dayOf(notice.at)));
  const lead = leadMs === undefined ? {} : { leadDays: Math.max(0, Math.round(leadMs / DAY_MS)) };
  return [{ type: 'DecisionDiscussed', data: { ...data, ...lead } }];
}

/** 票决: of a secret ballot the totals only, and nobody's name (TZ-28). */
export function recordVote(
  { data, facts }: DecisionCommandOf<'RecordVote'>,
  decision: Decision,
): readonly DecisionEvent[] {
  requireTurn(decision, 'vote');
  const { meeting } = decision;
  if (decision.vote || meeting?.outcome !== 'to-vote') return refuse('decision-step-over', { step: '票决' });
  const { entitled, present: most } = meeting;
  const { secret, present, yes, no, abstain, names } = data;
  if (present > most) refuse('meeting-heads-wrong', { field: 'present', most });
  requireQuorum(decision, present, entitled);
  if (yes + no + abstain !== present) refuse('ballots-do-not-add-up', { field: 'yes', present });
  if (names && secret) refuse('ballot-secret', { field: 'names' });
  if (names) checkNames(names, data);
  requirePeople(names?.map(({ person }) => person) ?? [], facts.organisation, 'names.#.person');
  const carried = isCarried(decision.rules.majority, { yes, present, entitled });
  return [{ type: 'DecisionVoted', data: { ...data, carried } }];
}

function requireQuorum({ rules: { quorum } }: Decision, present: number, entitled: number): void {
  if (!isQuorum(quorum, present, entitled))
    refuse('below-quorum', { field: 'present', present, entitled, quorum: QUORUMS[quorum] });
}

type Vote = DecisionCommandOf<'RecordVote'>['data'];

function checkNames(names: NonNullable<Vote['names']>, totals: Vote): void {
  const agrees = (Object.keys(CHOICES) as Choice[]).every(
    (choice) => names.filter((each) => each.choice === choice).length === totals[choice],
  );
  if (!agrees || new Set(names.map(({ person }) => person)).size < names.length)
    refuse('ballot-names-wrong', { field: 'names' });
}
