/**
 * Reads the environment of a function once, at start. A missing or empty variable stops the function with its name,
 * not later with a puzzling request.
 */
export function readEnv<const Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`missing in the environment: ${missing.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Record<Name, string>;
}
