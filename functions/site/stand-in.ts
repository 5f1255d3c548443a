import type { Audience } from '../../domain/kernel/audience.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { type Reader, stranger } from '../../domain/visibility.ts';

/** For whom something may hang on a wall, widest first. Named people have no wall. */
export const WALLS = ['public', 'unit', 'party'] as const satisfies readonly Audience[];
export type Wall = (typeof WALLS)[number];

export const isWall = (text: string): text is Wall => (WALLS as readonly string[]).includes(text);

/**
 * Who stands before a sheet of paper on the wall of an audience. What the person who prints it may see beyond that does
 * not get onto the paper. The name is nobody's, since ids hold no `#`. Undefined when the person does not belong there.
 */
export function standInFor(wall: Wall, reader: Reader): Reader | undefined {
  const visitor = stranger(reader.organisation);
  if (wall === 'public') return visitor;
  const colleague = { ...visitor, person: '#wall', staff: true };
  if (wall === 'unit') return reader.staff || reader.partyMember ? colleague : undefined;
  return reader.partyMember ? { ...colleague, partyMember: true } : undefined;
}

/** @throws Refusal `not-signed-in`; `not-found` for who does not belong there */
export const requireStandIn = (wall: Wall, reader: Reader): Reader =>
  standInFor(wall, reader) ?? refuse(reader.person === undefined ? 'not-signed-in' : 'not-found');
