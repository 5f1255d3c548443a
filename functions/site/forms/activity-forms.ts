import { fromLocalInput } from '../dates.ts';
import { given, many, one, type Sent, whole } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** Lines of the form that an item may be named on. */
export const ITEM_LINES = 3;

/** A participant as a checkbox names them: of the organisation itself unless another one stands behind the @. */
export const participantValue = (person: string, organisation?: string): string =>
  organisation === undefined ? person : `${person}@${organisation}`;

function participantIn(value: string) {
  const [person = '', organisation] = value.split('@');
  return { person, ...(organisation !== undefined && { organisation }) };
}

const toRecord = ({ id }: { readonly id: string }, page: string): string => page.replace(/record$/, id);

/** What is entered in the log. */
export const RECORD_FORMS: OperationForms = {
  record: {
    operation: 'recordActivity',
    read: (sent) => {
      const kind = one(sent, 'record.kind');
      return {
        kind,
        ...(kind === 'meeting' && {
          meeting: { type: one(sent, 'record.meeting.type'), layer: one(sent, 'record.meeting.layer') },
        }),
        ...(kind === 'training' && { aims: many(sent, 'record.aims') }),
        title: one(sent, 'record.title'),
        heldOn: one(sent, 'record.heldOn'),
        ...given(sent, 'place', 'record.place'),
        audience: one(sent, 'record.audience'),
        attendance: attendanceIn(sent),
        participants: many(sent, 'record.participants').map(participantIn),
        ...given(sent, 'minutes', 'record.minutes'),
        items: Array.from({ length: ITEM_LINES }, (_, line) => one(sent, `record.items.${line}`)).filter(
          (item) => item !== '',
        ),
      };
    },
    done: '已登记。',
    next: toRecord,
  },
  reception: {
    operation: 'planReception',
    read: (sent) => ({
      title: one(sent, 'reception.title'),
      host: one(sent, 'reception.host'),
      place: one(sent, 'reception.place'),
      audience: one(sent, 'reception.audience'),
      startsAt: fromLocalInput(one(sent, 'reception.startsAt')) ?? one(sent, 'reception.startsAt'),
      slotMinutes: whole(sent, 'reception.slotMinutes'),
      slots: whole(sent, 'reception.slots'),
    }),
    done: '接待日已安排，可以预约。',
    next: toRecord,
  },
};

function attendanceIn(sent: Sent): object {
  const counts = ['members', 'masses', 'guests'].map(
    (group) => [group, whole(sent, `record.attendance.${group}`)] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count !== undefined));
}

/** What is done about one of them later. */
export const ACTIVITY_FORMS: OperationForms = {
  ...RECORD_FORMS,
  attend: {
    operation: 'recordAttendance',
    read: (sent) => ({
      booking: one(sent, 'attend.booking'),
      came: one(sent, 'attend.came') === 'yes',
      ...given(sent, 'note', 'attend.note'),
    }),
    done: '到访情况已登记。',
  },
  withdraw: {
    operation: 'withdrawActivity',
    read: (sent) => ({ reason: one(sent, 'withdraw.reason') }),
    done: '已撤销。',
  },
};
