import type { DomainEvent, EventContext, History } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/time.ts';
import { type PackedRow, unpackRows } from '../packed-rows.ts';
import { BUILT_IN_TEMPLATES, findTemplate, type Template, type TemplateKind } from '../templates.ts';

export type TemplatePublished = DomainEvent<
  'TemplatePublished',
  {
    readonly template: TemplateKind;
    readonly version: number;
    readonly title: string;
    readonly units: readonly string[];
    readonly rows: readonly PackedRow[];
    readonly reason: string;
  }
>;

/** A version that the district published. */
export interface Edition extends Template {
  readonly units: readonly string[];
  readonly reason: string;
  readonly at: Instant;
}

/** Oldest first. */
export type TemplateState = readonly Edition[];

export const templateHistory: History<TemplatePublished, TemplateState> = { initial: [], evolve };

function evolve(state: TemplateState, { data }: TemplatePublished, { at }: EventContext): TemplateState {
  const { template: kind, version, title, units, rows, reason } = data;
  return [...state, { kind, version, title, units, rows: unpackRows(rows), reason, at }];
}

/** The newest version there is of a template: published, or else built in. */
export const newestOf = (state: TemplateState, kind: TemplateKind): Template | undefined =>
  state.at(-1) ?? findTemplate(BUILT_IN_TEMPLATES, kind);
