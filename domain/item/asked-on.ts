import { type Item, inWork } from './state.ts';

/**
 * Whose help an item needs while a version of it is in work: the person who provides its content (DF-22) and the members
 * who are consulted on it (DF-23). Once it is decided on, they read it like everybody else.
 */
export function askedOn(item: Item): readonly string[] {
  const version = inWork(item);
  if (!version) return [];
  const { provider } = version.content;
  return [...(provider.kind === 'person' ? [provider.person] : []), ...(version.consultation?.members ?? [])];
}
