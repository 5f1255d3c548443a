/** One test for each field. A field that may be absent has a test that takes undefined. */
export type Fields<Message> = { readonly [Name in keyof Message]-?: (value: unknown) => boolean };

/**
 * Checks what our own functions send each other, and keeps the fields that are asked for. What people send is checked
 * by schemas, which answer with sentences; a consumer that never shows one does without loading them.
 *
 * @throws Error naming every field that is missing or wrong
 */
export function readMessage<Message extends object>(fields: Fields<Message>, value: unknown): Message {
  const given = (value ?? {}) as Partial<Record<keyof Message, unknown>>;
  const names = Object.keys(fields) as (keyof Message & string)[];
  const wrong = names.filter((name) => !fields[name](given[name]));
  if (wrong.length > 0) throw new Error(`a message whose fields are missing or wrong: ${wrong.join(', ')}`);
  const kept = names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]);
  return Object.fromEntries(kept) as Message;
}

export const isText = (value: unknown): boolean => typeof value === 'string';

export const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** An instant in UTC: the form that events, ticks and messages have. */
export const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));
