import { DEFAULT_DOCUMENT_TYPES } from '../../domain/catalogue/document-types.ts';
import { DEFAULT_FORMS } from '../../domain/catalogue/forms.ts';
import type { CatalogueRow } from '../../domain/catalogue/row.ts';
import { effectiveRows, findRow } from '../../domain/catalogue/state.ts';
import { fileHistory, type StoredFile } from '../../domain/file/state.ts';
import type { ItemCommand, ItemCommandType, ItemFacts } from '../../domain/item/commands.ts';
import type { ItemContent } from '../../domain/item/content.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { itemDecider } from '../../domain/item/item.ts';
import { type ItemState, latest, published } from '../../domain/item/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { procedureFacts } from './item-procedure.ts';
import { linkedItems } from './linked-items.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { OpenOpinions } from './open-opinions.ts';
import { Tenancy } from './tenancy.ts';
import type { Vocabularies } from './vocabularies.ts';

/** A command on an item, without what the record itself supplies. */
export type ItemRequest = Omit<Request<ItemCommand, ItemState>, 'stream' | 'facts' | 'type'> & {
  readonly type: ItemCommandType;
};

/** Issues commands on the items of one organisation, whoever they come from: an API call, a page, or an event. */
export class ItemCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #opinions: OpenOpinions | undefined;
  readonly #vocabularies: Pick<Vocabularies, 'current'> | undefined;

  /**
   * @param opinions without which nothing can be closed
   * @param vocabularies without which a text is held against the usual forms and types, whatever the district has made of them
   */
  constructor(
    log: Log,
    aggregates: Aggregates,
    opinions?: OpenOpinions,
    vocabularies?: Pick<Vocabularies, 'current'>,
  ) {
    this.#log = log;
    this.#vocabularies = vocabularies;
    this.#opinions = opinions;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
  }

  issue(scope: OrgScope, id: string, request: ItemRequest): Promise<Outcome<ItemState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, itemDecider, {
      ...request,
      stream: scope.stream('ITEM', id),
      facts: async (item): Promise<ItemFacts> => {
        const isClosing = request.type === 'CloseItem';
        const [tenants, row, resultDisclosed, files, opinions, words, procedure, linked] = await Promise.all([
          this.#tenancy.tenants(scope),
          NEEDS_ROW.has(request.type) ? this.#row(scope, request, item) : undefined,
          isClosing && this.#isResultOf(scope, id, request.data),
          this.#files(scope, request, item),
          isClosing ? this.#opinions?.on(scope, id) : undefined,
          NEEDS_FORMS.has(request.type) ? this.#vocabularies?.current() : undefined,
          this.#procedure(scope, request, item),
          request.type === 'ScreenItem' ? this.#linked(scope, id, item) : undefined,
        ]);
        return {
          ...tenants,
          ...(row && { row }),
          resultDisclosed,
          ...procedure,
          ...(linked && { linked }),
          files,
          ...(opinions && { opinions }),
          vocabulary: words?.forms ?? DEFAULT_FORMS,
          documentTypes: words?.documentTypes ?? DEFAULT_DOCUMENT_TYPES,
        };
      },
    });
  }

  /** A new text needs a row in force; an item that was disclosed under a row keeps it when the row is dropped. */
  async #row(
    scope: OrgScope,
    request: ItemRequest,
    item: Promise<ItemState>,
  ): Promise<CatalogueRow | undefined> {
    const [{ state: rows }, state] = await Promise.all([loadCatalogue(this.#aggregates, scope), item]);
    const content = contentOf(request);
    if (content) return effectiveRows(rows).find(({ id }) => id === content.row);
    return state && findRow(rows, latest(state).content.row);
  }

  async #linked(scope: OrgScope, id: string, item: Promise<ItemState>) {
    const state = await item;
    return state && linkedItems(this.#aggregates, scope, latest(state).content, id);
  }

  /** For commands that hold a text against how its matter came about. */
  async #procedure(scope: OrgScope, request: ItemRequest, item: Promise<ItemState>) {
    if (!NEEDS_ROW.has(request.type) && request.type !== 'ApproveItem') return {};
    const brought = contentOf(request);
    const state = brought ? undefined : await item;
    const content = brought ?? (state && latest(state).content);
    return content ? procedureFacts(this.#aggregates, scope, content) : {};
  }

  /** What the command names, or the content that it holds against the rules. */
  async #files(
    scope: OrgScope,
    request: ItemRequest,
    item: Promise<ItemState>,
  ): Promise<Readonly<Record<string, StoredFile>>> {
    const ids = namedFiles(request) ?? (ABOUT_FILES.has(request.type) ? filesIn(await item) : []);
    const found = await Promise.all(
      ids.map(async (id) => {
        const { state } = await this.#aggregates.load(scope.stream('FILE', id), fileHistory);
        return [id, state] as const;
      }),
    );
    return Object.fromEntries(found.filter((entry): entry is [string, StoredFile] => entry[1] !== undefined));
  }

  /** The item that a closing names as the result says so itself, and has been disclosed. */
  async #isResultOf(scope: OrgScope, plan: string, data: ItemRequest['data']): Promise<boolean> {
    const { result } = data as { result?: string };
    if (result === undefined) return false;
    const { state } = await this.#aggregates.load(scope.stream('ITEM', result), itemHistory);
    const version = state && published(state);
    const pair = version?.content.pair;
    return pair?.part === 'result' && pair.plan === plan && !version?.withdrawn;
  }
}

/** Commands that hold a text against its row of the catalogue. */
const NEEDS_ROW: ReadonlySet<ItemCommandType> = new Set([
  'ProposeItem',
  'AmendItem',
  'SubmitItem',
  'ReviseItem',
]);

/** Commands that look at what a form can do: besides those, the one that says where an item will be on a page. */
const NEEDS_FORMS: ReadonlySet<ItemCommandType> = new Set([...NEEDS_ROW, 'ApproveItem']);

/** Commands that look into the files of the content as it is. */
const ABOUT_FILES: ReadonlySet<ItemCommandType> = new Set(['SubmitItem', 'ScreenItem', 'TimePassed']);

const filesIn = (state: ItemState): readonly string[] => (state && latest(state).content.attachments) ?? [];

/** Undefined for commands that name none and bring no content. */
function namedFiles(request: ItemRequest): readonly string[] | undefined {
  if (request.type === 'RecordProof') return (request.data as { files?: string[] }).files ?? [];
  const content = contentOf(request);
  return content && (content.attachments ?? []);
}

/** The content that the command brings along; other commands are about the content the item has. */
function contentOf({ type, data }: ItemRequest): ItemContent | undefined {
  if (type === 'ProposeItem' || type === 'AmendItem') return data as ItemContent;
  if (type === 'ReviseItem') return (data as { content: ItemContent }).content;
  return undefined;
}
