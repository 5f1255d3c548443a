import type { Readings } from '../shell/readings.ts';
import type { Readers } from './readers.ts';
import type { Within } from './within.ts';

export const profileReaders = (
  { profiles }: Pick<Readings, 'profiles'>,
  within: Within,
): Pick<Readers, 'about' | 'scheme' | 'statistics' | 'roster' | 'composition'> => ({
  about: within((scope, reader, { now }) => profiles.about(scope, reader, now)),
  scheme: within((scope, _, { query }) => profiles.scheme(scope, (query as { version?: number }).version)),
  statistics: within((scope, reader) => profiles.statistics(scope, reader)),
  roster: within(async (scope, reader, { now }) => ({ rows: await profiles.roster(scope, reader, now) })),
  composition: within((scope, reader, { now }) => profiles.composition(scope, reader, now)),
});
