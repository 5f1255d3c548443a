import type { SeatRule } from '../../domain/organisation/body.ts';

/** 党务公开办公室: keeps rosters, seats and policy, of its own organisation and of those below it. */
export const ADMINISTRATORS: readonly SeatRule[] = [{ body: 'office' }];
