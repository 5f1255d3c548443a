import { withoutControlCharacters } from '../../domain/control-characters.ts';

/** The same without control characters. A text that is nested too deeply is left to the check after this. */
export function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutControlCharacters(value.replace(/\r\n?/g, '\n'));
  if (typeof value !== 'object' || value === null || depth > 10) return value;
  if (Array.isArray(value)) return value.map((inner) => cleaned(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      withoutControlCharacters(key).trim(),
      cleaned(inner, depth + 1),
    ]),
  );
}
