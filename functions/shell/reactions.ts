import type { ItemCommandType } from '../../domain/item/commands.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { ItemCommands } from './item-commands.ts';

/**
 * Answers an event on an item with a command on the same item. The event's id makes the command's, so an event that
 * comes twice is answered once.
 */
export async function react(
  items: ItemCommands,
  event: BusEvent,
  name: string,
  type: ItemCommandType,
): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  await items.issue(new OrgScope(organisation), id, {
    type,
    data: {},
    now: event.time,
    actor: { kind: 'system', name },
    commandId: `${name}-${event.id}`,
    cause: event.id,
    correlation: event.correlation,
  });
}
