import type * as z from 'zod/mini';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day } from '../kernel/time.ts';
import type { seatRule } from './seat-rule.ts';
import type { SupervisorSource } from './supervisors.ts';

/** Where people sit for disclosure; 中文 names are how pages show them. */
export const BODIES = {
  'leading-group': '党务公开领导小组',
  office: '党务公开办公室',
  'supervision-group': '党务公开监督小组',
  'working-group': '党务公开工作小组',
  /** 书记 and those beside them: not a body of disclosure, but who answers for it first of all (TZ-04). */
  'party-committee': '党组织班子',
  /** 监督员, appointed from outside for a term (HZ-41, TZ-21). */
  supervisors: '党务公开监督员',
  /** Posts that one person fills: 新闻发言人, 信息联络员, and who was seconded to do the daily work (TZ-05, LY-06). */
  posts: '党务公开专岗',
} as const;
export type Body = keyof typeof BODIES;

export const POSITIONS = {
  head: '组长',
  deputy: '副组长',
  member: '成员',
  spokesperson: '新闻发言人',
  liaison: '信息联络员',
  editor: '专职工作人员',
} as const;
export type Position = keyof typeof POSITIONS;

const GROUP = ['head', 'deputy', 'member'] as const satisfies readonly Position[];

/** Which seats there are in each body. */
export const POSITIONS_IN: Readonly<Record<Body, readonly Position[]>> = {
  'leading-group': GROUP,
  office: GROUP,
  'supervision-group': GROUP,
  'working-group': GROUP,
  'party-committee': GROUP,
  supervisors: ['member'],
  posts: ['spokesperson', 'liaison', 'editor'],
};

/** A dated seat in a body. One person may hold several at once; a past one stays for the record (DF-02, XH-04). */
export interface Seat {
  readonly body: Body;
  readonly position: Position;
  readonly person: string;
  readonly from: Day;
  /** First day on which the seat is no longer held; absent while it is held without a term. */
  readonly until?: Day | undefined;
  /** Id of the place in the body that the person fills, where the body has been laid out in places. */
  readonly place?: string | undefined;
  /** Of a supervisor: whom they were chosen from (TZ-06). */
  readonly source?: SupervisorSource | undefined;
  /** The organisation they belong to themselves, which they therefore do not inspect (XH-05). */
  readonly unit?: OrganisationId | undefined;
}

/** Which seat of whom, whenever it is held. */
export type SeatIdentity = Pick<Seat, 'body' | 'position' | 'person'>;

/** A place in a body, there before anybody fills it: "member, ex officio the 组织委员" (ZH-02). */
export interface Place {
  readonly id: string;
  readonly position: Position;
  /** Of which office whoever fills it is the holder; absent where a person is chosen as such. */
  readonly office?: string | undefined;
}

/** How a body is made up: its places, and for an office the unit that it sits in (XH-03). */
export interface Layout {
  readonly places: readonly Place[];
  readonly host?: string | undefined;
}

export type SeatRule = z.infer<typeof seatRule>;

/** Bodies whose seats are called otherwise than 组长, 副组长 and 成员. */
const TITLES: Partial<Record<Body, Partial<Record<Position, string>>>> = {
  office: { head: '主任', deputy: '副主任' },
  'party-committee': { head: '书记', deputy: '副书记', member: '委员' },
  supervisors: { member: '' },
};

/** What a place in the body is called without the name of the body: 主任, 书记, 组长. */
export const positionTitle = (body: Body, position: Position): string =>
  TITLES[body]?.[position] ?? POSITIONS[position];

/** The seat with its body: 党务公开办公室主任, 党组织书记, 信息联络员. */
export function seatTitle({ body, position }: { body: Body; position?: Position | undefined }): string {
  if (position === undefined) return `${BODIES[body]}任一成员`;
  if (body === 'posts') return POSITIONS[position];
  const name = body === 'party-committee' ? '党组织' : BODIES[body];
  return `${name}${positionTitle(body, position)}`;
}

export const seatMatches = (seat: Seat, rule: SeatRule): boolean =>
  seat.body === rule.body && (rule.position === undefined || seat.position === rule.position);

export const isHeld = (seat: Pick<Seat, 'from' | 'until'>, on: Day): boolean =>
  seat.from <= on && (seat.until === undefined || on < seat.until);

/** True when there is a day on which both are held. A term that ends before it begins has none. */
export const overlap = (one: Pick<Seat, 'from' | 'until'>, other: Pick<Seat, 'from' | 'until'>): boolean =>
  (other.until === undefined || one.from < other.until) &&
  (one.until === undefined || other.from < one.until) &&
  !isNever(one) &&
  !isNever(other);

const isNever = ({ from, until }: Pick<Seat, 'from' | 'until'>): boolean =>
  until !== undefined && until <= from;

export const isSameSeat = (seat: SeatIdentity, other: SeatIdentity): boolean =>
  seat.body === other.body && seat.position === other.position && seat.person === other.person;

/** The one of a person's terms in a seat that can still be ended: the one without an end, or else the last. */
export function endable(seats: readonly Seat[], identity: SeatIdentity): Seat | undefined {
  const theirs = seats.filter((seat) => isSameSeat(seat, identity));
  return (
    theirs.find(({ until }) => until === undefined) ??
    theirs.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1)).at(-1)
  );
}
