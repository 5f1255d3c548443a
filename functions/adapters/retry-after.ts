/**
 * Seconds that an answer asks us to wait: `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3).
 *
 * @param now milliseconds since 1970
 */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  // `Date.parse` takes almost anything for a date, `-5` for instance; each date of HTTP names its weekday.
  const date = /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
