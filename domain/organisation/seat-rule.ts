import * as z from 'zod/mini';
import { BODIES, type Body, POSITIONS, type Position } from './body.ts';

/** Seats by what they are, not by who sits there: "the head of the leading group", "anybody in the office". */
export const seatRule = z.strictObject({
  body: z.enum(Object.keys(BODIES) as [Body, ...Body[]]),
  /** Any position of the body when absent. */
  position: z.optional(z.enum(Object.keys(POSITIONS) as [Position, ...Position[]])),
});
