import { type CatalogueDiff, diffRows } from '../../../domain/catalogue/diff.ts';
import { newestOf, type TemplateState, templateHistory } from '../../../domain/catalogue/template/state.ts';
import { BUILT_IN_TEMPLATES, findTemplate, type Template } from '../../../domain/catalogue/templates.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { ID_PATTERN, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { rowsUnder } from './rows.ts';
import type { Sources } from './sources.ts';

export interface TemplateLine {
  readonly template: string;
  readonly title: string;
  /** The newest. */
  readonly version: number;
  readonly rows: number;
  readonly units: readonly string[];
  /** Absent while only the built-in version is there. */
  readonly publishedAt?: Instant;
}

export interface TemplateVersion {
  readonly version: number;
  readonly title: string;
  readonly rows: number;
  readonly reason?: string;
  readonly publishedAt?: Instant;
}

/** Catalogues that organisations may adopt: built in, and published by the district. For anybody to read. */
export class TemplateReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Each with its newest version. */
  async all(): Promise<readonly TemplateLine[]> {
    const scope = new OrgScope(this.#sources.district);
    const rows = await Array.fromAsync(rowsUnder(this.#sources.views, scope.partition('TEMPLATE')));
    const published = rows.map(({ card }) => (card as { template: string }).template);
    const kinds = new Set([...BUILT_IN_TEMPLATES.map(({ kind }) => kind), ...published]);
    return Promise.all([...kinds].map((kind) => this.#line(kind)));
  }

  /** Oldest first; none when there is no such template. */
  async versionsOf(kind: string): Promise<readonly TemplateVersion[]> {
    const state = await this.#published(kind);
    const builtIn = BUILT_IN_TEMPLATES.filter((template) => template.kind === kind);
    return [
      ...builtIn.map(({ version, title, rows }) => ({ version, title, rows: rows.length })),
      ...state.map(({ version, title, rows, reason, at }) => ({
        version,
        title,
        rows: rows.length,
        reason,
        publishedAt: at,
      })),
    ];
  }

  /** Undefined when there is no such template. */
  async newest(kind: string): Promise<Template | undefined> {
    return newestOf(await this.#published(kind), kind);
  }

  /** One version; the newest when none is named. @throws Refusal `not-found` */
  async version(kind: string, version?: number): Promise<Template> {
    const all = [...BUILT_IN_TEMPLATES, ...(await this.#published(kind))];
    return findTemplate(all, kind, version) ?? refuse('not-found');
  }

  /**
   * The newest version against the one before it, unless others are named; version 0 is empty.
   * @throws Refusal `not-found` when there is no such version
   */
  async diff(kind: string, from?: number, to?: number): Promise<CatalogueDiff> {
    const after = await this.version(kind, to);
    const first = from ?? after.version - 1;
    const before = first === 0 ? [] : (await this.version(kind, first)).rows;
    return diffRows(before, after.rows);
  }

  async #line(kind: string): Promise<TemplateLine> {
    const edition = (await this.#published(kind)).at(-1);
    const { title, version, rows } = edition ?? (await this.version(kind));
    return {
      template: kind,
      title,
      version,
      rows: rows.length,
      units: edition?.units ?? [],
      ...(edition && { publishedAt: edition.at }),
    };
  }

  async #published(kind: string): Promise<TemplateState> {
    if (!ID_PATTERN.test(kind)) refuse('not-found');
    const stream = new OrgScope(this.#sources.district).stream('TEMPLATE', kind);
    return (await this.#sources.aggregates.load(stream, templateHistory)).state;
  }
}
