import { findRow } from '../../../domain/catalogue/state.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import type { ItemEvent } from '../../../domain/item/events.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { faceFor } from '../../../domain/item/for-reader.ts';
import { type HalfPair, halfPairs } from '../../../domain/item/pairs.ts';
import type { ItemState } from '../../../domain/item/state.ts';
import { type Commit, openCommit, type SealedCommit } from '../../../domain/kernel/commit.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import {
  type FileReading,
  fileById,
  filesById,
  filesNamedBy,
  type OpenFile,
  uploadsFor,
} from './file-reading.ts';
import { itemCards } from './item-cards.ts';
import { type ItemReading, readItem } from './item-reading.ts';
import type { Sources } from './sources.ts';

/** Items, and the files that belong to them. */
export class ItemReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /**
   * The item as the reader may see it, from the record itself.
   * @param version number of an older version to read instead of the one on show
   * @throws Refusal `not-found`, also when the reader may not know of it
   */
  async one(scope: OrgScope, id: string, reader: Reader, version?: number): Promise<ItemReading> {
    const { log, aggregates, tenancy, calendars } = this.#sources;
    const [commits, tenants, { state }, { calendar }] = await Promise.all([
      log.read(scope.stream('ITEM', id)).then((sealed) => sealed.map(openCommit)),
      tenancy.tenants(scope),
      loadCatalogue(aggregates, scope),
      calendars.current(),
    ]);
    const item = foldItem(commits) ?? refuse('not-found');
    const { name, shortName } = tenants.organisation;
    const source = {
      id,
      organisation: { id: scope.organisation, name, shortName },
      item,
      streamVersion: commits.length,
      commits,
      tenants,
      row: findRow(state, item.versions.at(-1)?.content.row ?? ''),
      calendar,
    };
    const reading = readItem(source, reader, version) ?? refuse('not-found');
    const ids = filesNamedBy(reading.shown?.content.attachments, reading.proofs, reading.work?.item);
    return { ...reading, files: await filesById(aggregates, scope, ids) };
  }

  /** Every item whatever its state, in no order, for those who work here. @throws Refusal `not-found` for others */
  async all(scope: OrgScope, reader: Reader): Promise<readonly ItemCard[]> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    return itemCards(this.#sources.views, scope);
  }

  /** The raw commits of an item, with which anybody who works here verifies the chain. @throws Refusal `not-found` */
  async record(scope: OrgScope, id: string, reader: Reader): Promise<readonly SealedCommit[]> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const commits = await this.#sources.log.read(scope.stream('ITEM', id));
    return commits.length > 0 ? commits : refuse('not-found');
  }

  /** Plans without a result and results without a plan, as far as the reader may see them. */
  async halfPairs(scope: OrgScope, reader: Reader): Promise<readonly HalfPairLine[]> {
    const pairs = halfPairs(await itemCards(this.#sources.views, scope));
    return pairs.flatMap(({ card, missing }) => {
      const title = mayWork(reader, scope.organisation) ? card.title : faceFor(reader, card)?.title;
      return title === undefined ? [] : [{ id: card.id, title, missing }];
    });
  }

  /**
   * A file of an item, for whoever may see it there now: the reading of the item decides.
   * @throws Refusal `not-found`
   */
  async file(
    scope: OrgScope,
    item: string,
    id: string,
    reader: Reader,
    version?: number,
  ): Promise<OpenFile & { readonly card: FileReading }> {
    const { files } = await this.one(scope, item, reader, version);
    const card = files.find((each) => each.id === id) ?? refuse('not-found');
    const file = (await fileById(this.#sources.aggregates, scope, id)) ?? refuse('not-found');
    return { id, card, file };
  }

  /** What was uploaded for an item, last first. @throws Refusal `not-found` for who does not work on it */
  async uploads(scope: OrgScope, item: string, reader: Reader): Promise<readonly FileReading[]> {
    const { work } = await this.one(scope, item, reader);
    return work ? uploadsFor(this.#sources.views, scope, item) : refuse('not-found');
  }

  /** What became of an upload. @throws Refusal `not-found` for who does not work here */
  async upload(scope: OrgScope, id: string, reader: Reader): Promise<FileReading> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const [file] = await filesById(this.#sources.aggregates, scope, [id]);
    return file ?? refuse('not-found');
  }
}

export interface HalfPairLine extends Pick<HalfPair, 'missing'> {
  readonly id: string;
  readonly title: string;
}

function foldItem(commits: readonly Commit[]): ItemState {
  let item: ItemState;
  for (const { at, by, events } of commits) {
    for (const event of events) item = itemHistory.evolve(item, event as ItemEvent, { at, by });
  }
  return item;
}
