/** 1234.50, as it is typed. */
export const yuanOf = (cents: number): string => (cents / 100).toFixed(2);
