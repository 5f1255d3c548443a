import { versionFor } from '../item/for-reader.ts';
import type { ItemState } from '../item/state.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import { maySee, type Reader } from '../visibility.ts';
import type { Feedback } from './state.ts';

/**
 * Who may hear what became of an opinion: whoever sees the item that it is about, by the one rule there is. The outcome
 * of a word to the organisation as such goes to the audience that its closing names, its own people where it names none.
 *
 * @param item that the opinion is about; undefined when it is about none
 */
export function mayHear(
  reader: Reader,
  organisation: OrganisationId,
  { item: about, closed }: Pick<Feedback, 'item' | 'closed'>,
  item: ItemState,
): boolean {
  if (about !== undefined) return item !== undefined && versionFor(reader, item, organisation) !== undefined;
  const audience = closed?.audience ?? 'unit';
  return maySee(reader, { organisation, onShow: true, releases: [{ audience, online: true }] });
}

/** People who have to do with the opinion though they hold no seat: they may open it to do their part. */
export const isInvolved = (
  { owner, raised, rectification }: Pick<Feedback, 'owner' | 'raised' | 'rectification'>,
  person: string,
): boolean => owner === person || rectification?.owner === person || (raised?.to.includes(person) ?? false);
