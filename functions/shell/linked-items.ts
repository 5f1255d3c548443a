import type { ItemContent } from '../../domain/item/content.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { LinkedItem } from '../../domain/item/flaws.ts';
import { addressOf, linksIn } from '../../domain/item/links.ts';
import { faces, type Item } from '../../domain/item/state.ts';
import { AUDIENCES } from '../../domain/kernel/audience.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Aggregates } from './aggregates.ts';

/** As many as a text may reasonably name; further ones are not looked up. */
const MOST = 20;

/** What the items of its own organisation are that a text links to, by id; itself is not among them. */
export async function linkedItems(
  aggregates: Aggregates,
  scope: OrgScope,
  { text }: Pick<ItemContent, 'text'>,
  self: string,
): Promise<Readonly<Record<string, LinkedItem | undefined>>> {
  const ids = linksIn(text)
    .map(({ href }) => addressOf(href))
    .filter((address) => address?.organisation === scope.organisation && address.item !== self)
    .map((address) => address?.item ?? '');
  const known = [...new Set(ids)].slice(0, MOST).map(async (id) => {
    const { state } = await aggregates.load(scope.stream('ITEM', id), itemHistory);
    return [id, state && linkedItem(state)] as const;
  });
  return Object.fromEntries(await Promise.all(known));
}

function linkedItem(item: Item): LinkedItem {
  const up = faces(item);
  const shown = up.flatMap(({ releases }) => releases.filter(({ online }) => online));
  return {
    audience: AUDIENCES.findLast(
      (each) => each !== 'named' && shown.some(({ audience }) => audience === each),
    ),
    files: [
      ...up.flatMap(({ version }) => version.content.attachments ?? []),
      ...item.proofs.flatMap(({ files = [] }) => files),
    ],
  };
}
