import type { PowerCommand } from '../../domain/power/commands.ts';
import { powerDecider } from '../../domain/power/power.ts';
import type { PowerEvent, PowerRegister } from '../../domain/power/state.ts';
import { POWERS_ID } from '../../domain/power/vocabulary.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import type { Issue } from './request.ts';

/** 权力清单: each organisation keeps its own. */
export function powersIssuer(ground: Ground): Issue {
  const tenancy = new Tenancy(ground.aggregates);
  return plainIssuer<PowerCommand, PowerEvent, PowerRegister>(ground, {
    kind: 'POWERS',
    decider: powerDecider,
    id: () => POWERS_ID,
    actor: ({ scope, request }) => ground.permits.worker(scope, request),
    facts: async ({ scope }) => ({ organisation: (await tenancy.tenants(scope)).organisation }),
  });
}
