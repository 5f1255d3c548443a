import type { RegulationSubject } from '../../domain/organisation/regulations.ts';
import type { Readings } from '../shell/readings.ts';
import type { Readers } from './readers.ts';
import type { Within } from './within.ts';

export const organisationReaders = (
  { health }: Pick<Readings, 'health'>,
  within: Within,
): Pick<Readers, 'lights' | 'gaps' | 'openWork' | 'regulations'> => ({
  lights: within(async (scope, reader, { now }) => ({ lights: await health.lights(scope, reader, now) })),
  gaps: within(async (scope, reader, { now }) => ({ units: await health.gaps(scope, reader, now) })),
  openWork: within(async (scope, reader, { now }) => ({ work: await health.openWork(scope, reader, now) })),
  regulations: within(async (scope, reader, { query }) => ({
    regulations: await health.regulations(scope, reader, (query as { about?: RegulationSubject }).about),
  })),
});
