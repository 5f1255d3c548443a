import * as z from 'zod';

/**
 * Reads the environment of a function once, at start. A missing or empty variable stops the function with its name,
 * not later with a puzzling request.
 */
export function readEnv<const Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const shape = Object.fromEntries(names.map((name) => [name, z.string().min(1)]));
  return z.object(shape).parse(process.env) as Record<Name, string>;
}
