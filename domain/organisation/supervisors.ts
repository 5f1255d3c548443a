import type { OrganisationId } from '../kernel/scope.ts';
import type { Day } from '../kernel/time.ts';
import { isHeld, type Seat } from './body.ts';

/** Whom supervisors are chosen from (TZ-06, TZ-21, XH-05). */
export const SUPERVISOR_SOURCES = {
  delegate: '两代表一委员',
  'discipline-committee': '纪委委员',
  'own-office': '机关',
  school: '学校、幼儿园',
  'subordinate-unit': '下属事业单位',
  enterprise: '所属企业',
  'retired-cadre': '离退休老干部',
  'staff-representative': '教职工（职工）代表',
  parent: '家长代表',
  society: '社会人士',
} as const;
export type SupervisorSource = keyof typeof SUPERVISOR_SOURCES;

/** Whoever has none of their own is to have one at the least. */
const FEWEST_SUPERVISORS = 1;

/** Bodies whose people supervise: the group, and those appointed beside it. */
const isSupervisory = ({ body }: Seat): boolean => body === 'supervision-group' || body === 'supervisors';

/** How many supervisors there have to be (TZ-06: a figure of each organisation). */
export const supervisorsNeeded = ({
  supervisorsAtLeast,
}: {
  supervisorsAtLeast?: number | undefined;
}): number => supervisorsAtLeast ?? FEWEST_SUPERVISORS;

/** 监督员 whose term runs on the day, each once. */
export const supervisorsOn = (seats: readonly Seat[], today: Day): ReadonlySet<string> =>
  new Set(
    seats.filter((seat) => seat.body === 'supervisors' && isHeld(seat, today)).map(({ person }) => person),
  );

/** What is known of an organisation that is to be inspected. */
interface Inspected {
  readonly id: OrganisationId;
  readonly people: Readonly<Record<string, unknown>>;
}

/**
 * Who of the supervising organisation may inspect the other one on the day: its supervisors, except those who belong
 * to it, be it that their seat says so or that its roster does (XH-05: nobody inspects their own school).
 */
export function inspectorsFor(seats: readonly Seat[], inspected: Inspected, today: Day): ReadonlySet<string> {
  const held = seats.filter((seat) => isSupervisory(seat) && isHeld(seat, today));
  const conflicted = new Set(held.filter(({ unit }) => unit === inspected.id).map(({ person }) => person));
  return new Set(
    held
      .map(({ person }) => person)
      .filter((person) => !conflicted.has(person) && !Object.hasOwn(inspected.people, person)),
  );
}
