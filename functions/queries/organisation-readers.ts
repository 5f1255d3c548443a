import type { RegulationSubject } from '../../domain/organisation/regulations.ts';
import { ORGANISATION_READS } from '../api/organisation-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const organisationReaders = (
  readings: Pick<Readings, 'organisations' | 'organisation' | 'health'>,
  within: Within,
) =>
  answered(ORGANISATION_READS, {
    organisations: async () => ({ organisations: await readings.organisations() }),
    organisation: within((scope, reader, { now }) => readings.organisation(scope, reader, now)),
    lights: within(async (scope, reader, { now }) => ({
      lights: await readings.health.lights(scope, reader, now),
    })),
    gaps: within(async (scope, reader, { now }) => ({
      units: await readings.health.gaps(scope, reader, now),
    })),
    openWork: within(async (scope, reader, { now }) => ({
      work: await readings.health.openWork(scope, reader, now),
    })),
    regulations: within(async (scope, reader, { query }) => ({
      regulations: await readings.health.regulations(
        scope,
        reader,
        (query as { about?: RegulationSubject }).about,
      ),
    })),
  });
