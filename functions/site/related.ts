import type { ItemCard } from '../../domain/item/card.ts';
import { faceFor } from '../../domain/item/for-reader.ts';
import type { ItemReading } from '../shell/reading/item-reading.ts';
import { rowsUnder } from '../shell/reading/rows.ts';
import type { Place } from './frames.ts';
import type { ItemProps } from './pages/item.tsx';
import type { SiteServices } from './services.ts';

/** The other half of a pair, as far as the reader may see it: the plan of a result, the results of a plan. */
export async function relatedTo(
  { readings, views }: Pick<SiteServices, 'readings' | 'views'>,
  { scope, reader }: Pick<Place, 'scope' | 'reader'>,
  { id, shown }: ItemReading,
): Promise<ItemProps['related']> {
  const pair = shown?.content.pair;
  const hrefOf = (other: string) => `/o/${scope.organisation}/items/${other}`;
  if (pair?.part === 'result') {
    const plan = await readings.items.one(scope, pair.plan, reader).catch(() => undefined);
    if (!plan?.shown) return [];
    return [{ href: hrefOf(plan.id), relation: '对应的计划', title: plan.shown.content.title }];
  }
  if (pair?.part !== 'plan') return [];
  const results: { href: string; relation: string; title: string }[] = [];
  for await (const row of rowsUnder(views, scope.partition('ITEM'))) {
    const card = row.card as ItemCard;
    if (card.pair?.part !== 'result' || card.pair.plan !== id) continue;
    const face = faceFor(reader, card);
    if (face) results.push({ href: hrefOf(card.id), relation: '落实结果', title: face.title });
  }
  return results;
}
