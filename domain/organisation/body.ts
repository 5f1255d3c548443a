import type * as z from 'zod/mini';
import type { Day } from '../kernel/time.ts';
import type { seatRule } from './seat-rule.ts';

/** Bodies that every organisation forms for disclosure; 中文 names are how pages show them. */
export const BODIES = {
  'leading-group': '党务公开领导小组',
  office: '党务公开办公室',
  'supervision-group': '党务公开监督小组',
  'working-group': '党务公开工作小组',
} as const;
export type Body = keyof typeof BODIES;

export const POSITIONS = { head: '组长', deputy: '副组长', member: '成员' } as const;
export type Position = keyof typeof POSITIONS;

/** A dated place in a body. One person may hold several at once; a past one stays for the record (DF-02, XH-04). */
export interface Seat {
  readonly body: Body;
  readonly position: Position;
  readonly person: string;
  readonly from: Day;
  /** First day on which the seat is no longer held; absent while it is. */
  readonly until?: Day;
}

export type SeatRule = z.infer<typeof seatRule>;

/** 党务公开办公室 heads and deputies are called 主任 and 副主任. */
export function seatTitle(seat: { body: Body; position?: Position | undefined }): string {
  if (seat.position === undefined) return `${BODIES[seat.body]}任一成员`;
  const title =
    seat.body === 'office'
      ? { head: '主任', deputy: '副主任', member: '成员' }[seat.position]
      : POSITIONS[seat.position];
  return `${BODIES[seat.body]}${title}`;
}

export const seatMatches = (seat: Seat, rule: SeatRule): boolean =>
  seat.body === rule.body && (rule.position === undefined || seat.position === rule.position);

export const isHeld = (seat: Seat, on: Day): boolean =>
  seat.from <= on && (seat.until === undefined || on < seat.until);
