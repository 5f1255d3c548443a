import type { RosterRow } from '../../../domain/roster/columns.ts';

/** 46 units, 43 secretaries, 15 deputies, 86 members (QD-02), with the origins that the survey found (QD-03). */
export function communities(): RosterRow[] {
  const row = (unit: number, position: string, serial: number, origin: string): RosterRow => ({
    unit: `community-${String(unit).padStart(2, '0')}`,
    unitName: `第${unit}社区党总支`,
    shortName: `第${unit}社区`,
    kind: '党总支',
    person: `worker-${position === '书记' ? 'h' : position === '副书记' ? 'd' : 'm'}${serial}`,
    name: `工作者${serial}`,
    partyMember: '是',
    staff: '是',
    origin,
    body: '党组织班子',
    position,
    from: '2026-01-01',
  });
  const many = (count: number, make: (serial: number) => RosterRow) =>
    Array.from({ length: count }, (_, n) => make(n));
  return [
    ...many(43, (n) => row(n + 1, '书记', n, n < 41 ? '转岗教师、机关下派' : '其他')),
    ...many(15, (n) => row(n + 1, '副书记', n, n < 14 ? '公开招聘' : '离退休人员')),
    ...many(86, (n) => row((n % 46) + 1, '委员', n, n < 79 ? '公开招聘' : '离退休人员')),
  ];
}
