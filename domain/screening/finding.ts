export type FindingKind = 'resident-id' | 'mobile' | 'landline' | 'bank-card' | 'address';

/**
 * Personal data found in a text. It never holds the clear value, so it may be stored, shown and logged.
 * Offsets are in UTF-16 units of the text that was screened, `end` exclusive.
 */
export interface Finding {
  readonly kind: FindingKind;
  /** The field that was screened, as the caller named it. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** What to publish instead, exactly `end - start` units long: masking one finding moves no other. */
  readonly masked: string;
}

/** Where something is, and how much of it may be shown. */
export interface Match {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  /** What stays readable at the beginning and at the end of the mask. */
  readonly head: string;
  readonly tail: string;
}

export const maskOf = ({ start, end, head, tail }: Match): string =>
  head + '*'.repeat(end - start - head.length - tail.length) + tail;
