import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { ActivityCommandOf, ActivityCommandType } from './commands.ts';

type DataOf<Type extends ActivityCommandType> = ActivityCommandOf<Type>['data'];

/** Somebody who took part, and of which organisation. */
export interface Participant {
  readonly person: string;
  readonly organisation: OrganisationId;
}

export type ActivityEvent =
  | DomainEvent<
      'ActivityRecorded',
      Omit<DataOf<'RecordActivity'>, 'audience' | 'participants'> & {
        audience: Audience;
        participants: readonly Participant[];
      }
    >
  | DomainEvent<'ReceptionPlanned', Omit<DataOf<'PlanReception'>, 'audience'> & { audience: Audience }>
  | DomainEvent<
      'ReceptionBooked',
      {
        booking: string;
        slot: number;
        /** Who had signed in. */
        person?: string;
        /** As whoever had not wants to be called. */
        name?: string;
        subject?: string;
      }
    >
  | DomainEvent<'AttendanceRecorded', DataOf<'RecordAttendance'>>
  | DomainEvent<'ActivityWithdrawn', DataOf<'WithdrawActivity'>>;
