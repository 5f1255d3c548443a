/** Longest texts accepted, in UTF-16 units after trimming. */
export const LIMITS = { name: 60, title: 120, reason: 1_000, note: 2_000, text: 20_000 } as const;
