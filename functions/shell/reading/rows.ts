import type { ViewRow, Views } from '../../adapters/views.ts';

const PAGE = 200;

/** Every row of a view whose key begins with the prefix, page by page. */
export async function* rowsUnder(
  views: Pick<Views, 'list'>,
  pk: string,
  prefix = '',
): AsyncGenerator<ViewRow> {
  let after: string | undefined;
  do {
    const page = await views.list(pk, { limit: PAGE, after, prefix });
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}
