import type { Context } from 'hono';
import type { Filled } from '../components/field.tsx';

/** What a browser sent, by field name. Files are never asked for, so they are left out. */
export type Sent = Readonly<Record<string, string | readonly string[]>>;

export async function readForm(c: Context): Promise<Sent> {
  const body = await c.req.parseBody({ all: true });
  const texts = Object.entries(body).flatMap(([name, value]) => {
    const list = (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string');
    return list.length === 0 ? [] : [[name, list.length === 1 ? (list[0] ?? '') : list] as const];
  });
  return Object.fromEntries(texts);
}

/** The single value of a field, trimmed; empty when it was not sent. */
export function one(sent: Sent, name: string): string {
  const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/** Every value of a field, without empty ones. */
export function many(sent: Sent, name: string): readonly string[] {
  const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
  const list = typeof value === 'string' ? [value] : (value ?? []);
  return list.map((text) => text.trim()).filter((text) => text !== '');
}

/** `{ [key]: text }` for a field that was filled in, nothing otherwise: an optional field is absent, never empty. */
export const given = <Key extends string>(
  sent: Sent,
  key: Key,
  name: string = key,
): { readonly [K in Key]?: string } => {
  const text = one(sent, name);
  return text === '' ? {} : ({ [key]: text } as { readonly [K in Key]?: string });
};

/** A whole number, or what was written, so that the schema can say what is wrong with it. */
export function whole(sent: Sent, name: string): number | string | undefined {
  const text = one(sent, name);
  if (text === '') return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

export const emptyForm = (values: Filled['values'] = {}): Filled => ({ values, errors: [] });

/** Files that were ticked; nothing when there are none. */
export function filesIn(sent: Sent, name: string, as = name): Readonly<Record<string, readonly string[]>> {
  const ids = many(sent, name);
  return ids.length > 0 ? { [as]: ids } : {};
}
