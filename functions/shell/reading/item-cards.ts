import type { ItemCard } from '../../../domain/item/card.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Views } from '../../adapters/views.ts';
import { rowsUnder } from './rows.ts';

/** Every item of the organisation, in no order and whatever its state: not for a reader before it is sifted. */
export async function itemCards(views: Pick<Views, 'list'>, scope: OrgScope): Promise<readonly ItemCard[]> {
  const rows = await Array.fromAsync(rowsUnder(views, scope.partition('ITEM')));
  return rows.map((row) => row.card as ItemCard);
}
