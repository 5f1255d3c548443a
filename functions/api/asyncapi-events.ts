import { STEP_NAMES } from '../../domain/item/timeline.ts';
import type { StreamKind } from '../../domain/kernel/scope.ts';
import type { Sentence } from './asyncapi-words.ts';
import * as held from './asyncapi-words-activity.ts';
import * as catalogue from './asyncapi-words-catalogue.ts';
import * as evaluation from './asyncapi-words-evaluation.ts';
import * as people from './asyncapi-words-people.ts';
import * as profile from './asyncapi-words-profile.ts';
import * as supervision from './asyncapi-words-supervision.ts';
import * as system from './asyncapi-words-system.ts';
import { SEAL } from './asyncapi-words-system.ts';

/**
 * Every event that there is, by the kind of stream that records it: whatever is recorded crosses the bus. One that is
 * added to an aggregate and not described here does not compile.
 */
const BUS_EVENTS: Readonly<Record<StreamKind, Readonly<Record<string, Sentence>>>> = {
  ITEM: STEP_NAMES,
  ...people,
  ...catalogue,
  ...evaluation,
  ...held,
  ...profile,
  ...supervision,
  ...system,
  ANCHOR: SEAL,
};

/** Every type of event with the kinds of stream that record it: most have one. */
export function eventTypes(): ReadonlyMap<string, Sentence & { readonly kinds: readonly StreamKind[] }> {
  const types = new Map<string, Sentence & { readonly kinds: readonly StreamKind[] }>();
  for (const kind of Object.keys(BUS_EVENTS) as StreamKind[])
    for (const [type, words] of Object.entries(BUS_EVENTS[kind]))
      types.set(type, { ...words, kinds: [...(types.get(type)?.kinds ?? []), kind] });
  return types;
}
