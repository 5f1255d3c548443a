import { itemId } from '../known-ids.ts';
import type { Calendar } from '../life.ts';
import { seatsFrom } from '../organisations.ts';
import type { Errand, Errands } from './errand.ts';

/** Somebody outside the staff who keeps an eye on disclosure. */
interface Supervisor {
  readonly id: string;
  readonly name: string;
  readonly partyMember: boolean;
  readonly source: string;
}

/** A term of two years from the beginning of this one. */
const appointed = (as: string, supervisors: readonly Supervisor[], calendar: Calendar): readonly Errand[] => [
  {
    label: 'supervisors',
    as,
    operation: 'registerPeople',
    body: { people: supervisors.map(({ source: _, ...person }) => ({ ...person, staff: false })) },
  },
  ...supervisors.map(({ id, source }) => ({
    label: `supervisor-${id}`,
    as,
    operation: 'fillSeat',
    body: {
      body: 'supervisors',
      position: 'member',
      person: id,
      source,
      from: seatsFrom(calendar),
      until: `${Number(calendar.year) + 2}-01-01`,
    },
  })),
];

/** Supervisors of three sources, and an example that everybody can learn from. */
export const chengjiangSupervisors: Errands = (calendar) => [
  ...appointed(
    'fang-lan',
    [
      { id: 'tang-muyun', name: '唐慕云', partyMember: true, source: 'retired-cadre' },
      { id: 'jin-yuanshan', name: '金远山', partyMember: true, source: 'delegate' },
      { id: 'zhu-qinghe', name: '祝清和', partyMember: false, source: 'society' },
    ],
    calendar,
  ),
  {
    label: 'example-congress',
    as: 'fang-lan',
    operation: 'markExample',
    body: {
      organisation: 'xinglan',
      item: itemId('xinglan', 'congress'),
      note: '议题、代表构成和提案立案情况一次说清，意见答复及时，可供各校参照。',
    },
  },
];

export const xinglanSupervisors: Errands = (calendar) =>
  appointed(
    'fang-lan',
    [
      { id: 'cen-wan', name: '岑婉', partyMember: false, source: 'parent' },
      { id: 'shao-bowen', name: '邵伯文', partyMember: true, source: 'retired-cadre' },
    ],
    calendar,
  );

export const yunxiSupervisors: Errands = (calendar) =>
  appointed(
    'fang-lan',
    [{ id: 'lu-zhiqiu', name: '陆知秋', partyMember: false, source: 'parent' }],
    calendar,
  );
