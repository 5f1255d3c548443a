/** Somebody to sign in as while trying the system out. */
export interface Persona {
  readonly sub: string;
  readonly name: string;
  /** What they do, e.g. 办公室主任. */
  readonly description: string;
  /** Personas are listed under it. */
  readonly organisation?: string;
}

export type Personas = readonly Persona[] | (() => readonly Persona[] | Promise<readonly Persona[]>);

export async function listPersonas(personas: Personas): Promise<readonly Persona[]> {
  return typeof personas === 'function' ? await personas() : personas;
}
