import type { StreamParts } from '../../domain/kernel/scope.ts';
import { dayOf, plusDays } from '../../domain/kernel/time.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { changesKey } from '../shell/view-keys.ts';

/** Far beyond the days that the sealing looks back, should it stand still. */
const KEPT_DAYS = 100;

/** That the stream has changed, for whoever seals the day. One write unit; a seal is not sealed itself, but anchored. */
export function changeRows(
  { organisation, kind, id }: StreamParts,
  { version, at }: Pick<Loaded<unknown>, 'version' | 'at'>,
): readonly ViewRow[] {
  if (kind === 'SEAL' || version === 0) return [];
  const sk = `${dayOf(at)}#${kind}#${id}`;
  return [{ pk: changesKey(organisation), sk, version, card: {}, expiresAt: plusDays(at, KEPT_DAYS) }];
}
