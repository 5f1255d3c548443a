import { randomUUID } from 'node:crypto';
import type { Command, Decider, DomainEvent } from '../../../domain/kernel/decider.ts';
import { refuser } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Log } from '../../../functions/adapters/log.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { execute, type Request } from '../../../functions/shell/execute.ts';

const refuse = refuser({ full: { kind: 'rule', zh: '已满。', en: 'Full.' } });

type Add = Command<'Add', { count: number }, { limit: number }>;
type Added = DomainEvent<'Added', { count: number }>;

/** The smallest aggregate that can refuse and can have nothing to do. */
export const counter: Decider<Add, Added, number> = {
  initial: 0,
  decide({ data, facts }, total) {
    if (data.count === 0) return [];
    if (total + data.count > facts.limit) refuse('full');
    return [{ type: 'Added', data }];
  },
  evolve: (total, event) => total + event.data.count,
  nextDue: () => undefined,
};

export const STREAM = new OrgScope('dongfang').stream('ITEM', 'counter');

export function counterShell(log: Log = new MemoryLog()) {
  const shell = { log, aggregates: new Aggregates(log) };
  return {
    ...shell,
    add(count: number, request: Partial<Request<Add, number>> = {}) {
      return execute(shell, counter, {
        stream: STREAM,
        type: 'Add',
        data: { count },
        now: '2026-09-01T00:00:00.000Z',
        actor: { kind: 'system', name: 'test' },
        commandId: randomUUID(),
        correlation: 'test',
        facts: async () => ({ limit: 10 }),
        ...request,
      });
    },
  };
}
