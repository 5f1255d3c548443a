import { activityHistory } from '../../../domain/activity/state.ts';
import { ACTIVITY_KINDS } from '../../../domain/activity/vocabulary.ts';
import { typeNameOf } from '../../../domain/catalogue/document-types.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { faceFor, versionFor } from '../../../domain/item/for-reader.ts';
import { type Item, published, type Version } from '../../../domain/item/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope, StreamName } from '../../../domain/kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { type DossierKind, dossierKindOf } from '../../../domain/supervision/dossier.ts';
import { standingOf } from '../../../domain/supervision/inspectors.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { ActivityReadings } from './activity-readings.ts';
import { itemCards } from './item-cards.ts';
import type { Sources } from './sources.ts';

/** One record of the dossier in a list. */
export interface DossierEntry {
  readonly kind: DossierKind;
  readonly id: string;
  readonly on: Day;
  readonly title: string;
  /** What sort of meeting, activity or document. */
  readonly sort: string;
}

/** In full, with the stream that it was read from, as far as that went. */
export interface DossierRecord extends DossierEntry {
  /** Everything that is known of it, by Chinese names, in their order. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly text?: string;
  readonly source: { readonly stream: StreamName; readonly version: number; readonly head: string };
}

/** 台账资料, for those who work here and those who supervise; of each record, what they may see of it. */
export class DossierReadings {
  readonly #sources: Sources;
  readonly #activities: ActivityReadings;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#activities = new ActivityReadings(sources);
  }

  /** Of a year, by day, then by id. @throws Refusal `not-found` for others */
  async entries(
    scope: OrgScope,
    reader: Reader,
    year: number,
    now: Instant,
    kind?: DossierKind,
  ): Promise<readonly DossierEntry[]> {
    await this.#admit(scope, reader, now);
    const [activities, items] = await Promise.all([
      this.#activities.all(scope, reader, now, { year }),
      itemCards(this.#sources.views, scope),
    ]);
    const held = activities.activities
      .filter(({ withdrawn }) => !withdrawn)
      .map((line) => ({
        kind: dossierKindOf(line.kind),
        id: line.id,
        on: line.heldOn,
        title: line.title,
        sort: ACTIVITY_KINDS[line.kind],
      }));
    const documents = items
      .flatMap((card) => documentOf(card, scope, reader))
      .filter(({ on }) => on.startsWith(`${year}-`));
    return [...held, ...documents]
      .filter((entry) => kind === undefined || entry.kind === kind)
      .toSorted((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1));
  }

  /** The same in full, for a bundle to take away. @throws Refusal `not-found` for others */
  async records(
    scope: OrgScope,
    reader: Reader,
    year: number,
    now: Instant,
  ): Promise<readonly DossierRecord[]> {
    const records: DossierRecord[] = [];
    // One after the other: a year of a big unit at once would ask for hundreds of streams in one moment.
    for (const entry of await this.entries(scope, reader, year, now)) {
      records.push(
        await (entry.kind === 'documents' ? this.#document : this.#activity).call(this, scope, entry, reader),
      );
    }
    return records;
  }

  async #activity(scope: OrgScope, entry: DossierEntry, reader: Reader): Promise<DossierRecord> {
    const stream = scope.stream('ACTIVITY', entry.id);
    const [reading, { head, version }] = await Promise.all([
      this.#activities.one(scope, entry.id, reader),
      this.#sources.aggregates.load(stream, activityHistory),
    ]);
    const names = reading.work?.participants.map(({ name }) => name) ?? [];
    return {
      ...entry,
      facts: [
        ['日期', entry.on],
        ...(reading.place === undefined ? [] : [['地点', reading.place] as const]),
        ['到场人数', String(reading.attended)],
        ...(names.length > 0 ? [['参加人员', names.join('、')] as const] : []),
        ...(reading.items.length > 0
          ? [['有关公开事项', reading.items.map(({ title }) => title).join('；')] as const]
          : []),
      ],
      ...(reading.minutes !== undefined && { text: reading.minutes }),
      source: { stream, version, head },
    };
  }

  async #document(scope: OrgScope, entry: DossierEntry, reader: Reader): Promise<DossierRecord> {
    const stream = scope.stream('ITEM', entry.id);
    const { state, head, version } = await this.#sources.aggregates.load(stream, itemHistory);
    const shown = (state && versionOf(state, scope, reader)) ?? refuse('not-found');
    const { content, releases } = shown;
    return {
      ...entry,
      facts: [
        ['日期', entry.on],
        ['目录条目', content.row],
        ['公开形式', content.forms.join('、')],
        ...releases.map(({ audience, at }) => [`公开（${AUDIENCES[audience]}）`, at] as const),
      ],
      text: content.text,
      source: { stream, version, head },
    };
  }

  async #admit(scope: OrgScope, reader: Reader, now: Instant): Promise<void> {
    if (mayWork(reader, scope.organisation)) return;
    const houses = { id: scope.organisation, ...(await this.#sources.tenancy.tenants(scope)) };
    if (reader.person === undefined || !standingOf(reader.person, houses, now)) refuse('not-found');
  }
}

const AUDIENCES = { named: '特定对象', party: '党内', unit: '本单位', public: '社会' } as const;

/** What was disclosed, under the title that the reader may see. */
function documentOf(card: ItemCard, { organisation }: OrgScope, reader: Reader): DossierEntry[] {
  const face = mayWork(reader, organisation) ? card : faceFor(reader, card);
  const at = face?.releases[0]?.at;
  if (!face || at === undefined) return [];
  return [{ kind: 'documents', id: card.id, on: dayOf(at), title: face.title, sort: typeNameOf(card) }];
}

const versionOf = (item: Item, { organisation }: OrgScope, reader: Reader): Version | undefined =>
  mayWork(reader, organisation) ? published(item) : versionFor(reader, item, organisation);
