import { CATALOGUE_ID, catalogue as catalogueDecider } from '../../domain/catalogue/catalogue.ts';
import { DEFAULT_FORMS } from '../../domain/catalogue/forms.ts';
import { effectiveRows, findRow } from '../../domain/catalogue/state.ts';
import type { ItemCommand, ItemCommandType, ItemFacts } from '../../domain/item/commands.ts';
import type { ItemContent } from '../../domain/item/content.ts';
import { itemDecider } from '../../domain/item/item.ts';
import { type ItemState, latest } from '../../domain/item/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

/** A command on an item, without what the record itself supplies. */
export type ItemRequest = Omit<Request<ItemCommand, ItemState>, 'stream' | 'facts' | 'type'> & {
  readonly type: ItemCommandType;
};

/** Issues commands on the items of one organisation, whoever they come from: an API call, a page, or an event. */
export class ItemCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;

  constructor(log: Log, aggregates: Aggregates) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
  }

  issue(scope: OrgScope, id: string, request: ItemRequest): Promise<Outcome<ItemState>> {
    const tenants = this.#tenancy.tenants(scope);
    const catalogue = this.#aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogueDecider);
    // They run beside the item's own read. Without this a rejection before they are awaited would end the process.
    tenants.catch(() => {});
    catalogue.catch(() => {});
    return execute({ log: this.#log, aggregates: this.#aggregates }, itemDecider, {
      ...request,
      stream: scope.stream('ITEM', id),
      facts: async (state): Promise<ItemFacts> => {
        const { state: rows } = await catalogue;
        const content = contentOf(request);
        // A new text needs a row in force; an item that was disclosed under a row keeps it when the row is dropped.
        const row = content
          ? effectiveRows(rows).find(({ id }) => id === content.row)
          : state && findRow(rows, latest(state).content.row);
        return { ...(await tenants), ...(row && { row }), vocabulary: DEFAULT_FORMS };
      },
    });
  }
}

/** The content that the command brings along; other commands are about the content the item has. */
function contentOf({ type, data }: ItemRequest): ItemContent | undefined {
  if (type === 'ProposeItem' || type === 'AmendItem') return data as ItemContent;
  if (type === 'ReviseItem') return (data as { content: ItemContent }).content;
  return undefined;
}
