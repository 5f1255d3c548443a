import type { Context } from 'hono';
import type { Opening } from '../shell/read-counts.ts';

/** What a request says of itself, as far as it tells readers from machines. */
export const openingOf = (c: Context): Opening => ({
  agent: c.req.header('user-agent'),
  purpose: c.req.header('sec-purpose'),
});
