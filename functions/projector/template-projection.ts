import type { TemplateState } from '../../domain/catalogue/template/state.ts';
import { templateDecider } from '../../domain/catalogue/template/template.ts';
import type { Projection } from './projections.ts';
import { keyOf } from './row-parts.ts';

/** Which templates the district has published: what it says, the stream itself has. */
export const templateProjection: Projection<TemplateState> = {
  decider: templateDecider,
  rows: (parts, { state, version }) =>
    state.length === 0 ? [] : [{ ...keyOf(parts), version, card: { template: parts.id } }],
};
