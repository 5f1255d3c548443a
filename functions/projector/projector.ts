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

  async project(event: Pick<BusEvent, 'stream' | 'streamVersion'>): Promise<void> {
    const stream = event.stream as StreamName;
    if ((this.#projected.get(stream) ?? 0) >= event.streamVersion) return;
    const parts = parseStream(stream);
    const projection = await this.#projections[parts.kind]();
    const loaded = await this.#aggregates.load(stream, projection.decider);
    const rows = [...(await projection.rows(parts, loaded, stream)), ...changeRows(parts, loaded)];
    const fixed = projection.fixed?.(parts, loaded.state) ?? [];
    await Promise.all([...rows.map((row) => this.#views.put(row)), this.#putMissing(fixed)]);
    this.#remember(stream, loaded.version);
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
