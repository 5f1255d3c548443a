import { COMMAND_OPERATIONS } from '../../../../functions/api/operations.ts';
import { fillPath } from '../../../../functions/api/routing.ts';
import type { SampleApi } from '../api.ts';
import { errandId, errandLabel } from '../known-ids.ts';
import type { Calendar } from '../life.ts';

/** Id of what an earlier errand of the organisation created, by its label. */
export type IdOf = (label: string) => string;

/** One request to the API, by somebody: about anything but an item, or about one that rests on an earlier errand. */
export interface Errand {
  /** Says which one it is within its organisation, once and for all: the Idempotency-Key is made from it. */
  readonly label: string;
  /** Undefined for somebody who has not signed in. */
  readonly as: string | undefined;
  /** `id` of the operation. */
  readonly operation: string;
  /** What stands in the path: the label of the errand that created it. */
  readonly on?: Readonly<Record<string, string>>;
  /** What stands in the path as it is. */
  readonly at?: Readonly<Record<string, string>>;
  /**
   * Without a date where a later errand names something that a stranger left: a repeat with another one answers without
   * an id. The id of anything else is reckoned then.
   */
  readonly body?: object | ((idOf: IdOf) => object);
}

/** What an organisation is doing besides its items. */
export type Errands = (calendar: Calendar) => readonly Errand[];

/**
 * Runs the errands of one organisation one after the other. Run again they change nothing; what was created before is
 * found by the same key.
 *
 * @throws Error naming the first that was refused for good
 */
export async function runErrands(
  api: SampleApi,
  organisation: string,
  errands: readonly Errand[],
): Promise<void> {
  const ids = new Map<string, string>();
  const idOf: IdOf = (label) => {
    const id = ids.get(label);
    if (id === undefined) throw new Error(`sample: nothing was created by ${organisation}/${label}`);
    return id;
  };
  for (const { label, as, operation: name, on = {}, at = {}, body = {} } of errands) {
    const operation = COMMAND_OPERATIONS.find(({ id }) => id === name);
    if (!operation) throw new Error(`sample: no operation ${name}`);
    const named = Object.entries(on).map(([parameter, created]) => [parameter, idOf(created)]);
    const path = fillPath(operation.path, { organisation, ...at, ...Object.fromEntries(named) });
    const sent = typeof body === 'function' ? body(idOf) : body;
    const id = await api.send(errandLabel(organisation, label), as, operation.method, path, sent);
    ids.set(label, id ?? errandId(organisation, label));
  }
}
