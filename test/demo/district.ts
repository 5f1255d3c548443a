import { availableParallelism } from 'node:os';
import { VirtualClock } from '../../infra/local/clock.ts';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';
import { SAMPLE_ADMINISTRATOR, SAMPLE_DISTRICT } from '../../infra/local/sample/organisations.ts';
import { personas } from '../../infra/local/sample/personas.ts';

/** A cloud that is empty but for the right to found the sample district, keeps nothing, and lives from `start` on. */
export const startDistrict = (start: string): Promise<Cloud> =>
  startCloud({
    state: 'memory',
    clock: new VirtualClock(start),
    personas,
    // Each copy of a function takes a core for a moment to start, and here all that matters is when it is over.
    concurrency: Math.max(2, availableParallelism()),
    parameters: { DistrictId: SAMPLE_DISTRICT, DistrictAdministrator: SAMPLE_ADMINISTRATOR },
  });
