import { showingOf } from '../../domain/display/notice.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { Sweep } from '../adapters/carriers/convey.ts';
import type { Sealer } from '../adapters/sealed.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { openCarrier } from '../shell/carrier-secrets.ts';
import type { Deliveries } from '../shell/deliveries.ts';

export interface SweepDependencies {
  readonly deliveries: Deliveries;
  readonly sealer: Sealer;
  readonly sweep: Sweep;
}

/**
 * When somebody has everything on show sent again to a system that keeps a table, rows of items that it should no
 * longer show go, whatever became of the messages that said so. Rows of items that are not this organisation's stay: a
 * table may be shared. It is tried once, as what is sent again is; how the system fares is seen there.
 */
export async function sweepTable(event: BusEvent, dependencies: SweepDependencies): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { deliveries, sealer, sweep } = dependencies;
  const [{ data }, display, { networks }] = await Promise.all([
    deliveries.happened(event),
    deliveries.display(scope, id),
    deliveries.house(scope),
  ]);
  const isAboutAll = (data as { readonly what?: string }).what === 'on-show';
  if (!isAboutAll || !display?.url || display.carrier?.kind !== 'xibo-dataset') return;
  const { url, carrier, audience, assurance, filter } = display;
  await sweep(
    {
      url,
      carrier,
      keys: openCarrier(sealer, scope, id, carrier),
      allowedAddresses: networks.allowedAddresses,
    },
    async (item) => {
      const source = await deliveries.source(scope, item);
      return source !== undefined && showingOf(source, { audience, assurance, filter }) === undefined;
    },
  );
}
