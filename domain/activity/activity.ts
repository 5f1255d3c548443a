import type { Decider } from '../kernel/decider.ts';
import { requireSeat } from '../organisation/authority.ts';
import type { ActivityCommand } from './commands.ts';
import type { ActivityEvent } from './events.ts';
import { attend, book, planReception } from './receiving.ts';
import { record } from './recording.ts';
import { refuse } from './refusals.ts';
import { type ActivityState, activityHistory } from './state.ts';

/** 活动台帐: meetings, trainings, publicity, reception days and readings, with who was there. */
export const activityDecider: Decider<ActivityCommand, ActivityEvent, ActivityState> = {
  ...activityHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: ActivityCommand, state: ActivityState): readonly ActivityEvent[] {
  switch (command.type) {
    case 'RecordActivity':
    case 'PlanReception':
      requireRecorder(command);
      if (state) refuse('activity-exists');
      return command.type === 'PlanReception'
        ? planReception(command)
        : record(command, command.facts.reader.organisation);
    case 'BookReception':
      return book(command, state ?? refuse('activity-unknown'));
    case 'RecordAttendance':
      requireRecorder(command);
      return attend(command, state ?? refuse('activity-unknown'));
    case 'WithdrawActivity':
      requireRecorder(command);
      if ((state ?? refuse('activity-unknown')).withdrawn) refuse('activity-withdrawn');
      return [{ type: 'ActivityWithdrawn', data: command.data }];
  }
}

/** Whoever prepares disclosures, and the supervisors, one of whose duties is to publicise (HZ-44). */
const requireRecorder = ({ actor, facts: { organisation }, now }: ActivityCommand): string =>
  requireSeat(actor, organisation, [...organisation.policy.proposers, { body: 'supervision-group' }], now);
