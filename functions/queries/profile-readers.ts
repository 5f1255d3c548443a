import { PROFILE_READS } from '../api/profile-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const profileReaders = ({ profiles }: Pick<Readings, 'profiles'>, within: Within) =>
  answered(PROFILE_READS, {
    about: within((scope, reader, { now }) => profiles.about(scope, reader, now)),
    scheme: within((scope, _, { query }) => profiles.scheme(scope, (query as { version?: number }).version)),
    statistics: within((scope, reader) => profiles.statistics(scope, reader)),
    roster: within(async (scope, reader, { now }) => ({ rows: await profiles.roster(scope, reader, now) })),
    composition: within((scope, reader, { now }) => profiles.composition(scope, reader, now)),
  });
