import { stepsTo } from '../duty/climb.ts';
import { addDays, type Day, dayOf } from '../kernel/time.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { answerClock } from './clocks.ts';
import type { FeedbackCommand, FeedbackCommandOf } from './commands.ts';
import type { FeedbackEvent } from './events.ts';
import { isLeader, leadersAt, requireOffice } from './handlers.ts';
import { refuse } from './refusals.ts';
import type { Feedback } from './state.ts';

export function classify(
  command: FeedbackCommandOf<'ClassifyFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  requireOffice(command);
  return feedback.class === command.data.class ? [] : [{ type: 'FeedbackClassified', data: command.data }];
}

/** By the office, the leader it was put to, or the function that finds whoever is accountable for the item. */
export function assign(
  command: FeedbackCommandOf<'AssignFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  if (command.actor.kind === 'person' && !isLeader(command, feedback)) requireOffice(command);
  if (feedback.answer) refuse('already-answered');
  return assignedTo(command.data, feedback, command);
}

type Assignment = FeedbackCommandOf<'AssignFeedback'>['data'];

/** @param prefix of the fields, where the assignment is part of something larger */
export function assignedTo(
  { owner, department, dueOn: wanted }: Assignment,
  before: Pick<Feedback, 'owner' | 'department' | 'dueOn'>,
  command: FeedbackCommand,
  prefix = '',
): readonly FeedbackEvent[] {
  const { organisation } = command.facts;
  if (!isOnRoster(organisation, owner))
    refuse('owner-not-on-roster', { field: `${prefix}owner`, person: owner });
  if (wanted !== undefined) checkDueDay(wanted, before, command, `${prefix}dueOn`);
  const dueOn = wanted ?? before.dueOn;
  const isMoved = dueOn !== before.dueOn;
  if (owner === before.owner && department === before.department && !isMoved) return [];
  return [
    {
      type: 'FeedbackAssigned',
      data: {
        owner,
        ...(department !== undefined && { department }),
        dueOn,
        ...(isMoved && { steps: stepsTo(dueOn, command.facts, command.now) }),
      },
    },
  ];
}

/** Passing it on to somebody else does not buy time, unless the day has gone by already. */
function checkDueDay(
  dueOn: Day,
  before: Pick<Feedback, 'owner' | 'dueOn'>,
  command: FeedbackCommand,
  field: string,
): void {
  const earliest = dayOf(command.now);
  const last = before.owner === undefined ? answerClock(command).dueOn : before.dueOn;
  const latest = [earliest, last].toSorted().at(-1) ?? last;
  if (dueOn < earliest || dueOn > latest) refuse('due-day-out-of-range', { field, earliest, latest });
}

/** 呈报领导: the leader is told at once, and may answer it or hand it on. */
export function raise(
  command: FeedbackCommandOf<'RaiseFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  requireOffice(command);
  if (feedback.answer) refuse('already-answered');
  if (feedback.raised) refuse('raised-already');
  const to = leadersAt(command.facts, command.now);
  return [{ type: 'FeedbackRaised', data: { reason: command.data.reason, to } }];
}

/** Two that say the same of the same item are handled once; both hear of it. */
export function merge(
  command: FeedbackCommandOf<'MergeFeedback'>,
  feedback: Feedback,
): readonly FeedbackEvent[] {
  requireOffice(command);
  if (feedback.answer) refuse('already-answered');
  const target = command.facts.into?.state ?? refuse('merge-unknown', { field: 'into' });
  if (target.item !== feedback.item || target.kind !== feedback.kind)
    refuse('merge-elsewhere', { field: 'into' });
  const isHead = feedback.duplicates.length > 0;
  if (target.into !== undefined || target.closed || isHead) refuse('merge-settled', { field: 'into' });
  return [{ type: 'FeedbackMerged', data: command.data }];
}

/** On the side of the one that stays: it counts those that came to it, and those who left them hear of it. */
export function takeDuplicate(
  { data }: FeedbackCommandOf<'TakeDuplicate'>,
  { duplicates }: Feedback,
): readonly FeedbackEvent[] {
  return duplicates.includes(data.id) ? [] : [{ type: 'DuplicateTaken', data }];
}

/** A day ahead that is not out of sight. */
export function requireAhead(dueOn: Day, { now }: FeedbackCommand, field: string): void {
  const earliest = dayOf(now);
  const latest = addDays(earliest, 365);
  if (dueOn < earliest || dueOn > latest) refuse('due-day-out-of-range', { field, earliest, latest });
}
