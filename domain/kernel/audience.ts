/**
 * Who a matter is disclosed to, from narrowest to widest (2017 regulation on Party-affairs disclosure, its
 * four audiences): 特定对象 < 党内 < 本单位 < 社会.
 */
export const AUDIENCES = ['named', 'party', 'unit', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Negative when `a` is narrower than `b`, zero when equal, positive when wider. */
export function compareAudiences(a: Audience, b: Audience): number {
  return AUDIENCES.indexOf(a) - AUDIENCES.indexOf(b);
}

/** True when everybody in `inner` also belongs to `outer`. Named people are a set of their own. */
export function isWithin(inner: Audience, outer: Audience): boolean {
  return compareAudiences(inner, outer) <= 0;
}

/** 党外: the wider side of "inside the Party first, outside later" (HZ-13, HZ-15). */
export function isOutsideParty(audience: Audience): boolean {
  return compareAudiences(audience, 'party') > 0;
}
