import { cardOfFile, type FileCard } from '../../../domain/file/card.ts';
import { fileHistory, type StoredFile } from '../../../domain/file/state.ts';
import type { Item, Proof } from '../../../domain/item/state.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { itemFilesKey } from '../view-keys.ts';

export interface FileReading extends FileCard {
  readonly id: string;
}

/** A file that the reader may get. */
export interface OpenFile {
  readonly id: string;
  readonly file: StoredFile;
}

/** More than any item has; what is older is no longer offered. */
const MOST_LISTED = 100;

/** Of the proofs, and of the content that is shown; everything that the item ever named for those who work on it. */
export function filesNamedBy(
  attachments: readonly string[] | undefined,
  proofs: readonly Pick<Proof, 'files'>[],
  work: Item | undefined,
): readonly string[] {
  const everything = work?.versions.flatMap(({ content }) => content.attachments ?? []) ?? [];
  const all = [...(attachments ?? []), ...proofs.flatMap(({ files }) => files ?? []), ...everything];
  return [...new Set(all)];
}

export async function filesById(
  aggregates: Aggregates,
  scope: OrgScope,
  ids: readonly string[],
): Promise<readonly FileReading[]> {
  const found = await Promise.all(ids.map((id) => fileById(aggregates, scope, id)));
  return found.flatMap((file, index) => (file ? [{ id: ids[index] as string, ...cardOfFile(file) }] : []));
}

export async function fileById(
  aggregates: Aggregates,
  scope: OrgScope,
  id: string,
): Promise<StoredFile | undefined> {
  return (await aggregates.load(scope.stream('FILE', id), fileHistory)).state;
}

/** What was uploaded for an item, last first. */
export async function uploadsFor(
  views: Views,
  scope: OrgScope,
  item: string,
): Promise<readonly FileReading[]> {
  const { rows } = await views.listIndex('board', itemFilesKey(scope.organisation, item), {
    limit: MOST_LISTED,
    newestFirst: true,
  });
  return rows.map(({ sk, card }) => ({ id: sk, ...(card as FileCard) }));
}
