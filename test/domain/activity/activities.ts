import { activityDecider } from '../../../domain/activity/activity.ts';
import type {
  ActivityCommandOf,
  ActivityCommandType,
  ActivityFacts,
} from '../../../domain/activity/commands.ts';
import type { Activity, ActivityState } from '../../../domain/activity/state.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import { given } from '../../support/decider.ts';
import { at, NOW, organisation, person, SCHOOL } from '../item/school.ts';

export const TEACHER: Reader = { ...stranger('dongfang'), person: 'teacher-qian', staff: true };
export const MEMBER: Reader = { ...TEACHER, person: 'wu', partyMember: true };
export const NEIGHBOUR: Reader = { ...stranger('dongfang'), person: 'neighbour' };

export const FACTS: ActivityFacts = {
  organisation: SCHOOL,
  units: {
    dongfang: SCHOOL,
    below: organisation('分校', [['deng', 'leading-group', 'head']]),
  },
  items: ['item-one'],
  reader: { ...MEMBER, person: 'li', official: true },
};

export interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  readonly facts?: Partial<ActivityFacts>;
}

/** A command by the head of the office, on Tuesday 1 September 2026 at nine, unless a test says otherwise. */
export const issue = <Type extends ActivityCommandType>(
  type: Type,
  data: ActivityCommandOf<Type>['data'],
  { by = person('li'), now = NOW, facts = {} }: Circumstances = {},
): ActivityCommandOf<Type> =>
  ({ type, data, now, actor: by, facts: { ...FACTS, ...facts } }) as ActivityCommandOf<Type>;

type Recorded = ActivityCommandOf<'RecordActivity'>['data'];

/** A mobilisation of all members. */
export const MEETING: Recorded = {
  kind: 'meeting',
  meeting: { type: 'mobilisation', layer: 'members' },
  title: '党务公开动员部署会',
  heldOn: '2026-09-01',
  attendance: { members: 12, guests: 2 },
  participants: [],
  items: [],
};
export const record = (changes: Partial<Recorded> = {}, when?: Circumstances) =>
  issue('RecordActivity', { ...MEETING, ...changes }, when);

/** A kind that is no meeting. */
export const other = (kind: Recorded['kind'], changes: Partial<Recorded> = {}): Recorded => {
  const { meeting: _, ...rest } = MEETING;
  return { ...rest, kind, ...changes };
};

/** Three times of twenty minutes from nine o'clock on the tenth. */
export const DAY = {
  title: '书记接待日',
  host: 'zhou',
  place: '党员活动室',
  audience: 'public' as const,
  startsAt: at('2026-09-10 09:00'),
  slotMinutes: 20,
  slots: 3,
};
export const nothing = () => given(activityDecider);
export const planned = (changes: Partial<typeof DAY> = {}) =>
  nothing().when(issue('PlanReception', { ...DAY, ...changes }));
export const book = (
  slot: number,
  reader: Reader,
  { booking = `booking-${slot}`, now = NOW, ...said }: { booking?: string; now?: string; name?: string } = {},
) =>
  issue(
    'BookReception',
    { slot, ...said },
    {
      by: { kind: 'system', name: 'visitor' },
      now,
      facts: { reader, booking },
    },
  );

export const activityOf = (state: ActivityState): Activity => {
  if (!state) throw new Error('there is no activity');
  return state;
};
