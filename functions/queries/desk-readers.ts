import { refuse } from '../../domain/kernel/refusal.ts';
import { DESK_READS } from '../api/desk-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const deskReaders = (readings: Pick<Readings, 'desk' | 'membershipsOf'>, within: Within) =>
  answered(DESK_READS, {
    desk: within(async (scope, reader, { now }) => ({
      tasks: await readings.desk(scope, reader.person ?? refuse('not-signed-in'), now),
    })),
    memberships: async ({ identity, now }) => {
      const { person, name } = identity ?? refuse('not-signed-in');
      return { person, name, memberships: await readings.membershipsOf(person, now) };
    },
  });
