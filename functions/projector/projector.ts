import { parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import type { ViewRow, Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { changeRows } from './change-row.ts';
import type { Projections } from './projections.ts';

/**
 * Keeps the views in step with the record. An event only says which stream has moved: its rows are projected from the
 * stream as it is now and written if they are newer, so order, duplicates and replays do not matter.
 */
export class Projector {
  readonly #aggregates: Aggregates;
  readonly #views: Views;
  readonly #projections: Projections;
  /** Versions this process has projected, so that the other events of one commit cost nothing. */
  readonly #projected = new Map<StreamName, number>();

  constructor(aggregates: Aggregates, views: Views, projections: Projections) {
    this.#aggregates = aggregates;
    this.#views = views;
    this.#projections = projections;
  }

  async project(
    event: Pick<BusEvent, 'stream' | 'streamVersion'> & { readonly type?: string },
  ): Promise<void> {
    const stream = event.stream as StreamName;
    if (event.type === 'OrganisationMoved') await this.#rehome(stream);
    if ((this.#projected.get(stream) ?? 0) >= event.streamVersion) return;
    const { parts, loaded, rows, fixed } = await this.#project(stream);
    const all = [...rows, ...changeRows(parts, loaded)];
    await Promise.all([...all.map((row) => this.#views.put(row)), this.#putMissing(fixed)]);
    this.#remember(stream, loaded.version);
  }

  async #project(stream: StreamName) {
    const parts = parseStream(stream);
    const projection = await this.#projections[parts.kind]();
    const loaded = await this.#aggregates.load(stream, projection.decider);
    const rows = await projection.rows(parts, loaded, stream);
    return { parts, loaded, rows, fixed: projection.fixed?.(parts, loaded.state) ?? [] };
  }

  /** What of an organisation lies with its superior goes over to the new one, though its streams have not moved on. */
  async #rehome(organisation: StreamName): Promise<void> {
    const { streamsAbove } = await import('./rehoming.ts');
    const streams = await streamsAbove(this.#views, this.#aggregates, parseStream(organisation));
    for (const stream of streams) {
      const { rows } = await this.#project(stream);
      await Promise.all(rows.map((row) => this.#views.put(row, 'again')));
    }
  }

  /** Looks first: a put costs five times as much as a look, even one that its condition turns away. */
  async #putMissing(rows: readonly ViewRow[]): Promise<void> {
    if (rows.length === 0) return;
    const missing = await this.#views.missing(rows);
    await Promise.all(missing.map((row) => this.#views.put(row)));
  }

  #remember(stream: StreamName, version: number): void {
    if (this.#projected.size >= 10_000) this.#projected.clear();
    this.#projected.set(stream, version);
  }
}
