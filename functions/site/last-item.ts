import type { ItemCard } from '../../domain/item/card.ts';
import type { ItemContent } from '../../domain/item/content.ts';
import { published } from '../../domain/item/state.ts';
import { rowsUnder } from '../shell/reading/rows.ts';
import type { Place } from './frames.ts';
import type { SiteServices } from './services.ts';

/**
 * What was last disclosed under a row, on show or not: a quarter's report has come down when the next one is written.
 * For those who work here; others get nothing.
 */
export async function lastContentOf(
  { views, readings }: Pick<SiteServices, 'views' | 'readings'>,
  { scope, reader }: Place,
  row: string,
): Promise<ItemContent | undefined> {
  let last: ItemCard | undefined;
  for await (const { card: content } of rowsUnder(views, scope.partition('ITEM'))) {
    const card = content as ItemCard;
    const isLater = (card.releasedAt ?? '') > (last?.releasedAt ?? '');
    if (card.row === row && isLater && card.stage !== 'withdrawn') last = card;
  }
  if (!last) return undefined;
  const { work } = await readings.items.one(scope, last.id, reader);
  return work && published(work.item)?.content;
}
