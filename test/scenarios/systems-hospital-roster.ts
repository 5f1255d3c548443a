import type { RosterRow } from '../../domain/roster/columns.ts';
import { DISTRICT, PEOPLE } from '../support/school.ts';

export const HOSPITAL = 'fuyou';
export const WARDS: readonly string[] = [1, 2, 3, 4, 5, 6].map((number) => `ward-${number}`);

const IN_EACH = 22;
/** Members of the first branch who work for the committee. */
const STAFF: Readonly<Record<string, string>> = {
  [PEOPLE.clerk]: '周敏',
  [PEOPLE.office]: '林慧',
  [PEOPLE.head]: '陈光',
  [PEOPLE.deputy]: '马远',
};

/** Whoever leads a branch. */
export const secretaryOf = (ward: string): string => `${ward}-1`;

/** Members of a branch with their names, its secretary first. */
export function membersOf(ward: string): readonly (readonly [id: string, name: string])[] {
  const staff = ward === WARDS[0] ? Object.entries(STAFF) : [];
  const others = Array.from(
    { length: IN_EACH - staff.length },
    (_, n) => [`${ward}-${n + 1}`, `党员${n + 1}`] as const,
  );
  return [...others, ...staff];
}

const seat = (body: string, position: string): RosterRow => ({ body, position, from: '2026-01-01' });

const SEATS: Readonly<Record<string, RosterRow>> = {
  [PEOPLE.clerk]: seat('党务公开办公室', '成员'),
  [PEOPLE.office]: seat('党务公开办公室', '主任'),
  [PEOPLE.head]: seat('党务公开领导小组', '组长'),
  [PEOPLE.deputy]: seat('党务公开领导小组', '组长'),
  ...Object.fromEntries(WARDS.map((ward) => [secretaryOf(ward), seat('党务公开领导小组', '成员')])),
};

const COMMITTEE: RosterRow = {
  unit: HOSPITAL,
  unitName: '市妇幼保健院党委',
  shortName: '妇幼保健院',
  kind: '党委',
  superior: DISTRICT,
};
const branchOf = (ward: string): RosterRow => ({
  unit: ward,
  unitName: `第${WARDS.indexOf(ward) + 1}党支部`,
  shortName: `第${WARDS.indexOf(ward) + 1}支部`,
  kind: '党支部',
  superior: HOSPITAL,
});

/** 连云港市妇幼保健院: a committee that has all 132 members on its own roster, and six branches (LY-01). */
export const hospitalRoster = (): readonly RosterRow[] => [
  ...WARDS.flatMap(membersOf).map((member) => rowOf(COMMITTEE, member, SEATS[member[0]])),
  ...WARDS.map(branchOf),
];

/** The same members, on the rosters of their branches. */
export const branchRoster = (): readonly RosterRow[] =>
  WARDS.flatMap((ward) =>
    membersOf(ward).map((member) =>
      rowOf(branchOf(ward), member, member[0] === secretaryOf(ward) ? seat('党务公开办公室', '主任') : {}),
    ),
  );

const rowOf = (
  unit: RosterRow,
  [person, name]: readonly [id: string, name: string],
  held: RosterRow = {},
): RosterRow => ({ ...unit, person, name, partyMember: '是', staff: '是', ...held });
